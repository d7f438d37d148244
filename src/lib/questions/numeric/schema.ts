import * as v from 'valibot';
import { FeedbackSchema, HEAD, TextSchema } from '../parts.ts';

const finite = v.pipe(v.number(), v.finite());

export const NumericSchema = v.pipe(
  v.strictObject({
    type: v.literal('numeric'),
    ...HEAD,
    answer: v.strictObject({
      value: finite,
      /** Shown behind the field; the answer is a bare number. */
      unit: TextSchema,
      /** How far off still counts as right, in the unit of the answer. */
      tolerance: v.optional(v.pipe(finite, v.minValue(0)), 0),
    }),
    feedback: FeedbackSchema,
    /** Values that a typical mistake leads to, each with what the mistake was. */
    near: v.optional(v.array(v.strictObject({ value: finite, feedback: TextSchema })), []),
  }),
  v.check(
    ({ answer, near }) => near.every(({ value }) => Math.abs(value - answer.value) > answer.tolerance),
    'a near value lies within the tolerance of the answer',
  ),
);
export type NumericQuestion = v.InferOutput<typeof NumericSchema>;

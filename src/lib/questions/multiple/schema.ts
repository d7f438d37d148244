import * as v from 'valibot';
import { HEAD, haveDifferentIds, OptionSchema } from '../parts.ts';

export const MultipleSchema = v.strictObject({
  type: v.literal('multiple'),
  ...HEAD,
  options: v.pipe(
    v.array(OptionSchema),
    v.minLength(3),
    v.maxLength(10),
    v.check((options) => haveDifferentIds(options), 'option ids repeat'),
    v.check((options) => options.some((o) => o.correct), 'at least one option is correct'),
  ),
});
export type MultipleQuestion = v.InferOutput<typeof MultipleSchema>;

import * as v from 'valibot';
import { HEAD, haveDifferentIds, OptionSchema } from '../parts.ts';

export const SingleSchema = v.strictObject({
  type: v.literal('single'),
  ...HEAD,
  options: v.pipe(
    v.array(OptionSchema),
    v.minLength(2),
    v.maxLength(8),
    v.check((options) => haveDifferentIds(options), 'option ids repeat'),
    v.check((options) => options.filter((o) => o.correct).length === 1, 'exactly one option is correct'),
  ),
});
export type SingleQuestion = v.InferOutput<typeof SingleSchema>;

import * as v from 'valibot';
import { FeedbackSchema, HEAD, TextSchema } from '../parts.ts';

export const MatchSchema = v.strictObject({
  type: v.literal('match'),
  ...HEAD,
  pairs: v.pipe(
    v.array(v.strictObject({ left: TextSchema, right: TextSchema })),
    v.minLength(2),
    v.maxLength(10),
    v.check(
      (pairs) => new Set(pairs.map((p) => p.left['zh-CN'])).size === pairs.length,
      'a left side repeats',
    ),
  ),
  feedback: FeedbackSchema,
});
export type MatchQuestion = v.InferOutput<typeof MatchSchema>;

import * as v from 'valibot';
import { FeedbackSchema, HEAD, haveDifferentIds, TextSchema } from '../parts.ts';

export const OrderSchema = v.strictObject({
  type: v.literal('order'),
  ...HEAD,
  /** In the right order; the reader sees them shuffled. */
  items: v.pipe(
    v.array(v.strictObject({ id: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)), text: TextSchema })),
    v.minLength(3),
    v.maxLength(12),
    v.check((items) => haveDifferentIds(items), 'item ids repeat'),
  ),
  feedback: FeedbackSchema,
});
export type OrderQuestion = v.InferOutput<typeof OrderSchema>;

import * as v from 'valibot';
import { CiteSchema, TextSchema } from '../i18n/text.ts';

export { TextSchema };

/** What every type of question begins with. */
export const HEAD = { prompt: TextSchema, cites: v.optional(v.array(CiteSchema), []) };

/** One remark when right, one when wrong, for types whose answer is a whole. */
export const FeedbackSchema = v.strictObject({ right: TextSchema, wrong: TextSchema });

export const OptionSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
  text: TextSchema,
  correct: v.boolean(),
  feedback: TextSchema,
});

/** Ids within a question may not repeat. */
export function haveDifferentIds(options: readonly { id: string }[]): boolean {
  return new Set(options.map((option) => option.id)).size === options.length;
}

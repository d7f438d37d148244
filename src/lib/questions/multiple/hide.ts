import { keyOf, shuffled } from '../keys.ts';
import type { HiddenHead, Locale } from '../kind.ts';
import type { MultipleQuestion } from './schema.ts';

export interface HiddenMultiple extends HiddenHead {
  type: 'multiple';
  options: { key: string; text: string }[];
}

export function hideMultiple(question: MultipleQuestion, id: string, locale: Locale): HiddenMultiple {
  const options = question.options.map((option) => ({
    key: keyOf(id, option.id),
    text: option.text[locale],
  }));
  return { type: 'multiple', id, prompt: question.prompt[locale], options: shuffled(options) };
}

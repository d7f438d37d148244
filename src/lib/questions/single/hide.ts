import { keyOf, shuffled } from '../keys.ts';
import type { HiddenHead, Locale } from '../kind.ts';
import type { SingleQuestion } from './schema.ts';

export interface HiddenSingle extends HiddenHead {
  type: 'single';
  options: { key: string; text: string }[];
}

export function hideSingle(question: SingleQuestion, id: string, locale: Locale): HiddenSingle {
  const options = question.options.map((option) => ({
    key: keyOf(id, option.id),
    text: option.text[locale],
  }));
  return { type: 'single', id, prompt: question.prompt[locale], options: shuffled(options) };
}

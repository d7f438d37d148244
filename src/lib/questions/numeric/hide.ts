import type { HiddenHead, Locale } from '../kind.ts';
import type { NumericQuestion } from './schema.ts';

export interface HiddenNumeric extends HiddenHead {
  type: 'numeric';
  unit: string;
}

export function hideNumeric(question: NumericQuestion, id: string, locale: Locale): HiddenNumeric {
  return { type: 'numeric', id, prompt: question.prompt[locale], unit: question.answer.unit[locale] };
}

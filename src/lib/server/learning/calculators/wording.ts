import { m } from '../../../paraglide/messages.js';
import type { Locale } from '../../../i18n/text.ts';
import type { InputError, InputSpec } from './kind.ts';

type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;

/** A message by its computed name; the test of this room makes sure that every name exists. */
function word(name: string, locale: Locale): string {
  const message = (m as unknown as Record<string, Message | undefined>)[name];
  return message ? message({}, { locale }) : name;
}

const camel = (kind: string): string => kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export const titleWord = (kind: string, locale: Locale): string =>
  word(`lesson_calculator_${camel(kind)}`, locale);
export const stepWord = (code: string, locale: Locale): string => word(`lesson_step_${code}`, locale);

export function inputWords(
  kind: string,
  { name, unit }: InputSpec,
  locale: Locale,
): { label: string; unit: string } {
  return {
    label: word(`lesson_input_${camel(kind)}_${name}`, locale),
    unit: unit ? word(`lesson_unit_${unit}`, locale) : '',
  };
}

/** Choices are figures so far: the figure with its unit. */
export function choiceWord({ unit }: InputSpec, option: string, _locale: Locale): string {
  return unit === 'percent' ? `${option}%` : option;
}

export function errorWord(error: InputError, { min = 0, max = 1e9 }: InputSpec, locale: Locale): string {
  if (error === 'outOfRange')
    return m.lesson_error_outOfRange({ min: String(min), max: String(max) }, { locale });
  return word(`lesson_error_${error}`, locale);
}

import type { Locale } from '../../../i18n/text.ts';
import { blockKey } from '../../../lesson/block-key.ts';
import type { CalculatorInput, CalculatorStep, CalculatorView } from '../../../lesson/view.ts';
import { lawAt, LawGap, type Law } from '../../../../../simulator/law/index.ts';
import { formatDay } from '../../../../../simulator/trade/time-format.ts';
import { dayOf } from '../../../../../simulator/trade/time.ts';
import { markOf } from '../../library/citation.ts';
import { money, percent } from '../../library/formats.ts';
import type { Use } from '../../library/markdown/directives.ts';
import { inputWords, choiceWord, errorWord, stepWord, titleWord } from './wording.ts';
import { deadline } from './deadline.ts';
import { exemptEit } from './exempt-eit.ts';
import { fx } from './fx.ts';
import { readInput } from './inputs.ts';
import type { Calculator, Step } from './kind.ts';
import { margin } from './margin.ts';
import { refund } from './refund.ts';

export const CALCULATOR_KINDS: Record<string, Calculator> = {
  refund,
  'exempt-eit': exemptEit,
  fx,
  margin,
  deadline,
};

/**
 * A calculator with its inputs read and worked through; null when there is none of this kind. Inputs that can't be
 * read carry an error and nothing is worked out. `typed` are the reader's values, `preset` those of the lesson.
 */
export function findCalculatorView(
  kind: string,
  preset: Readonly<Record<string, string>>,
  typed: URLSearchParams | null,
  locale: Locale,
  law: Law = lawAt(dayOf(Date.now())),
): CalculatorView | null {
  const calculator = Object.hasOwn(CALCULATOR_KINDS, kind) ? CALCULATOR_KINDS[kind] : undefined;
  if (!calculator) return null;
  const values: Record<string, number> = {};
  const inputs = calculator.inputs.map((spec): CalculatorInput => {
    const value = typed?.get(spec.name) ?? preset[spec.name] ?? spec.fallback;
    const read = readInput(spec, value);
    if ('value' in read) values[spec.name] = read.value;
    const options = (spec.options ?? []).map((option) => ({
      value: option,
      label: choiceWord(spec, option, locale),
    }));
    const error = 'error' in read ? errorWord(read.error, spec, locale) : null;
    return {
      name: spec.name,
      kind: spec.kind,
      ...inputWords(kind, spec, locale),
      options,
      value: value.slice(0, 40),
      error,
    };
  });
  const view = {
    name: '',
    kind,
    title: titleWord(kind, locale),
    inputs,
    steps: [],
    result: null,
    mark: null,
    cites: [],
  };
  if (inputs.some(({ error }) => error)) return view;
  const worked = workedOrGap(calculator, values, law);
  if (!worked) return view;
  const shown = ({ code, ...amount }: Step): CalculatorStep => ({
    label: stepWord(code, locale),
    value: written(amount),
  });
  return {
    ...view,
    steps: worked.steps.map(shown),
    result: shown(worked.result),
    mark: markOf(worked.tag),
    cites: [...worked.cites],
  };
}

/** The law pack has no rule for some days, such as an export in 1990: then there is no result, and no error either. */
function workedOrGap(calculator: Calculator, values: Record<string, number>, law: Law) {
  try {
    // A day that the reader chose is judged by the law of that day.
    const day = values['export'];
    return calculator.work(values, day === undefined ? law : lawAt(day));
  } catch (reason) {
    if (reason instanceof LawGap || reason instanceof RangeError) return null;
    throw reason;
  }
}

function written({ amount, as }: Omit<Step, 'code'>): string {
  switch (as) {
    case 'cny':
      return money(amount, '¥');
    case 'usd':
      return money(amount, 'US$');
    case 'foreign':
      return money(amount, '');
    case 'ppm':
      return percent(Math.round(amount / 100) * 100);
    case 'day':
      return formatDay(amount);
  }
}

/**
 * The calculators of a lesson. The one that was sent as a form (`?calculator=refund-1`) has the reader's values,
 * the others those of the lesson.
 */
export function calculatorViews(
  uses: readonly Use[],
  query: URLSearchParams,
  locale: Locale,
): Record<string, CalculatorView> {
  const views: Record<string, CalculatorView> = {};
  for (const [index, { properties }] of uses.entries()) {
    const name = `${String(properties['kind'])}-${index + 1}`;
    const preset = JSON.parse(String(properties['inputs'] ?? '{}')) as Record<string, string>;
    const typed = query.get('calculator') === name ? query : null;
    const view = findCalculatorView(String(properties['kind']), preset, typed, locale);
    if (view) views[blockKey(properties)] = { ...view, name };
  }
  return views;
}

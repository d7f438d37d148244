import type { Answer, Problem, Verdict } from '../kind.ts';
import type { NumericQuestion } from './schema.ts';

/** Room for what binary fractions do to decimals such as 0.1. */
const EPSILON = 1e-9;

export function gradeNumeric(question: NumericQuestion, _id: string, answer: Answer): Verdict | Problem {
  const value = readNumber(answer['value']?.[0] ?? '');
  if (value === null) return 'notANumber';
  const isAt = (target: number) => Math.abs(value - target) <= question.answer.tolerance + EPSILON;
  const right = isAt(question.answer.value);
  const near = right ? undefined : question.near.find((mistake) => isAt(mistake.value));
  const text = right ? question.feedback.right : (near?.feedback ?? question.feedback.wrong);
  return { right, marks: { value: right }, missed: 0, remarks: [{ key: null, right, text }] };
}

export function solveNumeric(question: NumericQuestion): Answer {
  return { value: [String(question.answer.value)] };
}

/**
 * A number as people type it: full-width digits, thousands separators, a currency sign, a unit behind it.
 * @returns null when it is none
 */
export function readNumber(typed: string): number | null {
  const plain = typed
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/[\s,_'，]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/^(-?)(?:US\$|[¥$€£])/, '$1')
    .replace(/(?:%|‰|[\p{L}/]+)$/u, '');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

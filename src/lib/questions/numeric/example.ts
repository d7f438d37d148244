import type { Example } from '../kind.ts';
import type { NumericQuestion } from './schema.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });

export const exampleNumeric: Example<NumericQuestion> = {
  question: {
    type: 'numeric',
    prompt: both('100 000 × 13 %'),
    cites: ['mof-sta-2026-11'],
    answer: { value: 13131.75, unit: both('CNY'), tolerance: 0.05 },
    feedback: { right: both('CANARY-1'), wrong: both('CANARY-2') },
    near: [{ value: 9000, feedback: both('CANARY-3') }],
  },
  wrong: [{ value: ['9000'] }, { value: ['13131.69'] }, { value: ['-13131.75'] }],
  unjudged: [
    {},
    { value: [''] },
    { value: ['abc'] },
    { value: ['1e5'] },
    { value: ['1.2.3'] },
    { value: ['Infinity'] },
  ],
};

import { keyOf } from '../keys.ts';
import type { Example } from '../kind.ts';
import type { SingleQuestion } from './schema.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });

export const exampleSingle: Example<SingleQuestion> = {
  question: {
    type: 'single',
    prompt: both('9610?'),
    cites: ['gacc-2014-12'],
    options: [
      { id: 'retail', text: both('B2C'), correct: true, feedback: both('CANARY-1') },
      { id: 'wholesale', text: both('B2B'), correct: false, feedback: both('CANARY-2') },
    ],
  },
  wrong: [{ choice: [keyOf('example', 'wholesale')] }],
  unjudged: [{}, { choice: [] }, { choice: ['retail'] }, { choice: ['__proto__'] }],
};

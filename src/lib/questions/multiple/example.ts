import { keyOf } from '../keys.ts';
import type { Example } from '../kind.ts';
import type { MultipleQuestion } from './schema.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const key = (option: string) => keyOf('example', option);

export const exampleMultiple: Example<MultipleQuestion> = {
  question: {
    type: 'multiple',
    prompt: both('303 + 505?'),
    cites: ['gacc-2018-194#three-data'],
    options: [
      { id: 'order', text: both('303'), correct: true, feedback: both('CANARY-1') },
      { id: 'waybill', text: both('505'), correct: true, feedback: both('CANARY-2') },
      { id: 'insurance', text: both('999'), correct: false, feedback: both('CANARY-3') },
    ],
  },
  wrong: [
    { choice: [key('order')] },
    { choice: [key('order'), key('waybill'), key('insurance')] },
    { choice: [key('insurance')] },
  ],
  unjudged: [{}, { choice: ['order'] }],
};

import { keyOf } from '../keys.ts';
import type { Answer, Example } from '../kind.ts';
import { placeField } from './grade.ts';
import type { OrderQuestion } from './schema.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const placed = (places: Record<string, number>): Answer =>
  Object.fromEntries(
    Object.entries(places).map(([item, at]) => [placeField(keyOf('example', item)), [String(at)]]),
  );

export const exampleOrder: Example<OrderQuestion> = {
  question: {
    type: 'order',
    prompt: both('303, 603, 701'),
    cites: [],
    items: [
      { id: 'first', text: both('303') },
      { id: 'second', text: both('603') },
      { id: 'third', text: both('701') },
    ],
    feedback: { right: both('CANARY-1'), wrong: both('CANARY-2') },
  },
  wrong: [placed({ first: 2, second: 1, third: 3 }), placed({ first: 3, second: 2, third: 1 })],
  unjudged: [
    {},
    placed({ first: 1, second: 2 }),
    placed({ first: 1, second: 1, third: 2 }),
    placed({ first: 0, second: 1, third: 2 }),
  ],
};

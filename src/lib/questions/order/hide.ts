import { keyOf, shuffled } from '../keys.ts';
import type { HiddenHead, Locale } from '../kind.ts';
import type { OrderQuestion } from './schema.ts';

export interface HiddenOrder extends HiddenHead {
  type: 'order';
  items: { key: string; text: string }[];
}

export function hideOrder(question: OrderQuestion, id: string, locale: Locale): HiddenOrder {
  const inOrder = question.items.map((item) => ({ key: keyOf(id, item.id), text: item.text[locale] }));
  const items = shuffled(inOrder);
  // A shuffle may come out as the answer itself; then the first goes last.
  const first = items.every((item, at) => item.key === inOrder[at]?.key) ? items.shift() : undefined;
  return { type: 'order', id, prompt: question.prompt[locale], items: first ? [...items, first] : items };
}

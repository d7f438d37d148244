import type { QuestionKind } from '../kind.ts';
import { exampleOrder } from './example.ts';
import { gradeOrder, solveOrder } from './grade.ts';
import { hideOrder, type HiddenOrder } from './hide.ts';
import { OrderSchema, type OrderQuestion } from './schema.ts';

export const order: QuestionKind<OrderQuestion, HiddenOrder> = {
  schema: OrderSchema,
  hide: hideOrder,
  grade: gradeOrder,
  solve: solveOrder,
  example: exampleOrder,
};

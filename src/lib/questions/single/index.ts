import type { QuestionKind } from '../kind.ts';
import { exampleSingle } from './example.ts';
import { gradeSingle, solveSingle } from './grade.ts';
import { hideSingle, type HiddenSingle } from './hide.ts';
import { SingleSchema, type SingleQuestion } from './schema.ts';

export const single: QuestionKind<SingleQuestion, HiddenSingle> = {
  schema: SingleSchema,
  hide: hideSingle,
  grade: gradeSingle,
  solve: solveSingle,
  example: exampleSingle,
};

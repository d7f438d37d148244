import type { QuestionKind } from '../kind.ts';
import { exampleMultiple } from './example.ts';
import { gradeMultiple, solveMultiple } from './grade.ts';
import { hideMultiple, type HiddenMultiple } from './hide.ts';
import { MultipleSchema, type MultipleQuestion } from './schema.ts';

export const multiple: QuestionKind<MultipleQuestion, HiddenMultiple> = {
  schema: MultipleSchema,
  hide: hideMultiple,
  grade: gradeMultiple,
  solve: solveMultiple,
  example: exampleMultiple,
};

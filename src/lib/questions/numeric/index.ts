import type { QuestionKind } from '../kind.ts';
import { exampleNumeric } from './example.ts';
import { gradeNumeric, solveNumeric } from './grade.ts';
import { hideNumeric, type HiddenNumeric } from './hide.ts';
import { NumericSchema, type NumericQuestion } from './schema.ts';

export const numeric: QuestionKind<NumericQuestion, HiddenNumeric> = {
  schema: NumericSchema,
  hide: hideNumeric,
  grade: gradeNumeric,
  solve: solveNumeric,
  example: exampleNumeric,
};

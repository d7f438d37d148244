import type { QuestionKind } from '../kind.ts';
import { exampleMatch } from './example.ts';
import { gradeMatch, solveMatch } from './grade.ts';
import { hideMatch, type HiddenMatch } from './hide.ts';
import { MatchSchema, type MatchQuestion } from './schema.ts';

export const match: QuestionKind<MatchQuestion, HiddenMatch> = {
  schema: MatchSchema,
  hide: hideMatch,
  grade: gradeMatch,
  solve: solveMatch,
  example: exampleMatch,
};

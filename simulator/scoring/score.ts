import * as v from 'valibot';
import { sum } from '../trade/money.ts';
import { measureSchema, readMeasure, type Run } from './measure.ts';

/** One line of a rubric; its words are the scenario's. */
export const rubricLineSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  points: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100)),
  measure: measureSchema,
  cites: v.pipe(v.array(v.string()), v.minLength(1)),
});
export type RubricLine = v.InferOutput<typeof rubricLineSchema>;

export interface ScoredLine {
  id: string;
  points: number;
  max: number;
  /** Journal entries (seq) that earned or cost the points. */
  evidence: number[];
  cites: string[];
}

export const GRADES = ['excellent', 'good', 'passed', 'failed'] as const;
export type Grade = (typeof GRADES)[number];

export interface Score {
  score: number;
  maxScore: number;
  grade: Grade;
  lines: ScoredLine[];
}

/** From 90, 75 and 60 of a hundred. */
function gradeOf(score: number, max: number): Grade {
  const percent = max === 0 ? 0 : (score * 100) / max;
  if (percent >= 90) return 'excellent';
  if (percent >= 75) return 'good';
  return percent >= 60 ? 'passed' : 'failed';
}

/** The score of a run by its rubric: whole points per line, each traced to journal entries and a citation. */
export function scoreOf(run: Run, rubric: readonly RubricLine[]): Score {
  const lines = rubric.map(({ id, points, measure, cites }) => {
    const { met, evidence } = readMeasure(run, measure);
    return {
      id,
      points: Math.floor((points * met) / 1_000_000),
      max: points,
      evidence: [...new Set(evidence)],
      cites,
    };
  });
  const score = sum(lines.map((line) => line.points));
  const maxScore = sum(lines.map((line) => line.max));
  return { score, maxScore, grade: gradeOf(score, maxScore), lines };
}

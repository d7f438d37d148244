import * as v from 'valibot';
import { rubricLineSchema } from './scoring/score.ts';
import { setupSchema } from './trade/setup.ts';

/**
 * A scenario file, content/scenarios/<id>.yaml: the world's data and, beside it, the words for people in both
 * languages. The simulator itself takes only `setup` and `rubric`.
 */
const words = v.object({
  'zh-CN': v.pipe(v.string(), v.minLength(1)),
  en: v.pipe(v.string(), v.minLength(1)),
});

const habit = v.picklist([
  'wrongCode',
  'earlyList',
  'undervalue',
  'lateSummary',
  'noInspection',
  'idle',
  'wrongRisks',
  'heavyHand',
]);

/** A play that is known to end in a certain way: a robot with a seed, and the bad habits that it is given. */
const play = v.object({ seed: v.string(), habits: v.array(habit) });

export const scenarioSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{3,60}$/)),
  title: words,
  summary: words,
  /** Paragraphs of the briefing. */
  briefing: v.pipe(v.array(words), v.minLength(1)),
  level: v.picklist([1, 2, 3]),
  minutes: v.pipe(v.number(), v.safeInteger(), v.minValue(3), v.maxValue(300)),
  /** Rows of the two plans that the scenario trains. */
  plan: v.pipe(v.array(v.pipe(v.string(), v.regex(/^(XT|CZ)-[A-Z]?\d{1,2}$/))), v.minLength(1)),
  cites: v.pipe(v.array(v.string()), v.minLength(1)),
  objectives: v.pipe(v.array(v.object({ id: v.string(), text: words })), v.minLength(1)),
  rubric: v.pipe(v.array(v.object({ ...rubricLineSchema.entries, text: words })), v.minLength(3)),
  /** The reference reaches the best grade, the failing one does not pass. */
  plays: v.object({ reference: play, failing: play }),
  setup: setupSchema,
});

export type Scenario = v.InferOutput<typeof scenarioSchema>;
export type Habit = v.InferOutput<typeof habit>;

import { and, desc, eq, inArray, like } from 'drizzle-orm';
import type { Answer } from '../../questions/kind.ts';
import { database } from '../db/index.ts';
import { questionAnswers } from '../db/schema/index.ts';

export interface KeptAnswer {
  question: string;
  answer: Answer;
  isRight: boolean;
  revealed: boolean;
}

/** Keeps an answer beside the earlier ones. */
export async function keepAnswer(userId: string, kept: KeptAnswer): Promise<void> {
  await database()
    .insert(questionAnswers)
    .values({ userId, ...kept });
}

const columns = {
  question: questionAnswers.question,
  answer: questionAnswers.answer,
  isRight: questionAnswers.isRight,
  revealed: questionAnswers.revealed,
};

/** The newest answer of a person to each of these questions. */
export async function latestAnswers(
  userId: string,
  questions: readonly string[],
): Promise<Map<string, KeptAnswer>> {
  if (questions.length === 0) return new Map();
  const rows = await database()
    .selectDistinctOn([questionAnswers.question], columns)
    .from(questionAnswers)
    .where(and(eq(questionAnswers.userId, userId), inArray(questionAnswers.question, [...questions])))
    .orderBy(questionAnswers.question, desc(questionAnswers.id));
  return new Map(rows.map((row) => [row.question, row]));
}

/** The questions of a course that a person has right by their newest answer. */
export async function rightIn(userId: string, course: string): Promise<Set<string>> {
  const rows = await database()
    .selectDistinctOn([questionAnswers.question], columns)
    .from(questionAnswers)
    .where(
      and(eq(questionAnswers.userId, userId), like(questionAnswers.question, `${likeLiteral(course)}/%`)),
    )
    .orderBy(questionAnswers.question, desc(questionAnswers.id));
  return new Set(rows.filter((row) => row.isRight).map((row) => row.question));
}

/** A name as itself in a LIKE pattern. */
function likeLiteral(name: string): string {
  return name.replace(/[\\%_]/g, (character) => `\\${character}`);
}

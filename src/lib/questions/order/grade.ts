import { keyOf } from '../keys.ts';
import type { Answer, Problem, Verdict } from '../kind.ts';
import type { OrderQuestion } from './schema.ts';

/** The field of an item holds its place, from 1. */
export const placeField = (key: string): string => `place-${key}`;

export function gradeOrder(question: OrderQuestion, id: string, answer: Answer): Verdict | Problem {
  const keys = question.items.map((item) => keyOf(id, item.id));
  const places = keys.map((key) => Number(answer[placeField(key)]?.[0] ?? Number.NaN));
  const last = keys.length;
  if (places.some((place) => !Number.isInteger(place) || place < 1 || place > last)) return 'notAllPlaced';
  if (new Set(places).size !== last) return 'placedTwice';
  const marks = Object.fromEntries(keys.map((key, at) => [key, places[at] === at + 1]));
  const right = Object.values(marks).every(Boolean);
  return {
    right,
    marks,
    missed: 0,
    remarks: [{ key: null, right, text: question.feedback[right ? 'right' : 'wrong'] }],
  };
}

export function solveOrder(question: OrderQuestion, id: string): Answer {
  return Object.fromEntries(
    question.items.map((item, at) => [placeField(keyOf(id, item.id)), [String(at + 1)]]),
  );
}

import { hashOf } from '../kernel/index.ts';

/** A 36-character upper-case UUID text from a label and a number: the same in every replay. */
export function guidOf(label: string, number: number | string): string {
  const hex = hashOf(`${label}#${number}`).toUpperCase();
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `A${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { World } from './types.ts';

/** JSON with sorted keys and without undefined: equal values give equal text, however they were built. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    const keys = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 (hex) of any JSON value in canonical form. */
export const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));

/**
 * SHA-256 (hex) of the world's state. The entry count is left out, so that a slow play and a fast-forward, or a play
 * with refused moves and one without, meet in the same hash.
 */
export function stateHash(world: World): string {
  const { seq: _seq, ...state } = world;
  return hashOf(state);
}

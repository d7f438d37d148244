import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Where a whole number between `low` and `high` (both included) comes from. */
export type Dice = (stream: string, index: number, low: number, high: number) => number;

/**
 * A keyed counter generator: the n-th draw of a stream depends on seed, stream and n alone, so a new draw in one
 * concern shifts no other. 48 bits of HMAC-SHA256 per draw; the bias over a span below 2^24 is under 2^-24.
 */
export function seededDice(seed: string): Dice {
  const key = utf8ToBytes(seed);
  return (stream, index, low, high) => {
    const bytes = hmac(sha256, key, utf8ToBytes(`${stream}#${index}`));
    let value = 0;
    for (let i = 0; i < 6; i++) value = value * 256 + bytes[i]!;
    return low + (value % (high - low + 1));
  };
}

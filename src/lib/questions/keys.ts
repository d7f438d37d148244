/**
 * The name under which an option travels to the browser and back: a hash of the question and the option, so
 * that neither ids like `right-1` nor the order in the file tell the answer, and an answer that was kept
 * still fits when the file's order changes.
 */
export function keyOf(questionId: string, option: string): string {
  // FNV-1a, 32 bits: no secret, only stable and without visible order.
  let hash = 0x811c9dc5;
  for (const character of `${questionId}\n${option}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  // A last mixing: FNV's low bits alone would keep near strings near.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return `k${((hash ^ (hash >>> 15)) >>> 0).toString(36)}`;
}

/** Sorted by key: a shuffle that is the same at every visit and in every language. */
export function shuffled<T extends { key: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** `sure: false` marks an entry that no source at hand confirms: shown to learners as 「示意数据」. */
export interface CodeName {
  readonly zh: string;
  readonly en: string;
  readonly sure: boolean;
}

/** code → meaning */
export type CodeTable = Readonly<Record<string, CodeName>>;

/**
 * A table from lines `code zh en words`. A `?` right after the code marks an entry that is not confirmed.
 * Throws on a slip: such a table must not be shipped.
 */
export function codeTable(lines: string): CodeTable {
  const table: Record<string, CodeName> = {};
  for (const line of lines.trim().split('\n')) {
    const m = /^\s*(\w+)(\??) (\S+) (.+)$/.exec(line);
    if (!m || table[m[1]!]) throw new Error(`not a code: ${line}`);
    table[m[1]!] = { zh: m[3]!.replaceAll('_', ' '), en: m[4]!.trim(), sure: m[2] === '' };
  }
  return table;
}

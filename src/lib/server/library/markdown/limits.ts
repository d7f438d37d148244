import type { Node, Parent } from 'mdast';
import type { ContentErrorCode } from '../errors.ts';

/**
 * A long lesson has 25,000 characters in 400 lines. Beyond these bounds a text is an attack or an accident,
 * and is shown as plain text. Lines and paragraphs are bounded because the parser is quadratic in several
 * of them (measured: 100 KB of `a*` in one paragraph take 100 s, within these bounds less than 1 s).
 */
export const LIMITS = {
  characters: 80_000,
  lines: 3_000,
  line: 3_000,
  /** Characters between two empty lines. */
  paragraph: 6_000,
  indent: 120,
  nesting: 24,
  depth: 60,
} as const;

export interface Breach {
  line: number;
  code: Extract<ContentErrorCode, 'tooLarge' | 'tooDeep'>;
}

/** What a line begins with when it stands inside quotes and lists. */
const NESTING = /^(?:\s|>|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/;

/** Looks at the text before it is parsed: what is too large or too deeply nested never reaches the parser. */
export function breachIn(source: string): Breach | null {
  if (source.length > LIMITS.characters) return { line: 1, code: 'tooLarge' };
  let openBoxes = 0;
  let paragraph = 0;
  const lines = source.split('\n');
  if (lines.length > LIMITS.lines) return { line: LIMITS.lines, code: 'tooLarge' };
  for (const [index, line] of lines.entries()) {
    paragraph = line.trim() === '' ? 0 : paragraph + line.length;
    if (line.length > LIMITS.line || paragraph > LIMITS.paragraph)
      return { line: index + 1, code: 'tooLarge' };
    const prefix = NESTING.exec(line)?.[0] ?? '';
    const levels = prefix.match(/\S+/g)?.join('').length ?? 0;
    if (levels > LIMITS.nesting || prefix.length > LIMITS.indent) return { line: index + 1, code: 'tooDeep' };
    if (/^\s*:{3,}\s*\S/.test(line)) openBoxes += 1;
    else if (/^\s*:{3,}\s*$/.test(line)) openBoxes = Math.max(0, openBoxes - 1);
    if (openBoxes > LIMITS.nesting) return { line: index + 1, code: 'tooDeep' };
  }
  return null;
}

/** Depth of a parsed tree, measured without recursion: the walkers that follow do recurse. */
export function isTooDeep(root: Node): boolean {
  let level: Node[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.depth) return true;
    level = level.flatMap((node) => ('children' in node ? (node as Parent).children : []));
  }
  return false;
}

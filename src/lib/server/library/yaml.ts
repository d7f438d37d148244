import * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { ContentError, ContentErrorCode } from './errors.ts';

type Schema<T> = v.GenericSchema<unknown, T>;

export interface Checked<T> {
  value: T | null;
  errors: ContentError[];
  /** The line of a path inside the document, for complaints that later checks make. */
  lineOf(path: readonly (string | number)[]): number;
}

/**
 * YAML 1.2 text → checked value, every complaint with its line. Aliases are capped (a "billion laughs"
 * document is refused), duplicate keys are complaints.
 * @param firstLine line of the file on which `source` begins (front matter begins on line 2)
 */
export function parseYaml<T>(
  file: string,
  source: string,
  schema: Schema<T>,
  { firstLine = 1, code = 'badShape' }: { firstLine?: number; code?: ContentErrorCode } = {},
): Checked<T> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line) + firstLine - 1;
  const lineOf = (path: readonly (string | number)[]) => lineAt(offsetOf(document, path));
  const errors: ContentError[] = document.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    code: 'badYaml',
    params: { detail: error.message },
  }));
  if (errors.length > 0) return { value: null, errors, lineOf };

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { value: null, errors: [{ file, line: firstLine, code: 'badYaml', params: { detail } }], lineOf };
  }
  const result = v.safeParse(schema, data);
  if (result.success) return { value: result.output, errors, lineOf };
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((step) => step.key as string | number);
    errors.push({ file, line: lineOf(path), code, params: { at: path.join('.'), detail: issue.message } });
  }
  return { value: null, errors, lineOf };
}

/**
 * A YAML file that maps a name to an entry, each entry checked by itself: one bad entry does not take the
 * others with it.
 */
export function parseEntries<T>(
  file: string,
  source: string,
  entry: Schema<T>,
  name: Schema<string> = v.string(),
): { entries: Map<string, T>; errors: ContentError[]; lineOf: Checked<T>['lineOf'] } {
  const { value, errors, lineOf } = parseYaml(file, source, v.nullable(v.record(v.string(), v.unknown())));
  const entries = new Map<string, T>();
  for (const [key, raw] of Object.entries(value ?? {})) {
    const named = v.safeParse(name, key);
    const checked = v.safeParse(entry, raw);
    if (named.success && checked.success) entries.set(key, checked.output);
    for (const issue of [...(named.issues ?? []), ...(checked.issues ?? [])]) {
      const path = [key, ...(issue.path ?? []).map((step) => step.key as string | number)];
      errors.push({
        file,
        line: lineOf(path),
        code: 'badShape',
        params: { at: path.join('.'), detail: issue.message },
      });
    }
  }
  return { entries, errors, lineOf };
}

/** Where the deepest existing node of a path begins: a missing key is reported at its parent. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

/** What the editor offers at a place in a line. Pure; columns count from 1, as Monaco does. */
import type { Code, PaperField } from '../view.ts';

export interface Completion {
  label: string;
  detail: string;
  insert: string;
  /** Columns of the text that it takes the place of. */
  from: number;
  to: number;
  kind: 'field' | 'code';
}

const ELEMENT = /<\/?(?:(\w+):)?(\w+)/g;

/** The element whose tag, or whose only content, stands at a column; null between elements. */
export function elementAt(line: string, column: number): string | null {
  const before = [...line.matchAll(ELEMENT)].filter((match) => match.index < column);
  return before.at(-1)?.[2] ?? null;
}

/** Element names behind `<`, codes between the tags of a field with a code table. */
export function completionsAt(
  line: string,
  column: number,
  fields: readonly PaperField[],
  codes: Record<string, readonly Code[]>,
): Completion[] {
  const before = line.slice(0, column - 1);
  const tag = /<(?:(\w+):)?(\w*)$/.exec(before);
  if (tag) {
    const prefix = tag[1] ?? 'ceb';
    const from = column - tag[0].length;
    const names = new Map(fields.map((field) => [field.name, field]));
    return [...names.values()].map((field) => ({
      label: field.name,
      detail: `${field.label} ${field.type}`,
      insert: `<${prefix}:${field.name}></${prefix}:${field.name}>`,
      from,
      to: column,
      kind: 'field',
    }));
  }
  const value = /<(?:\w+:)?(\w+)>([^<]*)$/.exec(before);
  const field = fields.find(({ name, codes: table }) => name === value?.[1] && table !== null);
  if (!value || !field?.codes) return [];
  const rest = /^[^<]*/.exec(line.slice(column - 1))![0];
  return (codes[field.codes] ?? []).map(({ code, label }) => ({
    label: `${code} ${label}`,
    detail: field.label,
    insert: code,
    from: column - value[2]!.length,
    to: column + rest.length,
    kind: 'code',
  }));
}

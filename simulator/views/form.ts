import type { MoveSpec } from '../kernel/index.ts';

/** One input of a move, read from its schema: what the form on screen shows, and what a robot may fill in. */
export interface FormField {
  name: string;
  kind: 'integer' | 'text' | 'choice' | 'choices' | 'flag' | 'texts';
  required: boolean;
  options: string[];
  min: number | null;
  max: number | null;
}

interface Schema {
  type: string;
  entries?: Record<string, Schema>;
  wrapped?: Schema;
  item?: Schema;
  options?: readonly unknown[];
  pipe?: readonly { type: string; requirement?: unknown }[];
}

/** The inputs of a move. Knows the few valibot schemas that moves are written in. @throws TypeError for another one */
export function formOf(spec: MoveSpec): FormField[] {
  const { entries = {} } = spec.schema as unknown as Schema;
  return Object.entries(entries).map(([name, schema]) => fieldOf(name, schema, true));
}

function fieldOf(name: string, schema: Schema, required: boolean): FormField {
  if (schema.wrapped) return fieldOf(name, schema.wrapped, false);
  const field = {
    name,
    required,
    options: [] as string[],
    min: bound(schema, 'min'),
    max: bound(schema, 'max'),
  };
  switch (schema.type) {
    case 'number':
      return { ...field, kind: 'integer' };
    case 'string':
      return { ...field, kind: 'text' };
    case 'boolean':
      return { ...field, kind: 'flag' };
    case 'picklist':
      return { ...field, kind: 'choice', options: (schema.options ?? []).map(String) };
    case 'array': {
      const options = schema.item?.type === 'picklist' ? (schema.item.options ?? []).map(String) : [];
      return { ...field, kind: options.length > 0 ? 'choices' : 'texts', options };
    }
    default:
      throw new TypeError(`no form for a field of type ${schema.type}: ${name}`);
  }
}

function bound(schema: Schema, side: 'min' | 'max'): number | null {
  const found = (schema.pipe ?? []).find(
    (step) => step.type === `${side}_value` || step.type === `${side}_length`,
  );
  return typeof found?.requirement === 'number' ? found.requirement : null;
}

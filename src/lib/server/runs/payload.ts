import type { Engine, Json, World } from '$simulator/kernel/index.ts';
import { formOf } from '$simulator/views/index.ts';

/**
 * The inputs of a form as the payload of a move. What is missing or no number is left as it was written: the move's
 * own schema says what is wrong with it, and the journal records it. Null when there is no such move.
 */
export function payloadFrom(
  engine: Engine,
  world: World,
  to: string,
  move: string,
  form: FormData,
): { [key: string]: Json } | null {
  const definition = engine.definitions.get(world.machines[to]?.definition ?? '');
  const spec = definition && Object.hasOwn(definition.moves, move) ? definition.moves[move] : undefined;
  if (!spec) return null;
  const entries = formOf(spec).flatMap((field): [string, Json][] => {
    const texts = form
      .getAll(`f.${field.name}`)
      .filter((item): item is string => typeof item === 'string')
      .map((item) => item.trim());
    const filled = texts.filter((item) => item !== '');
    switch (field.kind) {
      case 'flag':
        return [[field.name, filled.length > 0]];
      case 'choices':
        return [[field.name, filled]];
      case 'texts':
        return [[field.name, filled.flatMap((item) => item.split(/[\s,，;；]+/)).filter(Boolean)]];
      case 'integer':
        return filled[0] === undefined
          ? []
          : [[field.name, /^-?\d{1,15}$/.test(filled[0]) ? Number(filled[0]) : filled[0]]];
      default:
        return filled[0] === undefined
          ? field.required
            ? [[field.name, '']]
            : []
          : [[field.name, filled[0]]];
    }
  });
  return Object.fromEntries(entries);
}

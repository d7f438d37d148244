/** The grammar flattened for forms, explanations and editors: one row per field of a message type. */
import type { CodeTableId } from '../codes/index.ts';
import type { MessageType } from '../message.ts';
import { grammarOf } from './catalogue.ts';
import { facets, type Facets, type FieldTable } from './facets.ts';
import { ELEMENT_NAMES, WORDS } from './names.ts';
import { baseSubscribe, baseTransfer, importBaseTransfer, rootAttributes } from './trailer.ts';

export type FieldPart = 'root' | 'head' | 'list' | 'transfer' | 'subscribe';

export interface Field {
  /** `head.orderNo`, `list.qty`, `transfer.dxpId`, `subscribe.status`; attributes of the root have no part: `guid`. */
  readonly path: string;
  readonly part: FieldPart;
  /** Name on the wire. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Notation of `facets.ts`: `C..60`, `N19,5`, `I5`. */
  readonly type: string;
  readonly facets: Facets;
  readonly required: boolean;
  readonly codeList: CodeTableId | null;
  /** Key of the explanation in the words of namespace `fields`. */
  readonly words: string;
}

const cache = new Map<MessageType, readonly Field[]>();

/** All fields of a message type, in the order of the wire. */
export function fieldsOf(type: MessageType): readonly Field[] {
  let fields = cache.get(type);
  if (!fields) {
    const g = grammarOf(type);
    const request = g.role === 'request';
    fields = [
      ...rows(type, 'root', rootAttributes),
      ...rows(type, 'head', g.headFields),
      ...rows(type, 'list', g.listFields),
      ...(request ? rows(type, 'transfer', g.family === 'import' ? importBaseTransfer : baseTransfer) : []),
      ...(request ? rows(type, 'subscribe', baseSubscribe) : []),
    ];
    cache.set(type, fields);
  }
  return fields;
}

/** One field by its path, or null. */
export function findField(type: MessageType, path: string): Field | null {
  return fieldsOf(type).find((f) => f.path === path) ?? null;
}

function rows(type: MessageType, part: FieldPart, table: FieldTable): Field[] {
  return Object.entries(table).map(([name, notation]) => {
    const known = ELEMENT_NAMES[name];
    if (!known) throw new Error(`element without a name: ${name}`);
    const path = part === 'root' ? name : `${part}.${name}`;
    const f = facets(notation);
    return {
      path,
      part,
      name,
      zh: known.zh,
      en: known.en,
      type: notation,
      facets: f,
      required: f.required,
      codeList: known.codes ?? null,
      words: WORDS[`${type}.${path}`] ?? WORDS[path] ?? name,
    };
  });
}

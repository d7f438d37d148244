/** The tables of `grammar/` as a schema that the judge can walk. Compiled once per message type, when first needed. */
import { grammarOf, type MessageGrammar } from '../grammar/catalogue.ts';
import { facets, type FieldTable } from '../grammar/facets.ts';
import {
  baseSubscribe,
  baseTransfer,
  extendMessage,
  importBaseTransfer,
  rootAttributes,
} from '../grammar/trailer.ts';
import { EXPORT_TYPES, IMPORT_TYPES, type MessageType } from '../message.ts';
import {
  any,
  anyType,
  CEB,
  contentType,
  declaration,
  DS,
  element,
  sequence,
  textType,
  XS,
  type AttributeRule,
  type Declaration,
  type ElementParticle,
  type Type,
} from './model.ts';
import {
  faultOfBase64,
  faultOfDate,
  faultOfDateTime,
  faultOfInteger,
  faultOfUri,
  noFault,
} from './plain-types.ts';
import { findSignatureElement, findSignatureType } from './signature.ts';
import { faultOf } from './value.ts';
import type { Schema } from './walk.ts';

function field(local: string, notation: string): ElementParticle {
  const f = facets(notation);
  const d = declaration(
    CEB,
    local,
    textType((raw) => faultOf(raw, f), f.collapse),
    {
      default: f.default,
      fixed: f.fixed,
      // The import schema writes line numbers as a bare xs:int, which has a name; all other types have none.
      typeName: notation === 'I' ? `{${XS}}int` : null,
    },
  );
  return element(CEB, local, () => d, f.required ? 1 : 0, 1);
}

const fieldsIn = (table: FieldTable) => Object.entries(table).map(([name, type]) => field(name, type));

const flat = (local: string, table: FieldTable) =>
  declaration(CEB, local, contentType(sequence(fieldsIn(table))));

const only = (d: Declaration, min = 1, max = 1) => element(d.uri, d.local, () => d, min, max);

const anything = contentType(sequence([any(null, false, 0)]));
const message = declaration(CEB, 'Message', anything, { typeName: `{${CEB}}XMLElement` });
const extend = declaration(
  CEB,
  'ExtendMessage',
  contentType(sequence([...fieldsIn(extendMessage), only(message)])),
);
const subscribe = flat('BaseSubscribe', baseSubscribe);
const transfer = {
  export: flat('BaseTransfer', baseTransfer),
  import: flat('BaseTransfer', importBaseTransfer),
};

const rootRules: AttributeRule[] = Object.entries(rootAttributes).map(([local, notation]) => {
  const f = facets(notation);
  return { local, required: true, check: (raw) => faultOf(raw, f) };
});

interface Compiled {
  readonly root: Declaration;
  /** Elements of this message that the official schema declares on their own. */
  readonly globals: readonly Declaration[];
}

function compile(g: MessageGrammar): Compiled {
  const head = flat(g.head, g.headFields);
  const list = g.list ? flat(g.list, g.listFields) : null;
  const record =
    g.record === g.head
      ? head
      : declaration(
          CEB,
          g.record,
          contentType(sequence([only(head), ...(list ? [only(list, g.lines[0], g.lines[1])] : [])])),
        );
  const items = [only(record, g.records[0], g.records[1]), ...trailer(g)];
  const root = declaration(CEB, `CEB${g.type}Message`, contentType(sequence(items), rootRules));
  const nested = record !== head && g.family === 'import' ? [] : [record];
  return { root, globals: [root, head, ...nested, ...(list ? [list] : [])] };
}

/** Export: Signature, then ExtendMessage. Import: the other way round. */
function trailer(g: MessageGrammar): ElementParticle[] {
  if (g.role === 'answer') return [];
  const signature = element(
    DS,
    'Signature',
    () => findSignatureElement('Signature')!,
    g.signature === 'required' ? 1 : 0,
  );
  const last = [signature, only(extend, 0)];
  if (g.family === 'import') last.reverse();
  return [only(transfer[g.family]), only(subscribe, 0, 5), ...last];
}

const compiled = new Map<MessageType, Compiled>();

function compiledOf(type: MessageType): Compiled {
  let c = compiled.get(type);
  if (!c) compiled.set(type, (c = compile(grammarOf(type))));
  return c;
}

/** What the root of a message of this type must look like. */
export function rootOf(type: MessageType): Declaration {
  return compiledOf(type).root;
}

const globals = new Map<string, Map<string, Declaration>>();

function globalsOf(family: 'export' | 'import'): Map<string, Declaration> {
  let known = globals.get(family);
  if (!known) {
    const types: readonly MessageType[] = family === 'export' ? EXPORT_TYPES : [...IMPORT_TYPES, '900'];
    const all = [transfer[family], subscribe, extend, ...types.flatMap((t) => compiledOf(t).globals)];
    globals.set(family, (known = new Map(all.map((d) => [d.local, d]))));
  }
  return known;
}

const free = textType(noFault);
/** Types that xsi:type may name on a strange element. Of the built-in ones only those that a key or a note could have. */
const BUILT_IN: Record<string, Type> = {
  anyType,
  anySimpleType: free,
  string: free,
  normalizedString: free,
  token: free,
  base64Binary: textType(faultOfBase64, true),
  anyURI: textType(faultOfUri, true),
  integer: textType(faultOfInteger, true),
  int: textType((raw) => faultOf(raw, facets('I')), true),
  date: textType(faultOfDate, true),
  dateTime: textType(faultOfDateTime, true),
  decimal: textType((raw) => faultOf(raw, facets('N999,999')), true),
};

/** The official schema of the family that a message belongs to. */
export function schemaOf(type: MessageType): Schema {
  const { family } = grammarOf(type);
  return {
    element: (uri, local) =>
      uri === CEB ? (globalsOf(family).get(local) ?? null) : uri === DS ? findSignatureElement(local) : null,
    type: (name) => {
      if (name === `{${CEB}}XMLElement`) return anything;
      if (name.startsWith(`{${XS}}`)) return BUILT_IN[name.slice(XS.length + 2)] ?? null;
      return findSignatureType(name);
    },
  };
}

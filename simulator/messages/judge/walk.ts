/** Walks a document along its schema and reports everything that does not fit. The verdict is exact; the list is kind. */
import type { XmlAttribute, XmlElement } from '../xml/tree.ts';
import { matchGroup } from './matching.ts';
import { DS, XS, XSI, type Declaration, type Type } from './model.ts';
import { collapse, clip } from './value.ts';

export interface RawFinding {
  readonly code: string;
  readonly element: XmlElement;
  readonly params: Record<string, string | number>;
}

/** What elements and types a schema knows by name: needed where anything may stand (lax) and for xsi:type. */
export interface Schema {
  readonly element: (uri: string, local: string) => Declaration | null;
  readonly type: (name: string) => Type | null;
}

/** More findings than this help nobody, and a hostile document could ask for a million. */
const MOST_FINDINGS = 200;

export class Walk {
  readonly findings: RawFinding[] = [];
  readonly schema: Schema;
  private readonly ids = new Set<string>();

  constructor(schema: Schema) {
    this.schema = schema;
  }

  report(code: string, element: XmlElement, params: RawFinding['params'] = {}): void {
    if (this.findings.length < MOST_FINDINGS) this.findings.push({ code, element, params });
  }

  /** An element against its declaration. */
  element(element: XmlElement, declared: Declaration): void {
    let type = declared.type;
    if (element.attributes.length > 0 || type.attributes.length > 0) {
      type = this.typeNamedBy(element, declared) ?? type;
      this.attributes(element, type, true);
    }
    if (type.kind === 'content') this.content(element, type);
    else this.text(element, type, declared);
  }

  /** An element where anything may stand: judged if the schema knows it, else its children are. */
  lax(element: XmlElement): void {
    const known = this.schema.element(element.uri, element.local);
    if (known) return this.element(element, known);
    const named = element.attributes.find((a) => a.uri === XSI && a.local === 'type');
    if (named) {
      const type = this.schema.type(resolve(element, named.value));
      if (!type) return this.report('xsiType', element, { name: element.local, value: clip(named.value) });
      return this.element(element, {
        uri: element.uri,
        local: element.local,
        type,
        typeName: resolve(element, named.value),
        default: null,
        fixed: null,
      });
    }
    for (const child of element.children) this.lax(child);
  }

  private text(element: XmlElement, type: Type & { kind: 'text' }, declared: Declaration): void {
    if (element.children.length > 0) {
      const child = element.children[0]!;
      return this.report('childNotAllowed', child, { name: child.local, parent: element.local });
    }
    const standIn = declared.fixed ?? declared.default;
    if (standIn !== null && element.text === '' && !element.hasText) return;
    const fault = type.check(element.text);
    if (fault) return this.report(fault.code, element, { name: element.local, ...fault.params });
    if (declared.fixed === null) return;
    const value = type.collapse ? collapse(element.text) : element.text;
    if (value !== declared.fixed) {
      this.report('valueFixed', element, { name: element.local, value: clip(value), fixed: declared.fixed });
    }
  }

  private content(element: XmlElement, type: Type & { kind: 'content' }): void {
    // Where nothing may stand, not even a blank may.
    const hasText = element.hasText || (type.particle === null && element.text !== '');
    if (hasText && !type.mixed) {
      this.report('textNotAllowed', element, { name: element.local, value: clip(element.text.trim()) });
    }
    if (type.particle?.kind === 'any' || type.particle?.kind === 'element') {
      throw new Error('a content type holds a group');
    }
    matchGroup(this, element, type.particle);
  }

  attributes(element: XmlElement, type: Type, nilFaults: boolean): void {
    for (const a of element.attributes) {
      if (type.kind === 'content' && type.open && a.local !== 'nil') continue;
      if (a.uri === XSI) this.instruction(element, a, nilFaults);
      else this.attribute(element, type, a);
    }
    for (const rule of type.attributes) {
      if (rule.required && !element.attributes.some((a) => a.uri === '' && a.local === rule.local)) {
        this.report('attributeMissing', element, { name: element.local, attribute: rule.local });
      }
    }
  }

  private attribute(element: XmlElement, type: Type, a: XmlAttribute): void {
    const rule = a.uri === '' ? type.attributes.find((r) => r.local === a.local) : undefined;
    if (!rule)
      return this.report('attributeUnknown', element, { name: element.local, attribute: clip(a.local) });
    const fault = rule.check(a.value);
    if (fault) return this.report(fault.code, element, { name: a.local, ...fault.params });
    if (!rule.unique) return;
    const id = collapse(a.value);
    if (this.ids.has(id)) this.report('valueNotId', element, { name: a.local, value: clip(id) });
    this.ids.add(id);
  }

  /** xsi:… — hints about where a schema lies are ignored, as the reference does. */
  private instruction(element: XmlElement, a: XmlAttribute, nilFaults: boolean): void {
    if (a.local === 'type' || a.local === 'schemaLocation' || a.local === 'noNamespaceSchemaLocation') return;
    if (a.local === 'nil') {
      if (nilFaults) this.report('xsiNil', element, { name: element.local });
    } else
      this.report('attributeUnknown', element, { name: element.local, attribute: `xsi:${clip(a.local)}` });
  }

  /** xsi:type may only repeat the name of the element's own type. */
  private typeNamedBy(element: XmlElement, declared: Declaration): Type | null {
    const named = element.attributes.find((a) => a.uri === XSI && a.local === 'type');
    if (named && !isTypeOf(declared, resolve(element, named.value))) {
      this.report('xsiType', element, { name: element.local, value: clip(named.value) });
    }
    return null;
  }
}

/** Named types that a schema of ours could name in the place of a wider one. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  [`{${XS}}string`]: [`{${XS}}normalizedString`, `{${XS}}token`],
  [`{${XS}}base64Binary`]: [`{${DS}}CryptoBinary`, `{${DS}}DigestValueType`],
  [`{${XS}}int`]: [`{${XS}}short`, `{${XS}}byte`],
};

function isTypeOf({ typeName }: Declaration, name: string): boolean {
  return typeName !== null && (name === typeName || (NARROWER[typeName] ?? []).includes(name));
}

/** `p:local` → `{uri}local` by the declarations around the element. Blanks around it are not taken off (libxml2). */
function resolve(element: XmlElement, qname: string): string {
  const colon = qname.indexOf(':');
  const prefix = qname.slice(0, Math.max(colon, 0));
  const local = qname.slice(colon + 1);
  for (let e: XmlElement | null = element; e; e = e.parent) {
    const uri = e.prefixes[prefix];
    if (uri !== undefined) return `{${uri}}${local}`;
  }
  return `{}${local}`;
}

/**
 * A small model of XML Schema: as much of it as the CEB, DXP and XML-Signature schemas use. Types are data, so that the
 * three schemas are three tables and one judge reads them all.
 */
import type { ValueFault } from './value.ts';

export interface AttributeRule {
  readonly local: string;
  readonly required: boolean;
  readonly check: (raw: string) => ValueFault | null;
  /** Values of xs:ID must differ within a document. */
  readonly unique?: boolean;
}

/** Text only. `check` sees the raw text. */
export interface TextType {
  readonly kind: 'text';
  readonly check: (raw: string) => ValueFault | null;
  readonly attributes: readonly AttributeRule[];
  readonly collapse: boolean;
}

/** Child elements, and text between them where it is mixed. */
export interface ContentType {
  readonly kind: 'content';
  readonly mixed: boolean;
  readonly attributes: readonly AttributeRule[];
  readonly particle: Particle | null;
  /** Any attribute may stand here (xs:anyType). */
  readonly open?: boolean;
}

export type Type = TextType | ContentType;

export interface Declaration {
  readonly uri: string;
  readonly local: string;
  readonly type: Type;
  /** `{uri}local` of a type that has a name: the only value that xsi:type may take here. */
  readonly typeName: string | null;
  readonly default: string | null;
  readonly fixed: string | null;
}

export interface ElementParticle {
  readonly kind: 'element';
  readonly declaration: () => Declaration;
  readonly uri: string;
  readonly local: string;
  readonly min: number;
  readonly max: number;
}

export interface GroupParticle {
  readonly kind: 'sequence' | 'choice';
  readonly items: readonly Particle[];
  readonly min: number;
  readonly max: number;
  /** Position of each name, when the group is a plain sequence of elements; else null. */
  readonly places: ReadonlyMap<string, number> | null;
}

export interface AnyParticle {
  readonly kind: 'any';
  /** An element of this namespace, or of none, does not fit; null: everything fits. */
  readonly except: string | null;
  readonly lax: boolean;
  readonly min: number;
  readonly max: number;
}

export type Particle = ElementParticle | GroupParticle | AnyParticle;

export const CEB = 'http://www.chinaport.gov.cn/ceb';
export const DXP = 'http://www.chinaport.gov.cn/dxp';
export const DS = 'http://www.w3.org/2000/09/xmldsig#';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
export const XS = 'http://www.w3.org/2001/XMLSchema';

const NO_ATTRIBUTES: readonly AttributeRule[] = [];

export function textType(check: TextType['check'], collapse = false, attributes = NO_ATTRIBUTES): TextType {
  return { kind: 'text', check, collapse, attributes };
}

export function contentType(
  particle: Particle | null,
  attributes = NO_ATTRIBUTES,
  mixed = false,
): ContentType {
  return { kind: 'content', particle, attributes, mixed };
}

/** xs:anyType: whatever is known is judged, the rest passes. */
export const anyType: ContentType = {
  kind: 'content',
  mixed: true,
  attributes: NO_ATTRIBUTES,
  particle: { kind: 'sequence', min: 1, max: 1, places: null, items: [any(null, true, 0, Infinity)] },
  open: true,
};

export function declaration(
  uri: string,
  local: string,
  type: Type,
  more: Partial<Declaration> = {},
): Declaration {
  return { uri, local, type, typeName: null, default: null, fixed: null, ...more };
}

/** `min`..`max` times the element that `of` declares. Lazy, since elements may hold themselves. */
export function element(
  uri: string,
  local: string,
  of: () => Declaration,
  min = 1,
  max = 1,
): ElementParticle {
  return { kind: 'element', uri, local, declaration: of, min, max };
}

export function sequence(items: readonly Particle[], min = 1, max = 1): GroupParticle {
  const plain = min === 1 && max === 1 && items.every((item) => item.kind === 'element');
  const places = plain
    ? new Map(
        items.map((item, i) => [`${(item as ElementParticle).uri} ${(item as ElementParticle).local}`, i]),
      )
    : null;
  return { kind: 'sequence', items, min, max, places };
}

export function choice(items: readonly Particle[], min = 1, max = 1): GroupParticle {
  return { kind: 'choice', items, min, max, places: null };
}

export function any(except: string | null, lax: boolean, min = 1, max = 1): AnyParticle {
  return { kind: 'any', except, lax, min, max };
}

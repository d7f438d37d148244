/**
 * The short notation in which the tables of this folder state a type. It says what the schema checks and nothing else:
 * the schema has no pattern and no enumeration, so dates, codes and flags are matters of `reconcile/`.
 *
 *   C36        text of exactly 36 characters          C1..18  from 1 to 18        C..60  at most 60 (may be empty)
 *   N19,5      decimal, 19 digits in all, 5 decimals  I9      integer, 9 digits   I      integer of 32 bits
 *   ?          the element may be absent              collapse   blanks are trimmed and folded before measuring
 *   default=2  stands in for an empty element         fixed=142  the only value (stands in for an empty element too)
 */
export interface Facets {
  readonly base: 'string' | 'decimal' | 'int';
  readonly required: boolean;
  readonly minLength: number;
  readonly maxLength: number;
  readonly collapse: boolean;
  /** 0: no limit */
  readonly totalDigits: number;
  readonly fractionDigits: number;
  readonly default: string | null;
  readonly fixed: string | null;
}

const NOTATION =
  /^(?:(?<C>C(?<min>\d*)(?<range>\.\.(?<max>\d*))?)|N(?<total>\d+),(?<fraction>\d+)|(?<I>I(?<digits>\d*)))(?<optional>\?)?(?<collapse> collapse)?(?: (?<kind>default|fixed)=(?<value>\w+))?$/;

/** Reads the notation. Throws on a slip in a table: such a table must not be shipped. */
export function facets(notation: string): Facets {
  const g = NOTATION.exec(notation)?.groups;
  if (!g) throw new Error(`not a type: ${notation}`);
  const min = Number(g.min || 0);
  return {
    base: g.C ? 'string' : g.I ? 'int' : 'decimal',
    required: !g.optional,
    minLength: g.C ? min : 0,
    maxLength: g.C ? (g.range ? Number(g.max || Infinity) : min) : Infinity,
    collapse: !g.C || Boolean(g.collapse),
    totalDigits: Number(g.total ?? g.digits ?? 0),
    fractionDigits: Number(g.fraction ?? 0),
    default: g.kind === 'default' ? g.value! : null,
    fixed: g.kind === 'fixed' ? g.value! : null,
  };
}

/** A table: element name → type, in the order of the wire. */
export type FieldTable = Readonly<Record<string, string>>;

import { findCode, codesOf, type CodeTableId } from '$simulator/messages/index.ts';
import { parseDecimal } from '$simulator/trade/decimal.ts';
import { findHsFault } from '$simulator/trade/hs-code.ts';
import {
  INVOICES,
  VENTURE_FLAGS,
  ventureSchema,
  type Venture,
  type VentureFlag,
} from '$simulator/trade/venture.ts';
import * as v from 'valibot';
import { findWord } from './spelling.ts';

/** Fields of a product as a form or a pasted table brings them: text. */
export const VENTURE_FIELDS = [
  'name',
  'hs',
  'unit',
  'cost',
  'invoice',
  'vat',
  'refund',
  'price',
  'market',
  'netGrams',
  'packGrams',
  'stock',
  'cash',
  'destinations',
  'flags',
  'certified',
] as const;
export type VentureField = (typeof VENTURE_FIELDS)[number];
export type Typed = Record<VentureField, string>;

/** What can be wrong with a field. Words: `incubate_problem_<problem>`. */
export const VENTURE_PROBLEMS = [
  'nameMissing',
  'nameTooLong',
  'hsNotDigits',
  'hsWrongLength',
  'hsNoSuchChapter',
  'unitUnknown',
  'notANumber',
  'notPositive',
  'negative',
  'tooLarge',
  'tooFine',
  'invoiceUnknown',
  'rateAbove',
  'refundAboveVat',
  'countryUnknown',
  'flagUnknown',
  'answerUnknown',
] as const;
export type VentureProblem = (typeof VENTURE_PROBLEMS)[number];

export interface VentureComplaint {
  field: VentureField;
  problem: VentureProblem;
}

export type JudgedVenture = { ok: true; value: Venture } | { ok: false; complaints: VentureComplaint[] };

type Judged<T> = { value: T } | { problem: VentureProblem };

/** Full-width digits, separators of thousands and currency signs are how people write amounts. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[,\s¥￥$€£%]|US\$/g, '');

interface Bounds {
  scale: number;
  least: 0 | 1;
  most: number;
}

function number(text: string, { scale, least, most }: Bounds): Judged<number> {
  const plain = bare(text);
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return { problem: 'notANumber' };
  const value = parseDecimal(plain, scale);
  if (value === null) return { problem: plain.length > 15 ? 'tooLarge' : 'tooFine' };
  if (value < 0) return { problem: least === 1 ? 'notPositive' : 'negative' };
  if (value < least) return { problem: 'notPositive' };
  return value > most ? { problem: 'tooLarge' } : { value };
}

const yuan: Bounds = { scale: 2, least: 1, most: 100_000_000 };
const pieces: Bounds = { scale: 0, least: 0, most: 1_000_000 };
const grams: Bounds = { scale: 0, least: 1, most: 1_000_000 };
const rate = (text: string): Judged<number> => {
  const read = number(text, { scale: 4, least: 0, most: 1_000_000 });
  return 'problem' in read && read.problem === 'tooLarge' ? { problem: 'rateAbove' } : read;
};

function name(text: string): Judged<string> {
  // Control characters and marks that turn the direction of text have no place in a name.
  const clean = text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  if (clean === '') return { problem: 'nameMissing' };
  return clean.length > 60 ? { problem: 'nameTooLong' } : { value: clean };
}

/** Ten digits, dots and blanks allowed between them: 3924.10.0000. */
function hs(text: string): Judged<string> {
  const digits = text.normalize('NFKC').replace(/[.\s]/g, '');
  const fault = findHsFault(digits);
  return fault ? { problem: fault } : { value: digits };
}

/** A code of a customs table by itself or by its name in either language. */
function findInTable(table: CodeTableId, text: string): string | null {
  const asked = text.normalize('NFKC').trim();
  if (findCode(table, asked)) return asked;
  const wanted = asked.toLowerCase();
  const found = Object.entries(codesOf(table)).find(
    ([, { zh, en }]) => zh === asked || en.toLowerCase() === wanted,
  );
  return found?.[0] ?? null;
}

const several = (text: string): string[] => text.normalize('NFKC').split(/[\s,;、|/]+/).filter(Boolean); // prettier-ignore

/** Letters that people use for the countries of the lines. */
const COUNTRY_WORDS: Record<string, string> = {
  us: '502',
  usa: '502',
  gb: '303',
  uk: '303',
  de: '304',
  jp: '116',
  fr: '305',
  ca: '501',
  au: '601',
};

function invoice(text: string): Judged<Venture['invoice']> {
  const known = findWord(INVOICES, text);
  return known ? { value: known } : { problem: 'invoiceUnknown' };
}

function list<T extends string>(
  text: string,
  read: (item: string) => T | null,
  problem: VentureProblem,
): Judged<T[]> {
  const found = several(text).map(read);
  const known = found.filter((item) => item !== null);
  return known.length < found.length ? { problem } : { value: [...new Set(known)] };
}

const flag = (item: string): VentureFlag | null => findWord(VENTURE_FLAGS, item);

function yes(text: string): Judged<boolean> {
  if (text.trim() === '') return { value: false };
  const answer = findWord(['yes', 'not'], text);
  return answer === null ? { problem: 'answerUnknown' } : { value: answer === 'yes' };
}

/**
 * Judges what was typed. Empty fields of little weight have a fair value: price of like goods = own price, VAT and refund
 * 13 %, nothing for packing, stock and cash.
 * @param countries codes of the countries to which there is a line
 */
export function judgeVenture(typed: Typed, countries: ReadonlySet<string>): JudgedVenture {
  const country = (item: string): string | null => {
    const code = COUNTRY_WORDS[item.toLowerCase()] ?? findInTable('country', item);
    return code !== null && countries.has(code) ? code : null;
  };
  const unit = findInTable('unit', typed.unit || '007');
  const judged: { [Field in VentureField]: Judged<Venture[Field]> } = {
    name: name(typed.name),
    hs: hs(typed.hs),
    unit: unit === null ? { problem: 'unitUnknown' } : { value: unit },
    cost: number(typed.cost, yuan),
    invoice: invoice(typed.invoice),
    vat: rate(typed.vat || '13'),
    refund: rate(typed.refund || '13'),
    price: number(typed.price, yuan),
    market: number(typed.market || typed.price, yuan),
    netGrams: number(typed.netGrams, grams),
    packGrams: number(typed.packGrams || '0', { ...grams, least: 0 }),
    stock: number(typed.stock || '0', pieces),
    cash: number(typed.cash || '0', { scale: 2, least: 0, most: 100_000_000_000 }),
    destinations: list(typed.destinations, country, 'countryUnknown'),
    flags: list(typed.flags, flag, 'flagUnknown'),
    certified: yes(typed.certified),
  };
  // One mistake is told once: without a price of its own, the market's says nothing new.
  if (!typed.market && 'problem' in judged.price) judged.market = { value: 1 };
  const { vat, refund } = judged;
  if ('value' in vat && 'value' in refund && refund.value > vat.value) {
    // Left empty, the refund follows the VAT; written, it is a mistake.
    judged.refund = typed.refund ? { problem: 'refundAboveVat' } : vat;
  }
  const complaints = VENTURE_FIELDS.flatMap((field) => {
    const result = judged[field];
    return 'problem' in result ? [{ field, problem: result.problem }] : [];
  });
  if (complaints.length > 0) return { ok: false, complaints };
  const values = Object.fromEntries(
    VENTURE_FIELDS.map((field) => [field, (judged[field] as { value: unknown }).value]),
  );
  return { ok: true, value: v.parse(ventureSchema, values) };
}

import type { Tag } from './tag.ts';

/** Ten digits of the Chinese customs tariff (商品编码). */
export type HsCode = string;

export const HS_FAULTS = ['hsNotDigits', 'hsWrongLength', 'hsNoSuchChapter'] as const;
export type HsFault = (typeof HS_FAULTS)[number];

/**
 * Form only: whether the line exists is for the tariff table to say.
 * @param digits 10 in full; 6 (B2B) or 4 (retail) where simplified declaration is allowed
 */
export function findHsFault(text: string, digits: 4 | 6 | 8 | 10 = 10): HsFault | null {
  if (!/^\d+$/.test(text)) return 'hsNotDigits';
  if (text.length !== digits) return 'hsWrongLength';
  return isChapter(Number(text.slice(0, 2))) ? null : 'hsNoSuchChapter';
}

/** Chapters 1–97 without 77 (kept free by the HS), and 98, which China uses for special lines. */
export function isChapter(chapter: number): boolean {
  return Number.isInteger(chapter) && chapter >= 1 && chapter <= 98 && chapter !== 77;
}

export const chapterOf = (hs: string): string => hs.slice(0, 2);
export const headingOf = (hs: string): string => hs.slice(0, 4);

/** Last chapter of each of the 21 + 1 sections; index + 1 is the section. */
const SECTION_ENDS = [
  5, 14, 15, 24, 27, 38, 40, 43, 46, 49, 63, 67, 70, 71, 83, 85, 89, 92, 93, 96, 97, 98,
] as const;

/** Section (类) 1–22 of the tariff. @throws RangeError when there is no such chapter */
export function sectionOf(hs: string): number {
  const chapter = Number(chapterOf(hs));
  if (!isChapter(chapter)) throw new RangeError(`no such chapter: ${hs}`);
  return SECTION_ENDS.findIndex((end) => chapter <= end) + 1;
}

/** A value that changes by date; `from` inclusive, `to` inclusive or open, both yyyy-mm-dd. */
export interface Dated {
  value: number;
  from: string;
  to: string | null;
  tag: Tag;
}

/** What the tariff book says of one line; the rows live in content, they are data. */
export interface TariffFacts {
  hs: HsCode;
  /** 法定计量单位, code of the customs unit table; `second` where the line has one */
  units: { first: string; second: string | null };
  /** VAT in ppm */
  vat: number;
  /** export refund in ppm */
  refund: readonly Dated[];
  /** export duty in ppm */
  exportDuty: number;
  /** 监管条件, one letter or digit each: "B" export inspection, "4" export licence, "3" dual-use licence … */
  supervision: readonly string[];
}

/** Codes of enterprises. Those made here are fictional, but their check digits are right. */

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // GB 32100: without I, O, S, V, Z
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const ORGANIZATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Check character of a unified social credit code (统一社会信用代码). Null when a character is not allowed. */
export function findUsccCheck(first17: string): string | null {
  if (first17.length !== 17) return null;
  let total = 0;
  for (const [index, weight] of USCC_WEIGHTS.entries()) {
    const value = USCC_ALPHABET.indexOf(first17[index] ?? '');
    if (value < 0) return null;
    total += value * weight;
  }
  return USCC_ALPHABET[(31 - (total % 31)) % 31] ?? null;
}

/** Eighteen characters with a right check character. */
export function isUscc(code: string): boolean {
  return code.length === 18 && findUsccCheck(code.slice(0, 17)) === code[17];
}

/** Check character of the organization code (GB 11714) that sits in positions 9–17. */
function organizationCheck(first8: string): string {
  let total = 0;
  for (const [index, weight] of ORGANIZATION_WEIGHTS.entries()) {
    total += ORGANIZATION_ALPHABET.indexOf(first8[index] ?? '0') * weight;
  }
  const rest = 11 - (total % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

/** Ten characters: 4 digits of the place, economic area, kind of enterprise, serial (digits or capitals). */
export function isCustomsCode(code: string): boolean {
  return /^\d{4}[0-9A-Z]{2}[0-9A-Z]{4}$/.test(code);
}

/** What messages accept as an enterprise code: customs code or credit code. */
export function isEnterpriseCode(code: string): boolean {
  return isCustomsCode(code) || isUscc(code);
}

/** Places of this world; the division code ends in 99, which no real district has: nobody real is hit. */
export const PLACES = {
  xiangtan: { division: '430399', customs: '4303' },
  chenzhou: { division: '431099', customs: '4310' },
  changsha: { division: '430199', customs: '4301' },
  shenzhen: { division: '440399', customs: '4403' },
  hangzhou: { division: '330199', customs: '3301' },
} as const;
export type Place = keyof typeof PLACES;

export interface EnterpriseCodes {
  uscc: string;
  customsCode: string;
}

/**
 * Codes of the `counter`-th fictional enterprise of a place: the same counter gives the same codes for ever.
 * @param counter 0 … 46 655
 */
export function fictionalCodes(place: Place, counter: number): EnterpriseCodes {
  if (!Number.isInteger(counter) || counter < 0 || counter >= 36 ** 3)
    throw new RangeError(`counter out of range: ${counter}`);
  const facts = PLACES[place];
  const organization = `MA${String(counter).padStart(5, '0')}9`;
  const first17 = `91${facts.division}${organization}${organizationCheck(organization)}`;
  // 9 = no special economic area, 6 = private enterprise
  const customsCode = `${facts.customs}96${counter.toString(36).toUpperCase().padStart(4, '0')}`;
  return { uscc: first17 + (findUsccCheck(first17) ?? ''), customsCode };
}

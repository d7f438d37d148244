import { m } from '$lib/paraglide/messages.js';
import { LOCALES } from '$lib/i18n/text.ts';

/**
 * How people write the headings of a table and the few words in it, in either language whichever the page is in: the
 * table was made somewhere else. Spellings stand in the catalogue with a bar between them.
 */
const SPELLINGS = {
  name: m.incubate_spelling_name,
  hs: m.incubate_spelling_hs,
  unit: m.incubate_spelling_unit,
  cost: m.incubate_spelling_cost,
  invoice: m.incubate_spelling_invoice,
  vat: m.incubate_spelling_vat,
  refund: m.incubate_spelling_refund,
  price: m.incubate_spelling_price,
  market: m.incubate_spelling_market,
  netGrams: m.incubate_spelling_netGrams,
  packGrams: m.incubate_spelling_packGrams,
  stock: m.incubate_spelling_stock,
  cash: m.incubate_spelling_cash,
  destinations: m.incubate_spelling_destinations,
  flags: m.incubate_spelling_flags,
  certified: m.incubate_spelling_certified,
  special13: m.incubate_spelling_special13,
  special9: m.incubate_spelling_special9,
  special3: m.incubate_spelling_special3,
  ordinary: m.incubate_spelling_ordinary,
  none: m.incubate_spelling_none,
  battery: m.incubate_spelling_battery,
  food: m.incubate_spelling_food,
  plant: m.incubate_spelling_plant,
  brand: m.incubate_spelling_brand,
  yes: m.incubate_spelling_yes,
  not: m.incubate_spelling_not,
};
export type Spelled = keyof typeof SPELLINGS;

/** Without case, blanks, brackets and signs of punctuation, as far as they make no difference. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s_,()/:-]/g, ''); // prettier-ignore

let known: Map<Spelled, Set<string>> | undefined;

function spellings(): Map<Spelled, Set<string>> {
  known ??= new Map(
    (Object.keys(SPELLINGS) as Spelled[]).map((word) => {
      const texts = LOCALES.flatMap((locale) => SPELLINGS[word]({}, { locale }).split('|'));
      return [word, new Set([word, ...texts].map(plain))];
    }),
  );
  return known;
}

/** The one of these words that is meant, or null. */
export function findWord<T extends Spelled>(among: readonly T[], text: string): T | null {
  const asked = plain(text);
  return among.find((word) => spellings().get(word)?.has(asked)) ?? null;
}

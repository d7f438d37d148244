import { formatDecimal } from '$simulator/trade/decimal.ts';
import { findCode } from '$simulator/messages/index.ts';
import type { Venture } from '$simulator/trade/venture.ts';
import type { Locale } from '../../i18n/text.ts';
import { countryName } from './economics-page.ts';
import { VENTURE_FIELDS, type Typed } from './judge.ts';
import { countries } from './play.ts';

/** What the form of a product brought, as text; several choices of one name stand side by side. */
export function typedIn(form: FormData): Typed {
  const text = (name: string): string =>
    form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .join(' ')
      .slice(0, 400);
  return Object.fromEntries(VENTURE_FIELDS.map((field) => [field, text(field)])) as Typed;
}

/** A product as the form shows it: yuan and dollars, per cent. */
export function typedOf(venture: Venture): Typed {
  const money = (minor: number): string => formatDecimal(minor, 2, 2);
  const rate = (ppm: number): string => formatDecimal(ppm, 4);
  const { name, hs, unit, invoice, destinations, flags, certified } = venture;
  return {
    ...{ name, hs, unit, invoice },
    cost: money(venture.cost),
    vat: rate(venture.vat),
    refund: rate(venture.refund),
    price: money(venture.price),
    market: money(venture.market),
    netGrams: String(venture.netGrams),
    packGrams: String(venture.packGrams),
    stock: String(venture.stock),
    cash: money(venture.cash),
    destinations: destinations.join(' '),
    flags: flags.join(' '),
    certified: certified ? 'yes' : '',
  };
}

/** Units that retail parcels are sold in, the common ones first. */
const UNITS = [
  '007',
  '011',
  '006',
  '008',
  '012',
  '015',
  '010',
  '025',
  '035',
  '036',
  '120',
  '122',
  '125',
  '136',
  '140',
];

/** What the form offers to choose from. */
export function choicesFor(locale: Locale) {
  return {
    units: UNITS.flatMap((code) => {
      const name = findCode('unit', code);
      return name ? [{ value: code, label: `${locale === 'en' ? name.en : name.zh} (${code})` }] : [];
    }),
    countries: [...countries()].sort().map((code) => ({ value: code, label: countryName(code, locale) })),
  };
}

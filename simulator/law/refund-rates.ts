import type { Dated } from '../trade/hs-code.ts';
import { covers } from '../trade/span.ts';
import { weakest } from '../trade/tag.ts';
import type { Day } from '../trade/time.ts';
import type { Figure } from './figure.ts';
import { from } from './figure.ts';
import type { Law } from './law.ts';

/** A refund rate for all codes that begin with `hs`; the longest prefix that covers the day wins. */
interface RefundRow extends Dated {
  hs: string;
  cites: readonly string[];
}

const LINE = 'market-indication#hs-and-rates';
const row = (
  hs: string,
  value: number,
  tag: string,
  from = '2020-03-20',
  to: string | null = null,
  cite = LINE,
): RefundRow => ({
  hs,
  value,
  from,
  to,
  tag,
  cites: [cite],
});

const CUT_2024 = 'mof-sta-2024-15#cancelled';
const NINE_2024 = 'mof-sta-2024-15#thirteen-to-nine';
/** Copper and aluminium in the form of bars, profiles, wire, sheet, foil and tube; articles made of them kept theirs. */
const CANCELLED_2024 = ['7407', '7408', '7409', '7410', '7411', '7604', '7605', '7606', '7607', '7608'];
const BATTERIES_2026 = 'mof-sta-2026-2#batteries';

/**
 * Export refund rates of the goods that this world trades, in ppm (dossier 8.1). They start with the general rise of
 * 2020-03-20. Lines that are not here have no answer: a trainee with an own product must look the rate up.
 */
export const REFUND_RATES: readonly RefundRow[] = [
  row('08028', 0, '?'),
  row('0805', 90_000, 'S43'),
  row('0902', 90_000, 'S43'),
  row('0904', 90_000, '?'),
  row('1212', 90_000, '?'),
  row('15159040', 0, 'S43'),
  row('1602', 130_000, '?'),
  row('2006', 130_000, '?'),
  row('2008', 130_000, 'S43'),
  row('2103', 130_000, '?'),
  row('2202', 130_000, 'S43'),
  row('2825', 0, '?'),
  row('2849', 0, '?'),
  row('3926', 130_000, 'K'),
  row('4202', 130_000, 'K'),
  row('4409', 130_000, 'S43'),
  row('4419', 130_000, '?'),
  row('441990', 0, 'S43'),
  row('4420', 130_000, '?'),
  row('4601', 130_000, '?'),
  row('4602', 130_000, '?'),
  row('4911', 130_000, '?'),
  row('61', 130_000, 'S43+K'),
  row('62', 130_000, 'S43+K'),
  row('6911', 130_000, 'K', '2020-03-20', '2024-11-30'),
  row('6911', 90_000, 'S43', '2024-12-01', null, NINE_2024),
  row('7106', 0, 'S18', '2020-03-20', null, 'mof-sta-2026-11#precious-metal'),
  row('7113', 130_000, '?'),
  row('7117', 130_000, 'S43'),
  ...CANCELLED_2024.flatMap((heading) => [
    row(heading, 130_000, 'K', '2020-03-20', '2024-11-30'),
    row(heading, 0, 'K', '2024-12-01', null, CUT_2024),
  ]),
  row('7801', 0, '?'),
  row('7901', 0, '?'),
  row('8001', 0, '?'),
  row('8106', 0, '?'),
  row('84089091', 90_000, 'S43'),
  row('8432', 90_000, 'S43'),
  row('843231', 90_000, '?'),
  row('843239', 90_000, '?'),
  row('8433', 90_000, '?'),
  row('8504', 130_000, 'K'),
  row('850760', 130_000, 'K', '2020-03-20', '2024-11-30'),
  row('850760', 90_000, 'S17+?', '2024-12-01', '2026-03-31', NINE_2024),
  row('850760', 60_000, 'S17+?', '2026-04-01', '2026-12-31', BATTERIES_2026),
  row('850760', 0, 'S17+?', '2027-01-01', null, BATTERIES_2026),
  row('8544', 130_000, 'K'),
  row('9503', 130_000, '?'),
];

/**
 * Refund rate of a goods code on the day of export (出口日期 on the declaration decides).
 * Null when the line is not in the table: unknown is not zero.
 */
export function findRefundRate(hs: string, exportDay: Day): Figure | null {
  let best: RefundRow | null = null;
  for (const candidate of REFUND_RATES) {
    const fits = hs.startsWith(candidate.hs) && covers(candidate, exportDay);
    if (fits && candidate.hs.length > (best?.hs.length ?? 0)) best = candidate;
  }
  return best && { value: best.value, tag: best.tag, cites: best.cites };
}

/** The dated rate that a product's own data gives for the day of export. @throws RangeError when none covers it */
export function refundRateOf(rates: readonly Dated[], exportDay: Day): Figure {
  const found = rates.find((rate) => covers(rate, exportDay));
  if (!found) throw new RangeError('the product has no refund rate on its day of export');
  return { value: found.value, tag: weakest([found.tag]), cites: [LINE] };
}

/**
 * Precious-metal overlay: goods whose material cost is mostly silver, gold, platinum metals or diamonds follow the
 * raw material, whose refund is 0, whatever their own line says.
 * @param metalShare ppm of the material cost
 */
export function withPreciousMetal(law: Law, rate: Figure, metalShare: number): Figure {
  const threshold = law.get('preciousMetalShare');
  return metalShare >= threshold.value ? from(0, threshold) : rate;
}

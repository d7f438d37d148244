import { stringify } from 'csv-stringify/sync';
import { m } from '$lib/paraglide/messages.js';
import { formatDateTime } from '$lib/i18n/format.ts';
import { kindName } from '$lib/ventures/words.ts';
import { formatDecimal } from '$simulator/trade/decimal.ts';
import { PROFIT_KINDS } from '$simulator/views/economics/index.ts';
import type { EconomicsPage } from './economics-page.ts';

const yuan = (fen: number): string => formatDecimal(fen, 2, 2);

/**
 * Sums, orders and causes of a run as CSV in the reader's language; amounts in yuan. Begins with a byte order mark, since
 * Excel takes it for GBK otherwise; cells that a spreadsheet would take for formulas are escaped.
 */
export function economicsCsv({ economics, orders, causes, now, scenario }: EconomicsPage): string {
  const kinds = PROFIT_KINDS.map(kindName);
  const rows: string[][] = [
    [m.incubate_run_scenario(), scenario],
    [m.incubate_compare_now(), formatDateTime(now)],
    [],
    [
      m.incubate_order_no(),
      m.incubate_order_country(),
      m.incubate_order_pieces(),
      ...kinds,
      m.incubate_order_profit(),
    ],
    ...orders.map((order) => [
      ...[order.orderNo, order.countryName, String(order.pieces)],
      ...PROFIT_KINDS.map((kind) => yuan(order.byKind[kind])),
      yuan(order.profit),
    ]),
    [
      ...[m.incubate_order_common(), '', ''],
      ...PROFIT_KINDS.map((kind) => yuan(economics.common[kind])),
      yuan(PROFIT_KINDS.reduce((total, kind) => total + economics.common[kind], 0)),
    ],
    [
      ...[m.incubate_order_total(), '', ''],
      ...PROFIT_KINDS.map((kind) => yuan(economics.total[kind])),
      yuan(economics.profit),
    ],
    [],
    [
      m.incubate_cause(),
      m.incubate_kind(),
      m.incubate_amount(),
      m.incubate_cause_times(),
      m.incubate_cause_cites(),
    ],
    ...causes.map(({ title, kind, fen, times, cites }) => [
      ...[title, kindName(kind), yuan(fen), String(times)],
      cites.map(({ short }) => short).join('; '),
    ]),
  ];
  // Amounts may begin with a minus and must stay numbers; a text may not begin like a formula.
  const safe = (cell: string): string => (/^[=+@\t\r]|^-(?![\d.]+$)/.test(cell) ? `'${cell}` : cell);
  return stringify(rows.map((row) => row.map(safe)), { bom: true, record_delimiter: 'windows' }); // prettier-ignore
}

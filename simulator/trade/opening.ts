import type { Json, Line, Params } from '../kernel/index.ts';
import { isSpecial, splitInvoice } from './invoice.ts';
import { emptyGoods, type GoodsBook } from './goods.ts';
import type { PostingLine } from './ledger.ts';
import type { Lot, SupplierInvoice } from './records.ts';
import type { Setup } from './setup.ts';
import { openingStanding } from './standing.ts';
import { bookLot } from './stock.ts';
import { getDay } from './time-format.ts';
import { instantOf } from './time.ts';

/** The hour at which the firm opens its door on the first day; runs begin here. */
export const OPENING_HOUR = 9;

export const openingInstant = (setup: Setup): number => instantOf(getDay(setup.startsOn), OPENING_HOUR);

export interface Opening {
  records: Record<string, Record<string, Json>>;
  /** Own money and stock at the start; the machine `firm` posts them in its first step. */
  postings: { memo: string; lines: Line[]; refs: Params }[];
}

/** What the firm owns and holds when the run begins: lots S1, S2 … of the scenario's stock, cash, standing. */
export function openingRecords(setup: Setup): Opening {
  const at = openingInstant(setup);
  const lots = setup.stock
    .filter(({ pieces }) => pieces > 0)
    .map((stock, index) => openingLot(setup, stock, `S${index + 1}`, at));
  const book = lots.reduce<GoodsBook>((goods, lot) => bookLot(goods, lot), emptyGoods());
  return {
    records: {
      enterprise: { self: { ...openingStanding(setup) } },
      lots: Object.fromEntries(lots.map((lot) => [lot.id, { ...lot }])),
      invoices: Object.fromEntries(
        lots.filter(({ invoice }) => invoice !== 'none').map((lot) => [lot.id, { ...invoiceOf(lot) }]),
      ),
      goods: { book },
    },
    postings: [openCash(setup), ...lots.map(openStock)].filter(({ lines }) => lines.length > 0),
  };
}

function openingLot(setup: Setup, stock: Setup['stock'][number], id: string, received: number): Lot {
  const supplier = setup.suppliers.find((candidate) => candidate.id === stock.supplier);
  return {
    id,
    goods: stock.goods,
    supplier: stock.supplier,
    received,
    pieces: stock.pieces,
    free: stock.pieces,
    price: supplier?.price ?? 0,
    invoice: supplier?.invoice ?? 'none',
    certificates: supplier?.certificates ?? [],
  };
}

/** The supplier's invoice for a whole lot. */
export function invoiceOf(lot: Lot): SupplierInvoice {
  const total = lot.price * lot.pieces;
  return {
    lot: lot.id,
    supplier: lot.supplier,
    kind: lot.invoice,
    total,
    ...splitInvoice(total, lot.invoice),
    arrived: lot.received,
  };
}

function openCash({ enterprise }: Setup): Opening['postings'][number] {
  return {
    memo: 'openingCash',
    refs: {},
    lines: moving([line('bankCny', enterprise.cash), line('capital', -enterprise.cash)]),
  };
}

function openStock(lot: Lot): Opening['postings'][number] {
  const { net, vat, total } = invoiceOf(lot);
  const claimable = isSpecial(lot.invoice) ? vat : 0;
  const lines = [line('goods', net), line('inputVat', claimable), line('capital', -total)];
  return { memo: 'openingStock', refs: { lot: lot.id }, lines: moving(lines) };
}

const line = (account: PostingLine['account'], amount: number): PostingLine => ({
  account,
  currency: 'CNY',
  amount,
});
const moving = (lines: PostingLine[]): Line[] => lines.filter(({ amount }) => amount !== 0);

import { define, file, note, post, put, send, start, type Effect, type Scene } from '../../kernel/index.ts';
import { moveLines } from '../../trade/ledger.ts';
import { ppmOf } from '../../trade/money.ts';
import type { Purchase, Quote } from '../../trade/records.ts';
import { HOUR } from '../../trade/time.ts';
import { untilDelivery } from '../../trade/waiting.ts';
import { marketChart } from './charts.ts';
import { findSupplier, marketMoves, QUOTE_VALID } from './rules.ts';

/** 30 % with the order, the rest when the goods are taken. */
const DEPOSIT = 300_000;
/** Goods come to the door in the morning. */
export const DELIVERY_HOUR = 10;

function askSupplier(scene: Scene): Effect[] {
  const supplier = String(scene.letter.supplier);
  return [send(scene.self, { type: 'QUOTED', supplier }, scene.between('supplier-time', 2, 24) * HOUR)];
}

function fileQuote(scene: Scene): Effect[] {
  const supplier = String(scene.letter.supplier);
  const offer = findSupplier(scene, supplier);
  if (!offer) return [];
  const { product, price, minimum, leadDays, invoice, certificates } = offer;
  const quote: Quote = {
    supplier,
    goods: product,
    asked: scene.now,
    price,
    minimum,
    leadDays,
    invoice,
    certificates,
  };
  const body = { ...quote, until: scene.now + QUOTE_VALID };
  return [
    put('quotes', supplier, quote),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'quote',
      from: 'supplier',
      to: 'exporter',
      subject: supplier,
      body,
    }),
    note('quoteCame', { supplier, price, minimum, days: leadDays, invoice }, ['practice#supplier-check']),
  ];
}

/** Contract and deposit; the order then lives as a machine of its own. */
function signContract(scene: Scene): Effect[] {
  const supplier = String(scene.letter.supplier);
  const pieces = Number(scene.letter.pieces);
  const { goods, price, invoice, leadDays } = scene.get<Quote>('quotes', supplier);
  const number = scene.next('purchase');
  const id = `purchase:${number}`;
  const total = price * pieces;
  const deposit = ppmOf(total, DEPOSIT);
  const purchase: Purchase = {
    id,
    supplier,
    goods,
    pieces,
    price,
    invoice,
    promised: scene.now + untilDelivery(scene.now, leadDays, DELIVERY_HOUR),
    arrived: null,
    due: total - deposit,
    state: 'making',
    sample: null,
    returned: 0,
    scrapped: 0,
    lot: `P${number}`,
  };
  const body = { supplier, goods, pieces, price, total, deposit, invoice, promised: purchase.promised };
  return [
    put('purchases', id, purchase),
    ...(deposit > 0
      ? [
          post('purchaseDeposit', moveLines('bankCny', 'prepayments', 'CNY', deposit), {
            purchase: id,
            supplier,
          }),
        ]
      : []),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'contract',
      from: 'exporter',
      to: 'supplier',
      subject: id,
      body,
    }),
    note('purchaseSigned', { purchase: id, supplier, pieces, total, deposit }, ['practice#supplier-check']),
    start(id, 'supplier/purchase', { id }),
  ];
}

export const market = define('supplier/market', marketChart, {
  moves: marketMoves,
  effects: { askSupplier, fileQuote, signContract },
});

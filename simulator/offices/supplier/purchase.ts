import {
  define,
  file,
  note,
  post,
  put,
  send,
  type Effect,
  type Params,
  type Scene,
} from '../../kernel/index.ts';
import { lot } from '../../trade/chance.ts';
import { CLAIMABLE_VAT } from '../../trade/invoice.ts';
import { moveLines } from '../../trade/ledger.ts';
import { mulDiv, ppmOf } from '../../trade/money.ts';
import type { HiddenFaults, Purchase, SupplierInvoice } from '../../trade/records.ts';
import { untilDelivery, untilWorkingDay } from '../../trade/waiting.ts';
import { purchaseChart } from './charts.ts';
import { DELIVERY_HOUR } from './market.ts';
import { findSupplier, purchaseMoves } from './rules.ts';
import { samplingPlan } from './sampling.ts';
import { takeIn } from './take-in.ts';

/** Odds that a supplier who sent faulty pieces credits them in full and takes them back. */
const AGREES = 850_000;
const HALF = 500_000;

const own = (scene: Scene): Purchase => scene.get<Purchase>('purchases', scene.self);
const stream = (scene: Scene, name: string): string => `${name}:${scene.self.slice('purchase:'.length)}`;
const save = (scene: Scene, patch: Partial<Purchase>): Effect =>
  put('purchases', scene.self, { ...own(scene), ...patch });
const faultsOf = (scene: Scene): number => scene.find<HiddenFaults>('faults', own(scene).lot)?.pieces ?? 0;
const refs = (scene: Scene): Params => ({ purchase: scene.self, supplier: own(scene).supplier });
const paid = ({ price, pieces, due }: Purchase): number => price * pieces - due;

function makeGoods(scene: Scene): Effect[] {
  const { promised, supplier } = own(scene);
  const offer = findSupplier(scene, supplier);
  const wait = promised - scene.now;
  if (!lot(scene, stream(scene, 'late'), offer?.late ?? 0))
    return [send(scene.self, { type: 'ARRIVED' }, wait)];
  const days = scene.between(stream(scene, 'late'), 1, Math.max(1, offer?.lateDays ?? 1));
  const arrival = promised + untilDelivery(promised, days, DELIVERY_HOUR);
  return [
    send(scene.self, { type: 'FELL_DUE' }, wait),
    send(scene.self, { type: 'ARRIVED' }, arrival - scene.now),
  ];
}

const tellLate = (scene: Scene): Effect[] => [
  note('supplierLate', { supplier: own(scene).supplier, promised: own(scene).promised }, [
    'practice#supplier-check',
  ]),
];

/** Faulty pieces of the lot: their share within a third up or down, but never the whole lot. */
function drawFaults(scene: Scene, { supplier, pieces }: Purchase): number {
  const offer = findSupplier(scene, supplier);
  if (!offer || !lot(scene, stream(scene, 'faulty'), offer.faulty)) return 0;
  const share = mulDiv(offer.faultShare, scene.between(stream(scene, 'faulty'), 67, 133), 100);
  return Math.min(pieces - 1, Math.max(1, ppmOf(pieces, share)));
}

/** Counts the goods and looks at a sample; what it finds follows the lot's true share, rounded by chance. */
function drawSample(scene: Scene): Effect[] {
  const purchase = own(scene);
  const { pieces, lot: lotId, goods, supplier } = purchase;
  const faults = drawFaults(scene, purchase);
  const { size, allowed } = samplingPlan(pieces);
  const whole = mulDiv(size, faults, pieces, 'down');
  const rest = mulDiv(size * faults - whole * pieces, 1_000_000, pieces);
  const found = whole + (scene.chance(stream(scene, 'sample'), rest) ? 1 : 0);
  const sample = { size, faults: found };
  const body = {
    purchase: scene.self,
    lot: lotId,
    supplier,
    goods,
    pieces,
    sample: size,
    faults: found,
    allowed,
  };
  return [
    ...(faults > 0 ? [put<HiddenFaults>('faults', lotId, { pieces: faults })] : []),
    save(scene, { state: 'inspecting', arrived: scene.now, sample }),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'stockSlip',
      from: 'supplier',
      to: 'exporter',
      subject: lotId,
      body,
    }),
    note('goodsArrived', { lot: lotId, pieces, sample: size, faults: found, allowed }, [
      'practice#receiving-check',
    ]),
  ];
}

function acceptAll(scene: Scene): Effect[] {
  const purchase = own(scene);
  return takeIn(scene, purchase, {
    good: purchase.pieces,
    total: purchase.price * purchase.pieces,
    returned: 0,
    scrapped: 0,
  });
}

function claim(scene: Scene): Effect[] {
  const agreed = lot(scene, stream(scene, 'claim'), AGREES);
  const days = scene.between(stream(scene, 'claim'), 1, 3);
  return [
    save(scene, { state: 'claiming' }),
    send(scene.self, { type: 'CLAIM_ANSWERED', agreed }, untilWorkingDay(scene.now, days, 15)),
  ];
}

/** Every piece was looked at: faulty ones go back against full credit, or stay here as waste against half of it. */
function acceptGood(scene: Scene): Effect[] {
  const purchase = own(scene);
  const faults = faultsOf(scene);
  const agreed = scene.letter.agreed === true;
  const good = purchase.pieces - faults;
  const credit = agreed ? purchase.price * faults : ppmOf(purchase.price * faults, HALF);
  return [
    put('faults', purchase.lot, undefined),
    note('claimAnswered', { lot: purchase.lot, answer: agreed ? 'full' : 'half', pieces: faults, credit }, [
      'practice#receiving-check',
    ]),
    ...takeIn(scene, purchase, {
      good,
      total: purchase.price * purchase.pieces - credit,
      returned: agreed ? faults : 0,
      scrapped: agreed ? 0 : faults,
    }),
  ];
}

/** The supplier pays back what it holds, within days. */
function repay(scene: Scene, state: Purchase['state']): Effect[] {
  const days = scene.between(stream(scene, 'repay'), 3, 7);
  return [
    put('faults', own(scene).lot, undefined),
    save(scene, { state, returned: state === 'rejected' ? own(scene).pieces : 0 }),
    send(scene.self, { type: 'REPAID' }, untilWorkingDay(scene.now, days, 15)),
  ];
}

const reject = (scene: Scene): Effect[] => [
  ...repay(scene, 'rejected'),
  note('goodsRejected', { lot: own(scene).lot, pieces: own(scene).pieces }, ['practice#receiving-check']),
];

const withdraw = (scene: Scene): Effect[] => repay(scene, 'cancelled');

function bookRepayment(scene: Scene): Effect[] {
  const amount = paid(own(scene));
  const booked =
    amount > 0
      ? [post('depositRepaid', moveLines('prepayments', 'bankCny', 'CNY', amount), refs(scene))]
      : [];
  return [...booked, save(scene, { due: 0 })];
}

function forfeitDeposit(scene: Scene): Effect[] {
  const amount = paid(own(scene));
  const lines = moveLines('prepayments', 'finesAndLosses', 'CNY', amount);
  return [
    ...(amount > 0 ? [post('depositForfeited', lines, refs(scene))] : []),
    save(scene, { state: 'cancelled', due: 0 }),
    note('depositForfeited', { amount }, ['practice#supplier-check']),
  ];
}

/** A special invoice takes days to be issued and sent; without one nothing comes, and that decides the tax later. */
function expectInvoice(scene: Scene): Effect[] {
  const { invoice, supplier, lot: lotId } = own(scene);
  if (invoice === 'none') {
    return [
      send(scene.self, { type: 'NO_INVOICE' }),
      note('noInvoiceCame', { supplier, lot: lotId }, [
        'cs-2018-103#three-conditions',
        'mof-sta-2026-11#no-voucher-taxed',
      ]),
    ];
  }
  const [low, high] = CLAIMABLE_VAT[invoice] > 0 ? [3, 10] : [0, 2];
  const days = scene.between(stream(scene, 'invoice'), low, high);
  return [send(scene.self, { type: 'INVOICE_SENT' }, untilWorkingDay(scene.now, days, 16))];
}

const MEANING = {
  special13: { note: 'invoiceRefundable', cites: ['mof-sta-2026-11#trader-formula'] },
  special9: { note: 'invoiceRefundable', cites: ['mof-sta-2026-11#trader-formula'] },
  special3: { note: 'invoiceRefundableAtThree', cites: ['mof-sta-2026-11#trader-formula'] },
  ordinary: { note: 'invoiceExemptOnly', cites: ['mof-sta-2026-11#three-treatments'] },
  none: { note: 'noInvoiceCame', cites: ['cs-2018-103#three-conditions'] },
} as const;

function fileInvoice(scene: Scene): Effect[] {
  const purchase = own(scene);
  const pending = scene.context.invoice as unknown as SupplierInvoice;
  const invoice: SupplierInvoice = { ...pending, arrived: scene.now };
  const meaning = MEANING[purchase.invoice];
  const body = { ...invoice, goods: purchase.goods, pieces: purchase.pieces - purchase.returned };
  return [
    put('invoices', purchase.lot, invoice),
    ...(invoice.vat > 0
      ? [
          post('inputVat', moveLines('prepayments', 'inputVat', 'CNY', invoice.vat), {
            ...refs(scene),
            lot: purchase.lot,
          }),
        ]
      : []),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'invoice',
      from: 'supplier',
      to: 'exporter',
      subject: purchase.lot,
      body,
    }),
    note(meaning.note, { lot: purchase.lot, invoice: purchase.invoice, vat: invoice.vat }, [
      ...meaning.cites,
    ]),
  ];
}

export const purchase = define('supplier/purchase', purchaseChart, {
  moves: purchaseMoves,
  effects: {
    makeGoods,
    tellLate,
    drawSample,
    acceptAll,
    claim,
    acceptGood,
    reject,
    withdraw,
    bookRepayment,
    forfeitDeposit,
    expectInvoice,
    fileInvoice,
  },
});

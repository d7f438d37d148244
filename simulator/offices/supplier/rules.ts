import * as v from 'valibot';
import { move, rule, type MoveSpec, type Scene } from '../../kernel/index.ts';
import type { Purchase, Quote } from '../../trade/records.ts';
import type { Goods, Setup, Supplier } from '../../trade/setup.ts';
import { isQualified, standing } from '../../trade/standing.ts';
import { DAY } from '../../trade/time.ts';
import { samplingPlan } from './sampling.ts';

/** A quote binds its supplier for so long. */
export const QUOTE_VALID = 15 * DAY;

const setup = (scene: Scene): Setup => scene.setup as Setup;

export const findSupplier = (scene: Scene, id: string): Supplier | null =>
  setup(scene).suppliers.find((supplier) => supplier.id === id) ?? null;

export function getGoods(scene: Scene, id: string): Goods {
  const goods = setup(scene).goods.find((item) => item.id === id);
  if (!goods) throw new RangeError(`the scenario has no goods ${id}`);
  return goods;
}

/** What purchases under way will still ask for, fen. */
export const committed = (scene: Scene): number =>
  scene
    .all<Purchase>('purchases')
    .reduce((sum, [, { due, state }]) => (UNDER_WAY.includes(state) ? sum + due : sum), 0);

const UNDER_WAY: readonly Purchase['state'][] = ['making', 'inspecting', 'claiming'];

interface Ask {
  supplier: string;
}
interface Place extends Ask {
  pieces: number;
}

const supplierUnknown = rule<Ask>('supplierUnknown', ['practice#supplier-check'], (scene, { supplier }) =>
  findSupplier(scene, supplier) ? null : { at: 'supplier', supplier },
);

const firmNotLicensed = rule('firmNotLicensed', ['practice#licensed-scope'], (scene) =>
  standing(scene).licensed ? null : {},
);

const noQuote = rule<Place>('noQuote', ['practice#supplier-check'], (scene, { supplier }) =>
  !findSupplier(scene, supplier) || scene.find<Quote>('quotes', supplier)
    ? null
    : { at: 'supplier', supplier },
);

const quoteExpired = rule<Place>('quoteExpired', ['practice#supplier-check'], (scene, { supplier }) => {
  const quote = scene.find<Quote>('quotes', supplier);
  if (!quote || scene.now <= quote.asked + QUOTE_VALID) return null;
  return { at: 'supplier', supplier, until: quote.asked + QUOTE_VALID };
});

const belowMinimum = rule<Place>(
  'belowMinimum',
  ['practice#supplier-check'],
  (scene, { supplier, pieces }) => {
    const minimum = findSupplier(scene, supplier)?.minimum ?? 0;
    return pieces >= minimum ? null : { at: 'pieces', pieces, minimum };
  },
);

const cashShort = rule<Place>('cashShort', ['dryport-model#prices'], (scene, { supplier, pieces }) => {
  const price = scene.find<Quote>('quotes', supplier)?.price;
  if (price === undefined) return null;
  const need = price * pieces;
  const promised = committed(scene);
  const have = scene.balance('bankCny', 'CNY');
  return need + promised <= have ? null : { at: 'pieces', need, have, promised };
});

/** The goods' papers come from the supplier, or the firm has obtained them itself. */
const certificatesMissing = rule<Place>(
  'certificatesMissing',
  ['practice#supplier-check', 'foreign-trade-law#prohibited-restricted'],
  (scene, { supplier }) => {
    const offer = findSupplier(scene, supplier);
    if (!offer) return null;
    const missing = getGoods(scene, offer.product).needs.filter(
      (need) => !offer.certificates.includes(need) && !isQualified(scene, need),
    );
    return missing.length === 0
      ? null
      : { at: 'supplier', supplier, missing: missing[0]!, count: missing.length };
  },
);

const purchaseOf = (scene: Scene): Purchase => scene.get<Purchase>('purchases', scene.self);

const balanceNotCovered = rule('balanceNotCovered', ['dryport-model#prices'], (scene) => {
  const need = purchaseOf(scene).due;
  const have = scene.balance('bankCny', 'CNY');
  return need <= have ? null : { need, have };
});

const noFaultFound = rule('noFaultFound', ['practice#receiving-check'], (scene) => {
  const { sample } = purchaseOf(scene);
  return (sample?.faults ?? 0) > 0 ? null : { size: sample?.size ?? 0 };
});

const sampleWithinLimit = rule('sampleWithinLimit', ['practice#receiving-check'], (scene) => {
  const { sample, pieces } = purchaseOf(scene);
  const { allowed } = samplingPlan(pieces);
  const faults = sample?.faults ?? 0;
  return faults > allowed ? null : { faults, size: sample?.size ?? 0, allowed };
});

const code = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const pieces = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000));

export const marketMoves: Record<string, MoveSpec> = {
  requestQuote: move(
    'exporter',
    v.object({ supplier: code }),
    ['practice#supplier-check'],
    [supplierUnknown],
  ),
  placePurchase: move(
    'exporter',
    v.object({ supplier: code, pieces }),
    ['practice#supplier-check'],
    [supplierUnknown, firmNotLicensed, noQuote, quoteExpired, belowMinimum, cashShort, certificatesMissing],
  ),
};

export const purchaseMoves: Record<string, MoveSpec> = {
  cancelPurchase: move('exporter', v.object({}), ['practice#supplier-check']),
  acceptGoods: move('exporter', v.object({}), ['practice#receiving-check'], [balanceNotCovered]),
  acceptWithClaim: move(
    'exporter',
    v.object({}),
    ['practice#receiving-check'],
    [noFaultFound, balanceNotCovered],
  ),
  rejectGoods: move('exporter', v.object({}), ['practice#receiving-check'], [sampleWithinLimit]),
};

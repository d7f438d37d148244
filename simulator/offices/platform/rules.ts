import * as v from 'valibot';
import { move, rule, type MoveSpec, type Scene } from '../../kernel/index.ts';
import type { Lot, Parcel, Purchase } from '../../trade/records.ts';
import type { Goods, Setup } from '../../trade/setup.ts';
import { isQualified, standing } from '../../trade/standing.ts';
import { freePieces, promisedPieces } from '../../trade/stock.ts';
import { CLAIMS, CONTENTS, FORBIDDEN_CLAIMS, TITLES } from './content.ts';

const setup = (scene: Scene): Setup => scene.setup as Setup;
const DUTY = ['e-commerce-law#platform-duty'];
const KYC = ['practice#platform-kyc'];

export const findGoods = (scene: Scene, id: string): Goods | null =>
  setup(scene).goods.find((goods) => goods.id === id) ?? null;

const UNDER_WAY: readonly Purchase['state'][] = ['making', 'inspecting', 'claiming'];

/** Pieces that may still be sold: on the shelf or on their way from a supplier, and promised to nobody. */
export function sellable(scene: Scene, goods: string): number {
  const coming = scene
    .all<Purchase>('purchases')
    .reduce(
      (sum, [, { goods: of, pieces, state }]) =>
        of === goods && UNDER_WAY.includes(state) ? sum + pieces : sum,
      0,
    );
  return freePieces(scene, goods) + coming - promisedPieces(scene, goods);
}

/** A paper of the goods: the firm's own, or a certificate that came with a lot. */
export const holdsPaper = (scene: Scene, goods: string, paper: string): boolean =>
  isQualified(scene, paper) ||
  scene.all<Lot>('lots').some(([, lot]) => lot.goods === goods && lot.certificates.includes(paper)) ||
  scene
    .all<Purchase>('purchases')
    .some(
      ([, { goods: of, supplier, state }]) =>
        of === goods &&
        UNDER_WAY.includes(state) &&
        (setup(scene).suppliers.find(({ id }) => id === supplier)?.certificates ?? []).includes(paper),
    );

/** Flags for which a destination takes no parcels, among those of the goods. */
export function bannedFlag(scene: Scene, goods: Goods, country: string): string | null {
  const banned = setup(scene).destinations.find((item) => item.country === country)?.bannedFlags ?? [];
  return goods.flags.find((flag) => banned.includes(flag)) ?? null;
}

export interface ListingForm {
  goods: string;
  hs: string;
  price: number;
  title: (typeof TITLES)[number];
  contents: (typeof CONTENTS)[number][];
  claims: (typeof CLAIMS)[number][];
  countries: string[];
}

const shopNotOpen = rule('shopNotOpen', KYC, (scene) => (standing(scene).shop ? null : {}));

const goodsUnknown = rule<ListingForm>('goodsUnknown', KYC, (scene, { goods }) =>
  findGoods(scene, goods) ? null : { at: 'goods', goods },
);

const alreadyListed = rule<ListingForm>('alreadyListed', DUTY, (scene, { goods }) =>
  scene.stateOf(`listing:${goods}`) === null ? null : { at: 'goods', goods },
);

const hsNotTenDigits = rule<ListingForm>(
  'hsNotTenDigits',
  ['customs-law#truthful-declaration'],
  (_, { hs }) => (/^\d{10}$/.test(hs) ? null : { at: 'hs', hs, length: hs.length }),
);

/** A wrong code that exists is taken: whether it fits the goods, customs will say. */
const hsNotInTariff = rule<ListingForm>(
  'hsNotInTariff',
  ['market-indication#hs-and-rates'],
  (scene, { goods: id, hs }) => {
    const goods = findGoods(scene, id);
    if (!goods || !/^\d{10}$/.test(hs)) return null;
    return goods.hs === hs || goods.decoys.some((decoy) => decoy.hs === hs) ? null : { at: 'hs', hs };
  },
);

const priceNotPositive = rule<{ price: number }>(
  'priceNotPositive',
  ['dryport-model#prices'],
  (_, { price }) => (price > 0 ? null : { at: 'price', price }),
);

const nothingToSell = rule<{ goods?: string }>('nothingToSell', DUTY, (scene, { goods }) => {
  const id = goods ?? String(scene.context.goods);
  const pieces = sellable(scene, id);
  return !findGoods(scene, id) || pieces > 0 ? null : { at: 'goods', goods: id, pieces };
});

const absoluteClaim = rule<ListingForm>(
  'absoluteClaim',
  ['advertising-law#absolute-terms', ...DUTY],
  (_, { claims }) => {
    const claim = claims.find((item) => FORBIDDEN_CLAIMS.includes(item));
    return claim ? { at: 'claims', claim } : null;
  },
);

const brandNotAuthorised = rule<ListingForm>(
  'brandNotAuthorised',
  ['e-commerce-law#platform-duty', 'ip-customs-regulation#recordal'],
  (scene, { goods: id, claims }) => {
    const branded = findGoods(scene, id)?.flags.includes('brand') || claims.includes('officialBrand');
    return branded && !holdsPaper(scene, id, BRAND_PAPER)
      ? { at: 'claims', goods: id, needed: BRAND_PAPER }
      : null;
  },
);

/** The paper of `needs` and `certificates` with which a brand owner lets somebody sell. */
export const BRAND_PAPER = 'trademarkAuthorisation';

const categoryPaperMissing = rule<ListingForm>('categoryPaperMissing', KYC, (scene, { goods: id }) => {
  const missing = (findGoods(scene, id)?.needs ?? []).filter((need) => !holdsPaper(scene, id, need));
  return missing.length === 0
    ? null
    : { at: 'goods', goods: id, missing: missing[0]!, count: missing.length };
});

const destinationUnknown = rule<ListingForm>('destinationUnknown', DUTY, (scene, { countries }) => {
  const unknown = countries.find(
    (country) => !setup(scene).destinations.some((item) => item.country === country),
  );
  return unknown === undefined ? null : { at: 'countries', country: unknown };
});

const samePrice = rule<{ price: number }>('samePrice', ['dryport-model#prices'], (scene, { price }) => {
  const listed = scene.find<{ price: number }>('listings', String(scene.context.goods))?.price;
  return listed === price ? { at: 'price', price } : null;
});

const shopFrozen = rule('shopFrozen', ['practice#frozen-shop'], (scene) =>
  scene.stateOf('platform') === 'frozen' ? {} : null,
);

export const parcelPacked = (scene: Scene, orderNo: string): boolean =>
  (scene.find<Parcel>('parcels', orderNo)?.lots.length ?? 0) > 0;

const alreadyPacked = rule('alreadyPacked', ['customs-law#not-shipped'], (scene) => {
  const orderNo = String(scene.context.orderNo);
  return parcelPacked(scene, orderNo) ? { orderNo } : null;
});

/** Tracking proves something only when the carrier has delivered. */
const trackingNotThere = rule<{ evidence: string[] }>(
  'trackingNotThere',
  ['practice#chargeback'],
  (scene, { evidence }) => {
    const orderNo = String(scene.context.orderNo);
    if (!evidence.includes('tracking')) return null;
    const parcel = scene.find<Parcel>('parcels', orderNo);
    return parcel && parcel.logisticsNo !== '' && parcel.delivered !== null
      ? null
      : { at: 'evidence', orderNo };
  },
);

const code = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const price = v.pipe(v.number(), v.safeInteger(), v.maxValue(100_000_000));

export const marketMoves: Record<string, MoveSpec> = {
  listGoods: move(
    'exporter',
    v.object({
      goods: code,
      hs: v.pipe(v.string(), v.trim(), v.maxLength(20)),
      price,
      title: v.picklist(TITLES),
      contents: v.pipe(v.array(v.picklist(CONTENTS)), v.maxLength(CONTENTS.length)),
      claims: v.pipe(v.array(v.picklist(CLAIMS)), v.maxLength(CLAIMS.length)),
      countries: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{3}$/))), v.minLength(1), v.maxLength(60)),
    }),
    [...DUTY, ...KYC],
    [
      shopNotOpen,
      goodsUnknown,
      alreadyListed,
      hsNotTenDigits,
      hsNotInTariff,
      priceNotPositive,
      nothingToSell,
      absoluteClaim,
      brandNotAuthorised,
      categoryPaperMissing,
      destinationUnknown,
    ],
  ),
};

export const listingMoves: Record<string, MoveSpec> = {
  changePrice: move('exporter', v.object({ price }), ['dryport-model#prices'], [priceNotPositive, samePrice]),
  pauseListing: move('exporter', v.object({}), DUTY),
  resumeListing: move('exporter', v.object({}), DUTY, [shopFrozen, nothingToSell]),
};

export const orderMoves: Record<string, MoveSpec> = {
  cancelOrder: move('exporter', v.object({}), ['dryport-model#handling-two-days'], [alreadyPacked]),
};

export const EVIDENCE = ['tracking', 'signature', 'chat', 'orderPage', 'photos'] as const;

export const disputeMoves: Record<string, MoveSpec> = {
  representment: move(
    'exporter',
    v.object({
      evidence: v.pipe(v.array(v.picklist(EVIDENCE)), v.minLength(1), v.maxLength(EVIDENCE.length)),
    }),
    ['practice#chargeback'],
    [trackingNotThere],
  ),
};

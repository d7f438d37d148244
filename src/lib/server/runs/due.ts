import type { World } from '$simulator/kernel/index.ts';
import { lawAt, receiptMessageNeeded } from '$simulator/law/index.ts';
import type { OwnMessage } from '$simulator/modes/index.ts';
import { isNegative, type CebMessage } from '$simulator/messages/index.ts';
import { openLists } from '$simulator/modes/9610-export/papers.ts';
import type { Batch, Claim, Listing, Lot, Parcel } from '$simulator/trade/records.ts';
import type { Setup } from '$simulator/trade/setup.ts';
import { dayOf, firstOfMonth, instantOf } from '$simulator/trade/time.ts';
import { wireDate } from '$simulator/trade/time-format.ts';
import type { OfferView } from '$simulator/views/index.ts';

const all = <T>(world: World, collection: string): T[] =>
  Object.values(world.records[collection] ?? {}) as unknown as T[];

export const laneOf = (world: World, orderNo: string, lane: string): string =>
  (world.machines[`parcel:${orderNo}`]?.value as Record<string, string> | undefined)?.[lane] ?? '';

/** A message that is due, about these orders, batches or months. */
export interface Due {
  message: OwnMessage;
  refs: string[];
}

const isRefused = (status: string | undefined): boolean => status === '100' || isNegative(status ?? '');

/** Whether a message about this key is on its way: sent, and not yet answered for good. */
function isOnItsWay(world: World, message: string, field: string, value: string): boolean {
  const sent = world.papers.findLast(
    ({ kind, from, body }) =>
      kind === `CEB${message}` &&
      from === 'exporter' &&
      ((body as { message?: CebMessage }).message?.records ?? []).some(({ head }) => head[field] === value),
  );
  if (!sent) return false;
  const answer = world.papers.findLast(
    ({ kind, to, at, subject }) =>
      to === 'exporter' &&
      at >= sent.at &&
      (kind === 'CEB900'
        ? subject === sent.id
        : kind === `CEB${Number(message) + 1}` && subject.includes(value)),
  );
  if (!answer) return true;
  if (answer.kind === 'CEB900') return false;
  const { status = '' } = answer.body as { status?: string };
  return ['1', '2', '3', '4', '300', '120'].includes(status);
}

/** Messages that the law and the state of the goods ask for now. */
export function papersDue(world: World): Due[] {
  const parcels = all<Parcel>(world, 'parcels');
  const needsReceipts = receiptMessageNeeded(lawAt(world.run.policyDay));
  const at = ({ orderNo }: Parcel): string => laneOf(world, orderNo, 'clearance');
  const orders = parcels.filter(
    (parcel) =>
      ['waybilled', 'dataRefused'].includes(at(parcel)) &&
      (parcel.data['303'] === undefined || isRefused(parcel.data['303'])) &&
      !isOnItsWay(world, '303', 'orderNo', parcel.orderNo),
  );
  const receipts = needsReceipts
    ? parcels.filter(
        (parcel) =>
          ['dataSent', 'dataRefused'].includes(at(parcel)) &&
          (parcel.data['403'] === undefined || isRefused(parcel.data['403'])) &&
          !isOnItsWay(world, '403', 'orderNo', parcel.orderNo),
      )
    : [];
  const lists = parcels.filter(
    (parcel) =>
      ['routeSet', 'refused'].includes(at(parcel)) && !isOnItsWay(world, '603', 'orderNo', parcel.orderNo),
  );
  const batches = all<Batch>(world, 'batches').filter(
    ({ id }) =>
      ['gathered', 'manifestRefused'].includes(String(world.machines[`batch:${id}`]?.value)) &&
      !isOnItsWay(world, '607', 'copNo', `M${id}`),
  );
  const one = (message: OwnMessage, refs: string[]): Due[] => (refs.length > 0 ? [{ message, refs }] : []);
  const named = (list: readonly Parcel[]): string[] => list.map(({ orderNo }) => orderNo);
  return [
    ...one('303', named(orders)),
    ...one('403', named(receipts)),
    ...one('603', named(lists)),
    ...batches.flatMap(({ id }) => one('607', [id])),
    ...monthsDue(world).flatMap((month) => one('701', [month])),
  ];
}

/** Months (yyyymm) that are over and have closed lists waiting for their summary. */
export function monthsDue(world: World): string[] {
  const first = wireDate(instantOf(firstOfMonth(dayOf(world.now))));
  const months = new Set(openLists(world, '').map(({ appTime }) => appTime.slice(0, 6)));
  return [...months]
    .filter(
      (month) => month < first.slice(0, 6) && !isOnItsWay(world, '701', 'copNo', summaryNo(world, month)),
    )
    .sort();
}

const summaryNo = (world: World, month: string): string => {
  const earlier = all<{ message: string }>(world, 'customsDocuments').filter(
    ({ message }) => message === '701',
  ).length;
  return `S${month}N${Math.max(1, earlier)}`;
};

/** Machines of one matter: what they ask is always about something that is there. */
const OF_ONE_MATTER =
  /^(parcel|batch|purchase|inspection|case|risk|dispute|claim|cancel|summary|credit-note)[:]/;
/** Answers that change a thing which is well as it is: offered, never due. */
const AT_WILL = new Set([
  '9610-export/parcel.withdraw',
  'platform/listing.changePrice',
  'platform/listing.pauseListing',
  'platform/listing.resumeListing',
  'supplier/purchase.cancelPurchase',
]);

/** Whether an offer is something to do now, or only something that could be done at any time. */
export function isDue(world: World, setup: Setup, offer: OfferView): boolean {
  const key = `${offer.definition}.${offer.move}`;
  if (AT_WILL.has(key)) return false;
  if (offer.definition === '9610-export/parcel' && offer.move === 'chooseRoute')
    return laneOf(world, offer.subject, 'clearance') === 'dataStored';
  if (OF_ONE_MATTER.test(offer.to)) return true;
  return STANDING[key]?.(world, setup, offer) ?? false;
}

const optionsIn = (offer: OfferView, field: string): number => offer.suggestions[field]?.options?.length ?? 0;
const notesIn = (world: World, ...states: string[]): boolean =>
  all<{ state: string }>(world, 'creditNotes').some(({ state }) => states.includes(state));

/** Moves that are always possible, and when they are called for. */
const STANDING: Record<string, (world: World, setup: Setup, offer: OfferView) => boolean> = {
  '9610-export/voyage.consolidate': (_, __, offer) => optionsIn(offer, 'orders') > 0,
  'platform/market.listGoods': (world, setup) => {
    const listed = new Set(all<Listing>(world, 'listings').map(({ goods }) => goods));
    const stocked = new Set(
      all<Lot>(world, 'lots')
        .filter(({ free }) => free > 0)
        .map(({ goods }) => goods),
    );
    return setup.goods.some(({ id }) => stocked.has(id) && !listed.has(id));
  },
  'supplier/market.requestQuote': (world, setup) =>
    hasNothingToSell(world, setup) && all(world, 'quotes').length < setup.suppliers.length,
  'supplier/market.placePurchase': (world, setup) =>
    hasNothingToSell(world, setup) && all(world, 'quotes').length > 0,
  'tax/desk.claimRefund': (world, _, offer) => untaxed(world, offer).length > 0,
  'tax/desk.declareExemption': (world, _, offer) =>
    untaxed(world, offer).some((orderNo) => monthOver(world, orderNo)),
  'tax/desk.repayRefund': (world) =>
    all<Parcel>(world, 'parcels').some(
      ({ orderNo }) =>
        ['returned', 'home'].includes(laneOf(world, orderNo, 'delivery')) &&
        laneOf(world, orderNo, 'tax') === 'refunded',
    ),
  'bank/desk.proveTrade': (world) => notesIn(world, 'awaitingProof'),
  'bank/desk.settle': (world) => notesIn(world, 'verified', 'kept'),
  'bank/desk.explainHold': (world) => notesIn(world, 'held'),
  'site/gate.askArrival': (world) =>
    ((world.machines.site?.context.silent as string[] | undefined) ?? []).length > 0,
  'registration/enterprise.applyLicence': (world) => !standing(world).licensed,
  'registration/enterprise.fileCustoms': (world) => !standing(world).customsFiled,
  'registration/enterprise.applyEport': (world) => !standing(world).eport,
  'registration/enterprise.claimForexExemption': (world) => standing(world).forex === 'none',
  'registration/enterprise.fileTax': (world) => !standing(world).taxFiled,
  'registration/enterprise.registerZone': (world) => !standing(world).zonePlatform,
  'registration/enterprise.openShop': (world) => !standing(world).shop,
};

const standing = (world: World): Record<string, unknown> =>
  (world.records.enterprise?.self ?? {}) as Record<string, unknown>;

const hasNothingToSell = (world: World, setup: Setup): boolean =>
  setup.goods.some(
    ({ id }) =>
      !all<Lot>(world, 'lots').some((lot) => lot.goods === id && lot.free > 0) &&
      !all<{ goods: string; state: string }>(world, 'purchases').some(
        (purchase) => purchase.goods === id && !['rejected', 'cancelled'].includes(purchase.state),
      ),
  );

/** Orders whose tax is open and that no claim under way holds. */
function untaxed(world: World, offer: OfferView): string[] {
  const claimed = all<Claim>(world, 'claims').flatMap(({ state, orders }) =>
    state === 'refused' ? [] : orders,
  );
  const options = (offer.suggestions.orders?.options ?? []).map(String);
  return options.filter((orderNo) => laneOf(world, orderNo, 'tax') === 'open' && !claimed.includes(orderNo));
}

/** Sales are declared exempt in the month after their lists were closed. */
function monthOver(world: World, orderNo: string): boolean {
  const closed = (world.records.parcels?.[orderNo] as unknown as Parcel | undefined)?.closed;
  return typeof closed === 'number' && firstOfMonth(dayOf(world.now)) > firstOfMonth(dayOf(closed));
}

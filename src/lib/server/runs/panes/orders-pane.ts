import { statePaths, type World } from '$simulator/kernel/index.ts';
import { findCode } from '$simulator/messages/index.ts';
import { GOODS_PLACES } from '$simulator/trade/goods.ts';
import type { Invoice } from '$simulator/trade/records.ts';
import { deskView, type OrderView } from '$simulator/views/index.ts';
import type { OrderRow, OrdersContent, ShownState } from '$lib/desk/panes/view.ts';
import type { Tone } from '$lib/ui/tones.ts';
import { toneOfState } from '../digest.ts';
import { goodsName } from '../forms.ts';
import type { OpenRun } from '../journal.ts';
import type { Speaker } from '../words.ts';

const LANES = ['clearance', 'delivery', 'money', 'tax'] as const;

/** Orders with where they stand in all four lanes, goods by place, and lots with their invoices. */
export function ordersPane(
  { engine, world, row }: OpenRun,
  speaker: Speaker,
  asked: URLSearchParams,
): OrdersContent {
  const view = deskView(engine, world);
  const nameOf = new Map(row.setup.goods.map((goods) => [goods.id, goodsName(goods, speaker)]));
  const on = asked.get('on') ?? '';
  return {
    kind: 'orders',
    orders: view.orders.map((order) => orderRow(order, world, speaker, nameOf, on)).reverse(),
    places: GOODS_PLACES.filter(
      (place) =>
        ['onHand', 'allocated', 'atSite', 'inTransit', 'delivered'].includes(place) ||
        view.goods.some(({ places }) => (places[place] ?? 0) > 0),
    ).map((id) => ({ id, label: speaker.say('places', [id]).title })),
    goods: view.goods.map(({ id, hs, places, free }) => ({
      id,
      name: nameOf.get(id) ?? id,
      hs,
      free,
      places,
      total: Object.values(places).reduce((sum, count) => sum + count, 0),
    })),
    lots: view.lots.map((lot) => ({
      id: lot.id,
      goods: nameOf.get(lot.goods) ?? lot.goods,
      supplier: speaker.say('suppliers', [lot.supplier]).title,
      received: lot.received,
      pieces: lot.pieces,
      free: lot.free,
      price: lot.price,
      invoice: speaker.say('invoices', [lot.invoice]).title,
      invoiceTone: toneOfInvoice(lot.invoice),
      certificates: lot.certificates.map((id) => speaker.say('certificates', [id]).title),
    })),
  };
}

/** A special invoice opens the way to a refund, an ordinary one to exemption, none to neither. */
export function toneOfInvoice(invoice: Invoice): Tone {
  if (invoice === 'none') return 'held';
  return invoice === 'ordinary' ? 'neutral' : 'cleared';
}

export const countryName = (code: string, { locale }: Speaker): string => {
  const country = findCode('country', code);
  return country ? (locale === 'en' ? country.en : country.zh) : code;
};

function orderRow(
  order: OrderView,
  world: World,
  speaker: Speaker,
  nameOf: ReadonlyMap<string, string>,
  on: string,
): OrderRow {
  const { orderNo, parcel } = order;
  const shipped =
    parcel !== null && parcel.batch !== '' && world.records.batches?.[parcel.batch] !== undefined;
  return {
    orderNo,
    href: `?pane=overview&on=${encodeURIComponent(`parcel:${orderNo}`)}`,
    current: on === `parcel:${orderNo}`,
    goods: nameOf.get(order.goods) ?? order.goods,
    pieces: order.pieces,
    country: countryName(order.country, speaker),
    value: order.goodsValue,
    freight: order.freight,
    ordered: order.ordered,
    shipBy: order.shipBy,
    late: !shipped && !order.cancelled && order.paid !== null && world.now > order.shipBy,
    lanes: lanesOf(world, orderNo, speaker),
    route: parcel?.route
      ? speaker.say(['options', 'choices'], [`route.${parcel.route}`, parcel.route]).title
      : '',
    logisticsNo: parcel?.logisticsNo ?? '',
    listNo: parcel?.invtNo ?? '',
    batch: parcel?.batch ?? '',
  };
}

/** Where a parcel stands in each lane; before there is a parcel, where its order stands at the platform. */
function lanesOf(world: World, orderNo: string, speaker: Speaker): ShownState[] {
  const parcel = world.machines[`parcel:${orderNo}`];
  if (parcel) {
    const active = statePaths(parcel.value);
    return LANES.map((id) => {
      const path = active.findLast((state) => state.startsWith(`${id}.`)) ?? id;
      return {
        id,
        label: speaker.state(parcel.definition, id).title,
        state: speaker.state(parcel.definition, path).title,
        tone: toneOfState(path),
      };
    });
  }
  const order = world.machines[`order:${orderNo}`];
  if (!order) return [];
  const path = statePaths(order.value).at(-1) ?? '';
  return [
    {
      id: 'order',
      label: speaker.say('machines', [order.definition]).title,
      state: speaker.state(order.definition, path).title,
      tone: toneOfState(path),
    },
  ];
}

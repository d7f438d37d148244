import { chartOf, type Entry, type World } from '../../kernel/index.ts';
import { MODES, type ModeId } from '../../modes/index.ts';
import type { Order, Parcel, Payout } from '../../trade/records.ts';

/** How long parcels lay with one office, from the payment to the closing of the list. Milliseconds. */
export interface OfficeWait {
  office: string;
  total: number;
  longest: number;
  /** The order that waited longest there. */
  orderNo: string;
  parcels: number;
}

/** Time between two milestones of the money, averaged over the orders that came so far. Milliseconds. */
export interface Span {
  from: 'paid' | 'departed' | 'delivered' | 'paidOut' | 'credited';
  to: 'departed' | 'delivered' | 'paidOut' | 'credited' | 'settled';
  average: number;
  orders: number;
}

export interface Waits {
  offices: OfficeWait[];
  spans: Span[];
}

/** Lane of a parcel that ends with the closing of its list. */
const LANE = 'clearance.';

/** Who kept the parcels waiting, and how long the money took. Read off the journal's changes of state. */
export function waitsOf(world: World, entries: readonly Entry[], mode: ModeId = '9610-export'): Waits {
  const parcel = MODES[mode].definitions.find(({ name }) => name.endsWith('/parcel'));
  const nodes = parcel ? chartOf(parcel.machine).nodes : [];
  const office = new Map(nodes.map((node) => [node.id, node.office]));
  const ends = new Set([
    ...nodes.filter(({ kind }) => kind === 'final').map(({ id }) => id),
    `${LANE}closed`,
  ]);
  return { offices: officesOf(world, entries, office, ends), spans: spansOf(world) };
}

function officesOf(
  world: World,
  entries: readonly Entry[],
  office: ReadonlyMap<string, string>,
  ends: ReadonlySet<string>,
): OfficeWait[] {
  const steps = new Map<string, { at: number; state: string }[]>();
  for (const { happened } of entries) {
    for (const item of happened) {
      if (item.kind !== 'entered' || !item.machine.startsWith('parcel:') || !item.state.startsWith(LANE))
        continue;
      const orderNo = item.machine.slice('parcel:'.length);
      steps.set(orderNo, [...(steps.get(orderNo) ?? []), { at: item.at, state: item.state }]);
    }
  }
  const waits = new Map<string, Map<string, number>>();
  for (const [orderNo, track] of steps) {
    for (const [index, { at, state }] of track.entries()) {
      const who = office.get(state) ?? '';
      if (who === '' || ends.has(state)) continue;
      const spent = (track[index + 1]?.at ?? world.now) - at;
      const of = waits.get(who) ?? new Map<string, number>();
      of.set(orderNo, (of.get(orderNo) ?? 0) + spent);
      waits.set(who, of);
    }
  }
  return [...waits]
    .map(([who, of]) => {
      const [orderNo, longest] = [...of].reduce((most, one) => (one[1] > most[1] ? one : most));
      return {
        office: who,
        total: [...of.values()].reduce((total, spent) => total + spent, 0),
        longest,
        orderNo,
        parcels: of.size,
      };
    })
    .sort((a, b) => b.total - a.total);
}

function spansOf(world: World): Span[] {
  const orders = Object.values(world.records.orders ?? {}) as unknown as Order[];
  const payouts = Object.values(world.records.payouts ?? {}) as unknown as Payout[];
  const moments = orders.map(({ orderNo, paid }) => {
    const parcel = world.records.parcels?.[orderNo] as unknown as Parcel | undefined;
    const payout = payouts.find((one) => one.orders.includes(orderNo));
    return {
      paid,
      departed: parcel?.departed ?? null,
      delivered: parcel?.delivered ?? null,
      paidOut: payout?.paid ?? null,
      credited: payout?.credited ?? null,
      settled: payout?.settled ?? null,
    };
  });
  const pairs: [Span['from'], Span['to']][] = [
    ['paid', 'departed'],
    ['departed', 'delivered'],
    ['delivered', 'paidOut'],
    ['paidOut', 'credited'],
    ['credited', 'settled'],
  ];
  return pairs.flatMap(([from, to]) => {
    const spent = moments.flatMap((moment) => {
      const [start, end] = [moment[from], moment[to]];
      return start === null || end === null ? [] : [end - start];
    });
    if (spent.length === 0) return [];
    return [
      {
        from,
        to,
        average: Math.round(spent.reduce((total, one) => total + one, 0) / spent.length),
        orders: spent.length,
      },
    ];
  });
}

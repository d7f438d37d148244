import { statePaths } from '$simulator/kernel/index.ts';
import type { Purchase, Quote } from '$simulator/trade/records.ts';
import { deskView } from '$simulator/views/index.ts';
import type { SourcingContent } from '$lib/desk/panes/view.ts';
import { m } from '$lib/paraglide/messages.js';
import { toneOfState } from '../digest.ts';
import { goodsName } from '../forms.ts';
import type { OpenRun } from '../journal.ts';
import type { Speaker } from '../words.ts';
import { toneOfInvoice } from './orders-pane.ts';

/** Suppliers side by side, what was bought, and what is on sale. What nobody asked for yet stays unknown. */
export function sourcingPane({ engine, world, row }: OpenRun, speaker: Speaker): SourcingContent {
  const view = deskView(engine, world);
  const nameOf = new Map(row.setup.goods.map((goods) => [goods.id, goodsName(goods, speaker)]));
  const quotes = (world.records.quotes ?? {}) as unknown as Record<string, Quote>;
  const purchases = Object.values(world.records.purchases ?? {}) as unknown as Purchase[];
  const certificates = (ids: readonly string[]): string[] =>
    ids.map((id) => speaker.say('certificates', [id]).title);
  return {
    kind: 'sourcing',
    quotes: row.setup.suppliers
      .map(({ id, product }) => {
        const quote = quotes[id];
        return {
          supplier: id,
          name: speaker.say('suppliers', [id]).title,
          goods: nameOf.get(product) ?? product,
          asked: quote?.asked ?? null,
          price: quote?.price ?? 0,
          minimum: quote?.minimum ?? 0,
          leadDays: quote?.leadDays ?? 0,
          invoice: quote ? speaker.say('invoices', [quote.invoice]).title : '',
          invoiceTone: toneOfInvoice(quote?.invoice ?? 'ordinary'),
          certificates: certificates(quote?.certificates ?? []),
        };
      })
      .sort(
        (a, b) =>
          a.goods.localeCompare(b.goods) ||
          Number(a.asked === null) - Number(b.asked === null) ||
          a.price - b.price,
      ),
    purchases: purchases
      .map((purchase) => {
        const machine = world.machines[purchase.id] ?? world.machines[`purchase:${purchase.id}`];
        const path = machine ? (statePaths(machine.value).at(-1) ?? purchase.state) : purchase.state;
        return {
          id: purchase.id,
          supplier: speaker.say('suppliers', [purchase.supplier]).title,
          goods: nameOf.get(purchase.goods) ?? purchase.goods,
          pieces: purchase.pieces,
          amount: purchase.price * purchase.pieces,
          due: purchase.due,
          promised: purchase.promised,
          arrived: purchase.arrived,
          invoice: speaker.say('invoices', [purchase.invoice]).title,
          state: machine ? speaker.state(machine.definition, path).title : path,
          tone: toneOfState(path),
          sample: purchase.sample
            ? m.panes_sample({ size: purchase.sample.size, faults: purchase.sample.faults })
            : '',
          gone: purchase.returned + purchase.scrapped,
        };
      })
      .reverse(),
    listings: view.goods.flatMap(({ id, listing }) =>
      listing
        ? [
            {
              goods: id,
              name: nameOf.get(id) ?? id,
              hs: listing.hs,
              price: listing.price,
              live: listing.live,
              contentScore: listing.contentScore,
              sold: soldOf(view.orders, id),
            },
          ]
        : [],
    ),
  };
}

const soldOf = (
  orders: readonly { goods: string; pieces: number; cancelled: boolean }[],
  goods: string,
): number =>
  orders.reduce((sum, order) => sum + (order.goods === goods && !order.cancelled ? order.pieces : 0), 0);

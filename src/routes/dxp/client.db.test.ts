import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withDatabase } from '../../../tests/support/database.ts';
import {
  TradingClient,
  type Send,
  type ShopOrder,
  type Ticket,
} from '../../../tests/support/trading-client.ts';
import { seedDemo } from '$lib/server/demo/index.ts';
import { findRun, openRun } from '$lib/server/runs/journal.ts';
import { act, beginRun } from '$lib/server/runs/play.ts';
import { newWindowKey } from '$lib/server/window/keys.ts';
import type { Json, World } from '$simulator/kernel/index.ts';
import { formatDecimal, wireMoney } from '$simulator/trade/decimal.ts';
import { CARRIER } from '$simulator/trade/institutions.ts';
import type { Batch, Order, Parcel } from '$simulator/trade/records.ts';
import { wireSecond } from '$simulator/trade/time-format.ts';
import { wireKilograms } from '$simulator/trade/weight.ts';
import { readScenario } from '$simulator/terminal/files.ts';
import { GET, POST } from './+server.ts';

withDatabase(seedDemo);

const { setup } = readScenario('9610-first-parcel');
const { enterprise, customs } = setup;

/** The window as a network would show it. */
const send: Send = async (request) => {
  const event = { request, url: new URL(request.url) } as never;
  return request.method === 'POST' ? POST(event) : GET(event);
};

/** The desk: what has no message is done by a person. */
class Desk {
  readonly #run: string;

  constructor(run: string) {
    this.#run = run;
  }

  async world(): Promise<World> {
    return (await openRun((await findRun(this.#run))!)).world;
  }

  async move(to: string, type: string, payload: { [key: string]: Json } = {}): Promise<void> {
    const { entry } = await act(
      this.#run,
      { kind: 'move', seat: 'exporter', to, type, payload },
      randomUUID(),
    );
    if (entry.outcome === 'refused') throw new Error(`${type}: ${JSON.stringify(entry.findings)}`);
  }

  async waitFor<T>(find: (world: World) => T | null | undefined): Promise<T> {
    for (let turns = 0; turns < 300; turns++) {
      const found = find(await this.world());
      if (found) return found;
      await act(this.#run, { kind: 'advance', until: 'nextEvent' }, randomUUID());
    }
    throw new Error('it never came to that');
  }
}

const first = <T>(world: World, collection: string): T | undefined =>
  Object.values(world.records[collection] ?? {})[0] as T | undefined;

const laneOf = (world: World, lane: string): string =>
  (
    Object.entries(world.machines).find(([id]) => id.startsWith('parcel:'))?.[1].value as
      Record<string, string> | undefined
  )?.[lane] ?? '';

/** The order as the shop's own software shows it. */
function shopOrder(order: Order): ShopOrder {
  const goods = setup.goods.find(({ id }) => id === order.goods)!;
  return {
    orderNo: order.orderNo,
    goods: {
      no: goods.id,
      name: goods.nameZh,
      hs: goods.hs,
      elements: goods.elements,
      unit: goods.unit,
      legalUnit: goods.legalUnit,
    },
    pieces: String(order.pieces),
    legalQuantity: formatDecimal(goods.legalPerPiece * order.pieces, 3),
    price: wireMoney(order.unitPrice, 'USD'),
    value: wireMoney(order.goodsValue, 'USD'),
    freight: wireMoney(order.freight, 'USD'),
    country: order.country,
    discharge: setup.destinations.find(({ country }) => country === order.country)!.pod,
  };
}

const ticketOf = (order: Order, parcel: Parcel): Ticket => ({
  ...shopOrder(order),
  carrier: { code: CARRIER.code, name: CARRIER.nameZh },
  logisticsNo: parcel.logisticsNo,
  grossKg: wireKilograms(parcel.statedGrams),
  netKg: wireKilograms(parcel.netGrams),
  customs: customs.code,
  port: customs.port,
  site: customs.site,
});

/** A run with one packed parcel, and a client program with its key. */
async function packedParcel(): Promise<{ desk: Desk; client: TradingClient; order: Order }> {
  const run = await beginRun({ userId: 'demo-student1', scenario: setup.id, setup, seed: '1' });
  const desk = new Desk(run);
  const [goods] = setup.goods;
  const contents = [
    'mainPhoto',
    'scenePhotos',
    'dimensions',
    'material',
    'usage',
    'warning',
    'video',
    'responsiblePerson',
  ];
  const listing = {
    goods: goods!.id,
    hs: goods!.hs,
    price: goods!.fairPrice,
    title: 'descriptive',
    contents,
    claims: ['testedFact'],
    countries: ['502'],
  };
  await desk.move('platform', 'listGoods', listing);
  const order = await desk.waitFor((world) =>
    laneOf(world, 'clearance') === 'paid' ? first<Order>(world, 'orders') : null,
  );
  await desk.move(`parcel:${order.orderNo}`, 'pack', {
    grossGrams: goods!.netGrams * order.pieces + goods!.packGrams,
    labels: ['address'],
    insured: true,
  });
  await desk.waitFor((world) => laneOf(world, 'clearance') === 'waybilled');
  const firm = { code: enterprise.customsCode, name: enterprise.nameZh };
  const client = new TradingClient(
    send,
    'http://localhost/dxp',
    await newWindowKey(run),
    firm,
    wireSecond((await desk.world()).now),
  );
  return { desk, client, order };
}

/** Until the list may be declared: the order is stored, the carrier's waybill too, and a route is chosen. */
async function readyToDeclare() {
  const { desk, client, order } = await packedParcel();
  await client.order(shopOrder(order));
  await client.await('304', '120');
  await desk.waitFor((world) => laneOf(world, 'clearance') === 'dataStored');
  await desk.move(`parcel:${order.orderNo}`, 'chooseRoute', { route: 'statistics' });
  const ticket = ticketOf(order, first<Parcel>(await desk.world(), 'parcels')!);
  return { desk, client, order, ticket };
}

describe('a client program in the place of the form', () => {
  test('takes a parcel from the order (303) to its closed list (899), with only the run’s key', async () => {
    const { desk, client, ticket, order } = await readyToDeclare();
    const guid = await client.list(ticket, 'A');
    const passed = await client.await('604', '399');
    expect(client.receipts.find(({ type, status }) => type === '604' && status === '2')?.guid).toBe(guid);
    expect(passed.fields('invtNo')).toMatch(new RegExp(`^${customs.code}\\d{4}E\\d{9,11}$`));
    await desk.move('voyage', 'consolidate', { orders: [order.orderNo] });
    const batch = first<Batch>(await desk.world(), 'batches')!;
    const { id, billNo, voyage, plate, grossGrams } = batch;
    await client.masterList({ copNo: `M${id}`, billNo, voyage, plate, grossKg: wireKilograms(grossGrams) }, [
      ticket,
    ]);
    await client.await('608', '399');
    await desk.move(`batch:${id}`, 'dispatch', { grossGrams });
    await client.await('604', '800');
    await client.await('604', '899');
    expect(client.receipts.filter(({ type }) => type === '604').map(({ status }) => status)).toEqual([
      '2',
      '3',
      '120',
      '399',
      '800',
      '899',
    ]);
    const times = client.receipts.map(({ time }) => time);
    expect(times).toEqual([...new Set(times)].toSorted());
    expect(laneOf(await desk.world(), 'clearance')).toBe('closed');
  });

  test('is told what is wrong with a list, and mends it under the same number (appType 2)', async () => {
    const { client, ticket } = await readyToDeclare();
    await client.list({ ...ticket, value: '99.99' }, 'A');
    const rejected = await client.await('604', '100');
    expect(rejected.info).toContain('1322');
    await client.list(ticket, 'A', { appType: '2', preNo: rejected.fields('preNo') });
    const passed = await client.await('604', '399');
    expect(passed.fields('preNo')).toBe(rejected.fields('preNo'));
  });

  test('who sends an order twice hears that it is there (−304010), who sends an old one that it is old', async () => {
    const { client, order } = await packedParcel();
    await client.order(shopOrder(order));
    await client.await('304', '120');
    await client.order(shopOrder(order));
    expect((await client.await('304', '-304010')).info).toContain('重复');
    await client.order(shopOrder(order), { appType: '2', appTime: '20200101000000' });
    expect((await client.await('304', '-304014')).info).toContain('旧报文');
  });

  test('what the schema refuses comes back as CEB900, with the envelope’s number', async () => {
    const { client, order } = await packedParcel();
    await expect(client.order(shopOrder(order), { guid: 'too short' })).rejects.toThrow(/0002.*guid/s);
    await expect(client.await('304', '2')).rejects.toThrow(/guid/);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceFrom } from '../../../tests/support/chance.ts';
import { withDatabase } from '../../../tests/support/database.ts';
import { envelope, gbk, textIn, utf16 } from '../../../tests/support/dxp-client.ts';
import { mutate, validTree } from '../../../tests/support/message-cases.ts';
import { serialize } from '../../../tests/support/message-xml.ts';
import {
  hasOfficialSchema,
  officialSamples,
  openOfficialSchema,
  type OfficialSchema,
} from '../../../tests/support/official-schema.ts';
import { messageOf, samples } from '../../../tests/support/sample-messages.ts';
import { seedDemo } from '$lib/server/demo/index.ts';
import { beginRun } from '$lib/server/runs/play.ts';
import { newWindowKey } from '$lib/server/window/keys.ts';
import {
  findReceiptType,
  grammarOf,
  judge,
  MESSAGE_TYPES,
  readMessage,
  writeMessage,
  type MessageType,
} from '$simulator/messages/index.ts';
import { readScenario } from '$simulator/terminal/files.ts';
import { GET, POST } from './+server.ts';

withDatabase(seedDemo);

const CASES = Number(process.env['CEB_CASES'] ?? 300);
const SEED = Number(process.env['CEB_SEED'] ?? 20261124);

const address = (query: string): URL => new URL(`http://localhost/dxp${query}`);
const event = (request: Request) => ({ request, url: new URL(request.url) }) as never;
const bearer = (key: string | null): Record<string, string> =>
  key ? { authorization: `Bearer ${key}` } : {};

async function post(
  body: string | Uint8Array,
  key: string | null = null,
  headers: Record<string, string> = {},
) {
  const request = new Request(address(''), {
    method: 'POST',
    body: body as BodyInit,
    headers: { ...bearer(key), ...headers },
  });
  const answer = await POST(event(request));
  const text = await answer.text();
  return { status: answer.status, text, code: textIn(text, 'ResponseCode'), note: textIn(text, 'Note') };
}

async function pull(key: string, query = '') {
  const request = new Request(address(query), { headers: { ...bearer(key), accept: 'application/json' } });
  const answer = await GET(event(request));
  return (await answer.json()) as {
    now: number;
    next: number;
    receipts: { place: number; type: string; xml: string }[];
  };
}

async function newKey(): Promise<string> {
  const { setup } = readScenario('9610-first-parcel');
  return newWindowKey(await beginRun({ userId: 'demo-student1', scenario: setup.id, setup, seed: '1' }));
}

interface Case {
  seed: number;
  type: MessageType;
  xml: string;
}

/** Half as the grammar makes them, half changed at random: the official schema says which are valid. */
function* cases(count: number): Generator<Case> {
  for (let i = 0; i < count; i++) {
    const chance = chanceFrom(SEED + i);
    const type = MESSAGE_TYPES[i % MESSAGE_TYPES.length]!;
    const tree = validTree(type, chance);
    if (i % 2 === 0) for (let n = chance.below(2); n >= 0; n--) mutate(tree, chance);
    yield { seed: SEED + i, type, xml: serialize(tree, chance) };
  }
}

/** As it goes over the wire: bare or in an envelope, in one of three encodings. */
function onTheWire({ seed, type, xml }: Case): string | Uint8Array {
  const bytes = [xml, gbk(xml), utf16(xml)][seed % 3]!;
  return seed % 2 === 0 ? bytes : envelope(bytes, `M-${seed}`, `CEB${type}Message`);
}

describe.skipIf(!hasOfficialSchema)('the window’s verdict is the official schema’s', () => {
  let schema: OfficialSchema | null = null;
  const official = (): OfficialSchema => (schema ??= openOfficialSchema());
  const fault = (type: MessageType, xml: string | Uint8Array) =>
    official().faultIn(grammarOf(type).family, xml);
  afterAll(() => schema?.[Symbol.dispose]());

  test('about all official samples, bare and in an envelope', async () => {
    const samples = officialSamples();
    expect(samples.length).toBeGreaterThan(30);
    for (const { family, file, bytes } of samples) {
      expect(official().faultIn(family, bytes), file).toBeNull();
      expect([file, (await post(bytes)).code]).toEqual([file, '0000']);
      expect([file, (await post(envelope(bytes, file))).code]).toEqual([file, '0000']);
    }
  });

  test(`about ${CASES} messages of all types, valid and not, in three encodings (seed ${SEED})`, async () => {
    let refused = 0;
    let slowest = { ms: 0, seed: 0 };
    for (const item of cases(CASES)) {
      const begin = performance.now();
      const { status, text } = await post(onTheWire(item), null, { accept: 'application/json' });
      const ms = performance.now() - begin;
      if (ms > slowest.ms) slowest = { ms, seed: item.seed };
      const { reply, ceb900 } = JSON.parse(text) as { reply: string; ceb900: string | null };
      const said = fault(item.type, item.xml);
      if (said) refused++;
      expect([item.seed, status, textIn(reply, 'ResponseCode'), said && item.xml]).toEqual([
        item.seed,
        200,
        said ? (ceb900 ? '0002' : '0001') : '0000',
        said && item.xml,
      ]);
      expect(official().faultIn('terminal', reply)).toBeNull();
      if (ceb900) expect(fault('900', ceb900), ceb900).toBeNull();
    }
    console.warn(`slowest of ${CASES}: ${slowest.ms.toFixed(1)} ms (case ${slowest.seed})`);
    expect(refused).toBeGreaterThan(CASES / 8);
    expect(refused).toBeLessThan(CASES);
  });

  test(
    'with a key: refusals come back as CEB900, the rest is answered record by record',
    { timeout: 120_000 },
    async () => {
      const key = await newKey();
      const sent: (Case & { valid: boolean })[] = [];
      for (const item of cases(CASES)) {
        const valid = fault(item.type, item.xml) === null;
        const { status, code } = await post(onTheWire(item), key);
        expect([item.seed, status, code]).toEqual([
          item.seed,
          200,
          valid ? '0000' : code === '0001' ? '0001' : '0002',
        ]);
        if (code !== '0001') sent.push({ ...item, valid });
      }
      const { receipts } = await pull(key, '?after=0&advance=120');
      for (const receipt of receipts)
        expect(fault(receipt.type as MessageType, receipt.xml), receipt.xml).toBeNull();
      const refusals = receipts.filter(({ type }) => type === '900');
      expect(refusals.length).toBe(sent.filter(({ valid }) => !valid).length);
      for (const { xml } of refusals) expect(textIn(xml, 'returnInfo')).toMatch(/行|line/);
      // First answers: 2 (or 1 for a draft) with the guid of the record.
      const guids = receipts.flatMap(({ type, xml }) =>
        (readMessage(xml).message?.records ?? []).map(
          ({ head }) => `${type} ${head['guid']} ${head['returnStatus']}`,
        ),
      );
      for (const { type, xml, valid } of sent) {
        const receipt = findReceiptType(type);
        if (!valid || !receipt) continue;
        for (const { head } of judge(xml).message!.records) {
          expect(guids, xml).toContain(`${receipt} ${head['guid']} ${head['appStatus'] === '1' ? '1' : '2'}`);
        }
      }
    },
  );
});

describe('what no schema foresees', () => {
  const good = writeMessage(messageOf('303', samples.order()));
  const wall = 'x'.repeat(200_000);
  const HOSTILE: [string, string | Uint8Array, string][] = [
    ['nothing', '', '0001'],
    [
      'a billion laughs',
      good.replace('?>', '?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>').replace('A-1001', '&b;'),
      '0001',
    ],
    [
      'an external entity',
      good.replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('A-1001', '&x;'),
      '0001',
    ],
    ['a tower of elements', '<a>'.repeat(20_000), '0001'],
    ['half a message', good.slice(0, 500), '0001'],
    ['a web page', '<html><body>502</body></html>', '0002'],
    ['JSON', '{"message":"CEB303"}', '0001'],
    ['GBK by name, UTF-8 in truth', good.replace('UTF-8', 'GBK'), '0001'],
    ['noise', Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7919) & 0xff), '0001'],
    ['an envelope around nothing', envelope('', 'M-0'), '0001'],
    ['an envelope around an envelope', envelope(envelope(good, 'M-1'), 'M-2'), '0002'],
    ['a wall in a field', good.replace('A-1001', wall), '0002'],
  ];

  test.each(HOSTILE)('%s is refused with a reason, with and without a key', async (_, body, code) => {
    const without = await post(body);
    const json = await post(body, null, { accept: 'application/json' });
    expect([
      without.status,
      textIn((JSON.parse(json.text) as { reply: string }).reply, 'ResponseCode'),
    ]).toEqual([200, code]);
    const { status, code: said, text } = await post(body, await newKey());
    expect([status, said]).toEqual([200, code]);
    expect(text).toMatch(/xml|root|value|line|第|行|element/i);
  });

  test('names of JavaScript’s own are names like others', async () => {
    const key = await newKey();
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    for (const [index, name] of names.entries()) {
      for (const [type, sample] of [
        ['303', samples.order()],
        ['603', samples.list()],
        ['505', samples.waybill()],
        ['605', samples.withdrawal()],
      ] as const) {
        const head: Record<string, string> = {
          ...sample.head,
          guid: `4CDE1CFD-EDED-46B1-946C-${type}0000000${index}`.padEnd(36, '0').slice(0, 36),
        };
        for (const field of ['orderNo', 'copNo', 'logisticsNo', 'invtNo', 'billNo'])
          if (field in head) head[field] = name;
        const { status, code } = await post(writeMessage(messageOf(type, { head, list: sample.list })), key);
        expect([type, name, status, code]).toEqual([type, name, 200, '0000']);
      }
    }
    const { receipts } = await pull(key, '?after=0&advance=86400');
    expect(receipts.length).toBeGreaterThan(names.length * 4);
  });

  test('a key that opens nothing, a place that is none, and a time that is none are said to be so', async () => {
    expect((await post(good, 'dp_nothing')).status).toBe(401);
    const key = await newKey();
    const status = async (query: string) =>
      (await GET(event(new Request(address(query), { headers: bearer(key) })))).status;
    expect([
      await status('?after=-1'),
      await status('?after=x'),
      await status('?advance=never'),
      await status('?advance=99999999'),
    ]).toEqual([400, 400, 400, 400]);
    expect((await GET(event(new Request(address(''))))).status).toBe(401);
    expect(await status('')).toBe(204);
  });
});

describe('messages of the import family', () => {
  let key = '';
  beforeAll(async () => {
    key = await newKey();
  });

  test.skipIf(!hasOfficialSchema)(
    'are answered by the port (2), and customs says that this is not the firm’s business (100)',
    async () => {
      const order = officialSamples().find(({ file }) => file.includes('311'))!;
      expect((await post(order.bytes, key)).code).toBe('0000');
      const { receipts } = await pull(key, '?after=0&advance=600');
      const statuses = receipts
        .filter(({ type }) => type === '312')
        .map(({ xml }) => textIn(xml, 'returnStatus'));
      expect(new Set(statuses)).toEqual(new Set(['2', '100']));
    },
  );
});

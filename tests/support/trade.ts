import * as v from 'valibot';
import { createEngine, define, put } from '../../simulator/kernel/index.ts';
import type {
  Definition,
  Engine,
  Entry,
  Finding,
  Json,
  Letter,
  World,
} from '../../simulator/kernel/index.ts';
import { fictionalCodes } from '../../simulator/trade/party.ts';
import { openingInstant, openingRecords } from '../../simulator/trade/opening.ts';
import { setupSchema } from '../../simulator/trade/setup.ts';
import type { Goods, Setup, Supplier } from '../../simulator/trade/setup.ts';
import { findDay } from '../../simulator/trade/time-format.ts';
import { DAY } from '../../simulator/trade/time.ts';

/** A scenario for tests: one product, two suppliers, two destinations; check digits are right, nobody is real. */
export function aScenario(changes: Partial<Setup> = {}): Setup {
  return v.parse(setupSchema, {
    id: 'test',
    mode: '9610-export',
    policyDate: '2026-11-01',
    startsOn: '2026-11-02',
    endsOn: '2027-01-31',
    customs: { code: '4903', port: '4903', site: 'SITE', zone: true },
    enterprise: {
      ...fictionalCodes('xiangtan', 1),
      nameZh: '湘潭示例贸易有限公司',
      nameEn: 'Xiangtan Sample Trading Co., Ltd.',
      kind: 'trader',
      creditClass: 'regular',
      cash: 5_000_000,
      registered: true,
    },
    rates: { USD: 7_080_000 },
    swing: 2_500,
    goods: [aProduct()],
    suppliers: [
      aSupplier(),
      aSupplier({ id: 'cheap', price: 2_000, invoice: 'none', certificates: [], faulty: 900_000 }),
    ],
    destinations: [aDestination('502', 'USD', 700_000), aDestination('304', 'EUR', 300_000)],
    demand: { orders: 10, days: 10, elasticity: 30_000, maxPieces: 2 },
    stock: [],
    odds: {},
    fixed: {},
    risks: [],
    route: 'free',
    difficulty: 'normal',
    ...changes,
  });
}

export const aProduct = (changes: Partial<Goods> = {}): Goods => ({
  id: 'basket',
  nameZh: '竹编篮',
  nameEn: 'Bamboo basket',
  hs: '4602110000',
  decoys: [{ hs: '4602190000', reason: 'otherPlaiting' }],
  unit: '007',
  legalUnit: '035',
  legalPerPiece: 400,
  elements: '品名:竹编篮',
  refundRate: 130_000,
  vatRate: 130_000,
  netGrams: 400,
  packGrams: 80,
  flags: [],
  needs: [],
  fairPrice: 2_499,
  tag: '?',
  ...changes,
});

export const aSupplier = (changes: Partial<Supplier> = {}): Supplier => ({
  id: 'weaver',
  product: 'basket',
  price: 3_390,
  minimum: 50,
  leadDays: 7,
  late: 0,
  lateDays: 0,
  faulty: 0,
  faultShare: 100_000,
  certificates: [],
  invoice: 'special13',
  ...changes,
});

const aDestination = (
  country: string,
  currency: 'USD' | 'EUR',
  share: number,
): Setup['destinations'][number] => ({
  country,
  pod: country,
  currency,
  share,
  bannedFlags: [],
  freightPer100g: 900,
  days: [6, 9, 15],
  thresholdTag: 'K',
});

/** Stands for a room that is not under test: hears everything, and keeps it under `heard`. */
const listener = define(
  'test/listener',
  { id: 'listener', initial: 'listening', states: { listening: { on: { '*': { actions: 'hear' } } } } },
  {
    effects: {
      hear: (scene) => [
        put('heard', `${String(scene.next('heard')).padStart(5, '0')}`, {
          to: scene.self,
          at: scene.now,
          letter: scene.letter,
        }),
      ],
    },
  },
);

/** A script that lets a letter arrive from a room that is not under test. */
const postman = define(
  'test/postman',
  { id: 'postman', initial: 'waiting', states: { waiting: { on: { deliver: { actions: 'deliver' } } } } },
  {
    moves: {
      deliver: {
        seat: 'test',
        schema: v.record(v.string(), v.any()) as never,
        rules: [],
        cites: ['practice'],
      },
    },
    effects: {
      deliver: ({ letter }) => [
        { do: 'send', to: letter.to as string, letter: letter.letter as Letter, after: 0 },
      ],
    },
  },
);

interface Parts {
  definitions: readonly Definition[];
  /** Machine id → definition. */
  machines: Record<string, string>;
  /** Machines that only listen. */
  listeners?: string[];
  setup?: Setup;
  seed?: string;
}

/** A run that a test plays, sentence by sentence. */
export class Play {
  readonly engine: Engine;
  world: World;
  last: Entry | null = null;
  readonly journal: Entry[] = [];

  constructor({ definitions, machines, listeners = [], setup = aScenario(), seed = 'test' }: Parts) {
    this.engine = createEngine({ definitions: [...definitions, listener, postman], setup });
    this.world = this.engine.begin({
      scenario: setup.id,
      seed,
      policyDay: findDay(setup.policyDate) ?? 0,
      now: openingInstant(setup),
      machines: [
        ...listeners.map((id) => ({ id, definition: 'test/listener', input: {} })),
        { id: 'postman', definition: 'test/postman', input: {} },
        ...Object.entries(machines).map(([id, definition]) => ({ id, definition, input: {} })),
      ],
      records: openingRecords(setup).records,
    });
  }

  #step(input: Parameters<Engine['step']>[1]): this {
    const { world, entry } = this.engine.step(this.world, input);
    this.world = world;
    this.last = entry;
    this.journal.push(entry);
    return this;
  }

  /** The exporter makes a move; `thenRefused` or `thenDone` looks at what came of it. */
  when(to: string, type: string, payload: { [key: string]: Json } = {}): this {
    return this.#step({ kind: 'move', seat: 'exporter', to, type, payload });
  }

  /** A letter arrives from a room that is not under test. */
  letter(to: string, letter: Letter): this {
    return this.#step({
      kind: 'move',
      seat: 'test',
      to: 'postman',
      type: 'deliver',
      payload: { to, letter },
    });
  }

  after(days: number): this {
    return this.#step({ kind: 'advance', until: this.world.now + days * DAY });
  }

  toNextEvent(): this {
    return this.#step({ kind: 'advance', until: 'nextEvent' });
  }

  get findings(): string[] {
    return (this.last?.findings ?? []).map(({ code }) => code);
  }

  finding(code: string): Finding | undefined {
    return this.last?.findings.find((finding) => finding.code === code);
  }

  stateOf(id: string): Json {
    return this.world.machines[id]?.value ?? null;
  }

  record<T>(collection: string, id: string): T | null {
    return ((this.world.records[collection] ?? {})[id] as T | undefined) ?? null;
  }

  all<T>(collection: string): T[] {
    return Object.values(this.world.records[collection] ?? {}) as T[];
  }

  /** Letters that a listening room received, by type. */
  heard(to: string, type?: string): Letter[] {
    return this.all<{ to: string; letter: Letter }>('heard')
      .filter((item) => item.to === to && (type === undefined || item.letter.type === type))
      .map(({ letter }) => letter);
  }

  notes(code?: string): string[] {
    return this.journal
      .flatMap(({ happened }) => happened)
      .flatMap((item) =>
        item.kind === 'note' && (code === undefined || item.code === code) ? [item.code] : [],
      );
  }

  papers(kind: string): World['papers'] {
    return this.world.papers.filter((paper) => paper.kind === kind);
  }

  balance(account: string, currency = 'CNY'): number {
    return this.world.postings
      .flatMap(({ lines }) => lines)
      .reduce(
        (sum, line) => (line.account === account && line.currency === currency ? sum + line.amount : sum),
        0,
      );
  }
}

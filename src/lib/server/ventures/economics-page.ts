import { economicsOf, type Cause, type Economics } from '$simulator/views/economics/index.ts';
import { findCode } from '$simulator/messages/index.ts';
import type { Cite } from '$lib/desk/view.ts';
import type { Locale } from '../../i18n/text.ts';
import { library } from '../library/index.ts';
import { journalOf, openRun, type RunRow } from '../runs/journal.ts';
import { speakerFor, type Speaker } from '../runs/words.ts';

/** A cause of gain or cost with its words. */
export interface ShownCause extends Omit<Cause, 'cites'> {
  title: string;
  cites: Cite[];
}

export interface EconomicsPage {
  run: string;
  scenario: string;
  state: RunRow['state'];
  /** Simulated time. */
  now: number;
  began: number;
  playedAt: Date;
  policyDate: string;
  /** CNY per US dollar in millionths at which everything is shown. */
  rate: number;
  /** The price that the shop asks now, or asked last, cents; null before the goods are listed. */
  listedPrice: number | null;
  unitCost: number;
  economics: Omit<Economics, 'causes' | 'orders' | 'waits'>;
  orders: (Economics['orders'][number] & { countryName: string })[];
  causes: ShownCause[];
  waits: {
    offices: (Economics['waits']['offices'][number] & { name: string })[];
    spans: Economics['waits']['spans'];
  };
}

/** What a run earned, with the words of one language. The run must have been judged to be the reader's. */
export async function economicsPage(row: RunRow, locale: Locale): Promise<EconomicsPage> {
  const { world } = await openRun(row);
  const { causes, orders, waits, ...economics } = economicsOf(world, row.setup, await journalOf(row.id));
  const speaker = speakerFor(locale);
  const [goods] = row.setup.goods;
  const listing = world.records.listings?.[goods?.id ?? ''] as { price: number } | undefined;
  return {
    run: row.id,
    scenario: library().scenarios.get(row.scenario)?.value.title[locale] ?? row.scenario,
    state: row.state,
    now: world.now,
    began: economics.track[0]?.at ?? world.now,
    playedAt: row.updatedAt,
    policyDate: row.setup.policyDate,
    rate: row.setup.rates.USD ?? 0,
    listedPrice: listing?.price ?? null,
    unitCost: row.setup.suppliers[0]?.price ?? 0,
    economics,
    orders: orders.map((order) => ({ ...order, countryName: countryName(order.country, locale) })),
    causes: causes.map((cause) => ({
      ...cause,
      title: causeTitle(cause, speaker),
      cites: speaker.cites(cause.cites),
    })),
    waits: {
      offices: waits.offices.map((wait) => ({ ...wait, name: speaker.office(wait.office).title })),
      spans: waits.spans,
    },
  };
}

const causeTitle = ({ memo, risk }: Cause, speaker: Speaker): string =>
  risk === '' ? speaker.say('memos', [memo]).title : speaker.say('risks', [risk]).title;

export function countryName(code: string, locale: Locale): string {
  const known = findCode('country', code);
  return known ? (locale === 'en' ? known.en : known.zh) : code;
}

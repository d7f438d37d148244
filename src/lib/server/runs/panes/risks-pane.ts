import type { World } from '$simulator/kernel/index.ts';
import { RISKS, type RiskEvent } from '$simulator/risks/catalogue.ts';
import {
  DIMENSIONS,
  readCredit,
  WEIGHTS,
  type CreditEntry,
  type CustomsCredit,
  type ZoneCredit,
} from '$simulator/trade/credit.ts';
import type { Credit, RiskRecord } from '$simulator/trade/records.ts';
import { DAY } from '$simulator/trade/time.ts';
import { formatFen, formatPpm } from '../../../i18n/format.ts';
import { m } from '$lib/paraglide/messages.js';
import type { CreditLine, RisksContent, ShownRisk } from '$lib/desk/panes/view.ts';
import type { Tone } from '$lib/ui/tones.ts';
import type { OpenRun } from '../journal.ts';
import type { Speaker } from '../words.ts';

/** The two credit records with their logs, and every risk event that was felt so far; open ones first. */
export function risksPane({ world }: OpenRun, speaker: Speaker): RisksContent {
  const credit = (world.records.credit ?? {}) as unknown as { zone?: ZoneCredit; customs?: CustomsCredit };
  const risks = (Object.values(world.records.risks ?? {}) as unknown as RiskRecord[]).map((record) =>
    shownRisk(record, world, speaker),
  );
  const order: ShownRisk['state'][] = ['open', 'brewing', 'settling', 'closed'];
  return {
    kind: 'risks',
    zone: credit.zone ? zoneOf(readCredit(credit.zone, world.now), speaker) : null,
    customs: credit.customs ? customsOf(credit.customs, speaker) : null,
    risks: risks.sort(
      (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (b.opened ?? 0) - (a.opened ?? 0),
    ),
  };
}

const STANDINGS: Record<ZoneCredit['standing'], () => string> = {
  good: m.panes_zone_good,
  negativeList: m.panes_zone_negative,
  probation: m.panes_zone_probation,
};

function zoneOf(record: ZoneCredit, speaker: Speaker): NonNullable<RisksContent['zone']> {
  const band = speaker.say('creditClasses', [record.class]);
  return {
    score: record.score,
    band: band.title,
    bandText: band.text,
    standing: STANDINGS[record.standing](),
    dimensions: DIMENSIONS.map((id, index) => {
      const { title, text } = speaker.say('dimensions', [id]);
      return { id, label: title, text, ppm: record.dimensions[index] ?? 0, weight: WEIGHTS[index]! };
    }),
    log: logOf(record.log, speaker),
  };
}

function customsOf(record: CustomsCredit, speaker: Speaker): NonNullable<RisksContent['customs']> {
  const { title, text } = speaker.say('creditClasses', [record.class]);
  return {
    label: title,
    text,
    listOdds: record.odds.list,
    declarationOdds: record.odds.declaration,
    guarantee: record.guarantee,
    summaryBarred: record.summaryBarred,
    log: logOf(record.log, speaker),
  };
}

/** The newest first. Customs' own log moves no dimension. */
function logOf(log: readonly (Credit['log'][number] | CreditEntry)[], speaker: Speaker): CreditLine[] {
  return log.toReversed().map((entry) => ({
    at: entry.at,
    title: speaker.say('creditEvents', [entry.code]).title,
    delta: 'dimension' in entry ? entry.delta : 0,
    dimension:
      'dimension' in entry ? speaker.say('dimensions', [DIMENSIONS[entry.dimension] ?? '']).title : '',
    // The record as a whole is marked as a model; its lines need not repeat it.
    cites: speaker.cites(entry.cites).map((cite) => ({ ...cite, mark: null })),
  }));
}

const TONES: Record<ShownRisk['state'], Tone> = {
  brewing: 'waiting',
  open: 'held',
  settling: 'active',
  closed: 'neutral',
};
const VERDICT_TONES: Record<string, Tone> = {
  best: 'cleared',
  acceptable: 'waiting',
  wrong: 'held',
  ignored: 'held',
};
const isState = (text: string): text is ShownRisk['state'] => text in TONES;

function shownRisk(record: RiskRecord, world: World, speaker: Speaker): ShownRisk {
  const { id, opened, choice, verdict } = record;
  const machine = world.machines[`risk:${id}`];
  const state = isState(String(machine?.value)) ? (String(machine?.value) as ShownRisk['state']) : 'closed';
  const event = RISKS.find((risk) => risk.id === id);
  const say = (key: string): { title: string; text: string } => {
    const { title, text } = speaker.say('risks', [`${id}.${key}`]);
    return { title, text };
  };
  const { title, text } = speaker.say('risks', [id]);
  return {
    id,
    title,
    // While it brews there are only signs: what will come of them is for the trainee to judge.
    text: state === 'brewing' ? m.panes_risk_brewing() : text,
    state,
    stateLabel:
      state === 'closed'
        ? speaker.say('verdicts', [verdict]).title
        : speaker.state('risks/event', state).title,
    tone: state === 'closed' ? (VERDICT_TONES[verdict] ?? 'neutral') : TONES[state],
    opened,
    decideBy: state === 'open' && opened !== null && event ? opened + event.term * DAY : null,
    signs: record.signs.map((sign) => say(`sign.${sign}`)),
    choice: choice === '' ? null : say(`option.${choice}`),
    verdict: verdict === '' ? '' : speaker.say('verdicts', [verdict]).title,
    outcome: state === 'closed' && verdict !== '' ? outcomeOf(id, verdict, speaker) : null,
    consequences: event && verdict !== '' ? consequencesOf(event, verdict, world, speaker) : [],
    cites: state === 'brewing' ? [] : speaker.cites(event?.cites ?? []),
  };
}

/** Saying nothing has the consequences of a wrong choice, and its own words where there are some. */
function outcomeOf(id: string, verdict: string, speaker: Speaker): { title: string; text: string } {
  const { title, text } = speaker.say(
    'risks',
    verdict === 'ignored' ? [`${id}.outcome.wrong`, `${id}.outcome.ignored`] : [`${id}.outcome.${verdict}`],
  );
  return { title, text };
}

function consequencesOf(event: RiskEvent, verdict: string, world: World, speaker: Speaker): string[] {
  const {
    credit = 0,
    customs = false,
    freezeDays = 0,
    days = 0,
  } = event.consequences[verdict === 'ignored' ? 'wrong' : (verdict as 'best')] ?? {};
  const loss = world.postings
    .filter(({ memo, refs }) => memo === 'riskLoss' && refs.risk === event.id)
    .flatMap(({ lines }) => lines)
    .reduce((sum, { account, amount }) => sum + (account === 'finesAndLosses' ? amount : 0), 0);
  return [
    ...(loss > 0 ? [m.panes_risk_loss({ amount: formatFen(loss) })] : []),
    ...(credit !== 0
      ? [
          m.panes_risk_credit({
            dimension: speaker.say('dimensions', [DIMENSIONS[event.dimension] ?? '']).title,
            delta: `${credit > 0 ? '+' : ''}${formatPpm(credit)}`,
          }),
        ]
      : []),
    ...(customs ? [m.panes_risk_customs()] : []),
    ...(freezeDays > 0 ? [m.panes_risk_freeze({ days: freezeDays })] : []),
    ...(days > 0 ? [m.panes_risk_days({ days })] : []),
  ];
}

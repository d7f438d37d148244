import { statePaths, type Posting, type World } from '$simulator/kernel/index.ts';
import { ACCOUNTS, isAccount } from '$simulator/trade/accounts.ts';
import { profitOf, trialBalance } from '$simulator/trade/ledger.ts';
import { sum, type Currency } from '$simulator/trade/money.ts';
import type { Claim, Payout } from '$simulator/trade/records.ts';
import type { MoneyContent, MoneyLine } from '$lib/desk/panes/view.ts';
import { m } from '$lib/paraglide/messages.js';
import { toneOfState } from '../digest.ts';
import type { OpenRun } from '../journal.ts';
import type { Speaker } from '../words.ts';

/** Postings on one page. */
const PAGE = 40;

interface CreditNote {
  payout: string;
  amount: number;
  left: number;
  payer: string;
  arrived: number;
  reportBy: number;
  reported: number | null;
  state: string;
}

interface Sheet {
  rows: MoneyContent['claims'][number]['rows'];
  cites: string[];
}

const CLAIM_KINDS: Record<Claim['kind'], () => string> = {
  refund: m.panes_claim_refund,
  exemptWithInvoice: m.panes_claim_exempt_with,
  exemptWithoutInvoice: m.panes_claim_exempt_without,
  repayment: m.panes_claim_repayment,
};

const all = <T>(world: World, collection: string): T[] =>
  Object.values(world.records[collection] ?? {}) as unknown as T[];

/** The books: trial balance, postings with the newest first, payouts, receipts from abroad, refund claims. */
export function moneyPane({ world }: OpenRun, speaker: Speaker, asked: URLSearchParams): MoneyContent {
  const trial = trialBalance(world.postings);
  const currencies = [...new Set(trial.map(({ currency }) => currency))];
  const { length } = world.postings;
  const wish = Number.parseInt(asked.get('postings') ?? '', 10);
  const end = Number.isSafeInteger(wish) && wish > 0 ? Math.min(wish, length) : length;
  const begin = Math.max(0, end - PAGE);
  const page = (place: number): string => `?pane=money&postings=${place}#postings`;
  return {
    kind: 'money',
    trial: trial
      .filter(({ debit, credit }) => debit > 0 || credit > 0)
      .map((row) => ({
        ...nameOf(row.account, speaker),
        currency: row.currency,
        debit: row.debit,
        credit: row.credit,
        kind: row.kind,
      })),
    totals: currencies.map((currency) => totalOf(trial, world.postings, currency)),
    postings: world.postings
      .slice(begin, end)
      .map((posting, index) => postingRow(posting, begin + index, speaker))
      .reverse(),
    older: begin > 0 ? page(begin) : null,
    newer: end < length ? page(Math.min(length, end + PAGE)) : null,
    total: length,
    payouts: all<Payout>(world, 'payouts').reverse(),
    notes: all<CreditNote>(world, 'creditNotes')
      .map((note) => noteRow(note, world, speaker))
      .reverse(),
    claims: all<Claim>(world, 'claims')
      .map((claim) => claimRow(claim, world, speaker))
      .reverse(),
    rate: (world.records.rates?.USD as unknown as { rate: number } | undefined)?.rate ?? null,
  };
}

function nameOf(account: string, speaker: Speaker): { account: string; code: string } {
  return {
    account: speaker.say('accounts', [account]).title,
    code: isAccount(account) ? ACCOUNTS[account].code : '',
  };
}

function totalOf(
  trial: ReturnType<typeof trialBalance>,
  postings: readonly Posting[],
  currency: Currency,
): MoneyContent['totals'][number] {
  const rows = trial.filter((row) => row.currency === currency);
  return {
    currency,
    debit: sum(rows.map(({ debit }) => debit)),
    credit: sum(rows.map(({ credit }) => credit)),
    profit: profitOf(postings, currency),
  };
}

function postingRow(
  { at, memo, refs, lines }: Posting,
  index: number,
  speaker: Speaker,
): MoneyContent['postings'][number] {
  const shown: MoneyLine[] = lines.map(({ account, currency, amount }) => ({
    ...nameOf(account, speaker),
    currency,
    debit: Math.max(amount, 0),
    credit: Math.max(-amount, 0),
  }));
  return {
    number: index + 1,
    at,
    memo: speaker.say('memos', [memo], refs).title,
    refs: Object.entries(refs)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => ({
        label: speaker.say(['facts', 'inputs'], [name]).title,
        value: shownRef(name, String(value), speaker),
        href: hrefOf(name, String(value)),
      })),
    // Debit before credit, as in every book.
    lines: [...shown.filter(({ debit }) => debit > 0), ...shown.filter(({ credit }) => credit > 0)],
  };
}

const shownRef = (name: string, value: string, speaker: Speaker): string =>
  name === 'risk' ? speaker.say('risks', [value]).title : value;

function hrefOf(name: string, value: string): string {
  if (name === 'orderNo') return `?pane=overview&on=${encodeURIComponent(`parcel:${value}`)}`;
  if (name === 'batch') return `?pane=overview&on=${encodeURIComponent(`batch:${value}`)}`;
  return name === 'payout' ? `?pane=money#${value}` : '';
}

/** The machine of a matter says where it stands. */
function stateOf(
  world: World,
  machine: string,
  otherwise: string,
  speaker: Speaker,
): { state: string; tone: MoneyContent['notes'][number]['tone'] } {
  const found = world.machines[machine];
  const path = found ? (statePaths(found.value).at(-1) ?? otherwise) : otherwise;
  return { state: found ? speaker.state(found.definition, path).title : path, tone: toneOfState(path) };
}

function noteRow(note: CreditNote, world: World, speaker: Speaker): MoneyContent['notes'][number] {
  const { payout, amount, left, payer, arrived, reportBy, reported, state } = note;
  return {
    payout,
    amount,
    left,
    payer: speaker.say('choices', [`${payer}Payer`, payer]).title,
    arrived,
    reportBy,
    reported,
    ...stateOf(world, `credit-note:${payout}`, state, speaker),
  };
}

function claimRow(claim: Claim, world: World, speaker: Speaker): MoneyContent['claims'][number] {
  const { id, kind, orders, amount, filed } = claim;
  const sheet = (world.records.claimSheets ?? {})[id] as unknown as Sheet | undefined;
  return {
    id,
    kind: CLAIM_KINDS[kind](),
    orders,
    amount,
    filed,
    ...stateOf(world, `claim:${id}`, claim.state, speaker),
    rows: (sheet?.rows ?? []).map(({ orderNo, lot, pieces, total, net, vat, rate, refund }) => ({
      orderNo,
      lot,
      pieces,
      total,
      net,
      vat,
      rate,
      refund,
    })),
    cites: speaker.cites(sheet?.cites ?? []),
  };
}

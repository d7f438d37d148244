/**
 * What the panes of the desk show, in the reader's language. Made by src/lib/server/runs/panes; instants are
 * milliseconds, money is in minor units, weights in grams, shares in ppm.
 */
import type { StageLayouts, StageNode } from '$lib/ui/stages.ts';
import type { Tone } from '$lib/ui/tones.ts';
import type { Cite, DigestLine, ShownFinding, TodoGroup } from '../view.ts';

/** The offers of the whole desk; a pane picks those of its own matters. */
export interface DeskTodo {
  now: readonly TodoGroup[];
  standing: readonly TodoGroup[];
}

/** A state in words, and how it feels. `label` says what it is the state of. */
export interface ShownState {
  id: string;
  label: string;
  state: string;
  tone: Tone;
}

export interface OrderRow {
  orderNo: string;
  href: string;
  current: boolean;
  goods: string;
  pieces: number;
  country: string;
  /** Cents: goods, and what the buyer pays for the freight. */
  value: number;
  freight: number;
  ordered: number;
  shipBy: number;
  /** How long it is late, or null. */
  late: boolean;
  lanes: ShownState[];
  route: string;
  logisticsNo: string;
  listNo: string;
  batch: string;
}

export interface OrdersContent {
  kind: 'orders';
  orders: OrderRow[];
  places: { id: string; label: string }[];
  goods: {
    id: string;
    name: string;
    hs: string;
    free: number;
    places: Record<string, number>;
    total: number;
  }[];
  lots: {
    id: string;
    goods: string;
    supplier: string;
    received: number;
    pieces: number;
    free: number;
    price: number;
    invoice: string;
    invoiceTone: Tone;
    certificates: string[];
  }[];
}

export interface SourcingContent {
  kind: 'sourcing';
  quotes: {
    supplier: string;
    name: string;
    goods: string;
    asked: number | null;
    price: number;
    minimum: number;
    leadDays: number;
    invoice: string;
    invoiceTone: Tone;
    certificates: string[];
  }[];
  purchases: {
    id: string;
    supplier: string;
    goods: string;
    pieces: number;
    amount: number;
    due: number;
    promised: number;
    arrived: number | null;
    invoice: string;
    state: string;
    tone: Tone;
    sample: string;
    gone: number;
  }[];
  listings: {
    goods: string;
    name: string;
    hs: string;
    price: number;
    live: boolean;
    contentScore: number;
    sold: number;
  }[];
}

export interface MoneyLine {
  account: string;
  code: string;
  currency: string;
  debit: number;
  credit: number;
}

export interface MoneyContent {
  kind: 'money';
  trial: (MoneyLine & { kind: string })[];
  totals: { currency: string; debit: number; credit: number; profit: number }[];
  postings: {
    number: number;
    at: number;
    memo: string;
    refs: { label: string; value: string; href: string }[];
    lines: MoneyLine[];
  }[];
  older: string | null;
  newer: string | null;
  total: number;
  payouts: {
    id: string;
    orders: string[];
    gross: number;
    commission: number;
    refunds: number;
    fees: number;
    net: number;
    paid: number;
    credited: number | null;
    settled: number | null;
    settledFen: number;
  }[];
  notes: {
    payout: string;
    amount: number;
    left: number;
    payer: string;
    arrived: number;
    reportBy: number;
    reported: number | null;
    state: string;
    tone: Tone;
  }[];
  claims: {
    id: string;
    kind: string;
    orders: string[];
    amount: number;
    filed: number;
    state: string;
    tone: Tone;
    rows: {
      orderNo: string;
      lot: string;
      pieces: number;
      total: number;
      net: number;
      vat: number;
      rate: number;
      refund: number;
    }[];
    cites: Cite[];
  }[];
  /** Millionths of a yuan for one dollar today, or null. */
  rate: number | null;
}

export interface FlowLink {
  label: string;
  href: string;
}

export interface FlowsContent {
  kind: 'flows';
  rows: {
    orderNo: string;
    href: string;
    information: {
      order: number;
      message: number | null;
      list: number | null;
      status: string;
      links: FlowLink[];
    };
    goods: {
      ordered: number;
      declared: number | null;
      weighed: number;
      listed: number | null;
      place: string;
      links: FlowLink[];
    };
    money: {
      due: number;
      paid: boolean;
      paidOut: boolean;
      credited: boolean;
      settled: boolean;
      links: FlowLink[];
    };
    mismatches: { code: string; title: string; text: string }[];
  }[];
  differing: number;
}

export interface TrackedStep {
  id: string;
  title: string;
  actual: number | null;
  planned: number | null;
  source: string;
  detail: string;
  tone: Tone | null;
}

export interface TrackingContent {
  kind: 'tracking';
  orders: {
    orderNo: string;
    href: string;
    current: boolean;
    country: string;
    last: string;
    lastAt: number | null;
    next: string;
    nextAt: number | null;
    tone: Tone;
  }[];
  shown: {
    orderNo: string;
    logisticsNo: string;
    country: string;
    steps: TrackedStep[];
    silence: string;
  } | null;
}

export interface CreditLine {
  at: number;
  title: string;
  /** ppm of the dimension; 0 where it moves no dimension. */
  delta: number;
  dimension: string;
  cites: Cite[];
}

export interface ShownRisk {
  id: string;
  title: string;
  text: string;
  state: 'brewing' | 'open' | 'settling' | 'closed';
  stateLabel: string;
  tone: Tone;
  opened: number | null;
  decideBy: number | null;
  signs: { title: string; text: string }[];
  choice: { title: string; text: string } | null;
  verdict: string;
  outcome: { title: string; text: string } | null;
  consequences: string[];
  cites: Cite[];
}

export interface RisksContent {
  kind: 'risks';
  zone: {
    score: number;
    band: string;
    bandText: string;
    standing: string;
    dimensions: { id: string; label: string; text: string; ppm: number; weight: number }[];
    log: CreditLine[];
  } | null;
  customs: {
    label: string;
    text: string;
    listOdds: number;
    declarationOdds: number;
    guarantee: number;
    summaryBarred: boolean;
    log: CreditLine[];
  } | null;
  risks: ShownRisk[];
}

export interface JournalLine extends DigestLine {
  /** A posting; the pane of money has it whole. */
  posting: boolean;
}

export interface JournalRow {
  seq: number;
  at: number;
  to: number;
  kind: 'move' | 'advance';
  title: string;
  /** The machine that the move went to. */
  about: string;
  inputs: { label: string; value: string }[];
  refused: boolean;
  findings: ShownFinding[];
  lines: JournalLine[];
}

export interface JournalContent {
  kind: 'journal';
  rows: JournalRow[];
  total: number;
  refusals: number;
  refusedOnly: boolean;
  allHref: string;
  refusedHref: string;
  olderHref: string | null;
  newestHref: string | null;
}

export interface FirmPath {
  id: string;
  label: string;
  state: string;
  tone: Tone;
  current: boolean;
  href: string;
}

export interface FirmContent {
  kind: 'firm';
  firm: { label: string; value: string }[];
  paths: FirmPath[];
  map: {
    label: string;
    nodes: StageNode[];
    layouts: StageLayouts;
    selected: string;
    about: {
      title: string;
      text: string;
      office: string;
      since: number | null;
      cites: Cite[];
      here: boolean;
    } | null;
  };
  standing: { id: string; label: string; text: string; held: boolean }[];
  qualifications: {
    need: string;
    label: string;
    text: string;
    asked: number | null;
    granted: number | null;
  }[];
  /** Where client programs speak for this run. */
  exchange: string;
  /** When the run has a key already. */
  hasKey: boolean;
}

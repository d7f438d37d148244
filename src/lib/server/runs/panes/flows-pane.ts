import type { Paper, World } from '$simulator/kernel/index.ts';
import type { CebMessage } from '$simulator/messages/index.ts';
import type { Payout } from '$simulator/trade/records.ts';
import { flowsOf, type FlowRow } from '$simulator/views/index.ts';
import type { FlowLink, FlowsContent } from '$lib/desk/panes/view.ts';
import type { OpenRun } from '../journal.ts';
import { titleOfPaper } from '../letters.ts';
import type { Speaker } from '../words.ts';

/** 三流合一: information, goods and money of every order, each difference named; those that differ come first. */
export function flowsPane({ world }: OpenRun, speaker: Speaker): FlowsContent {
  const papers = papersByOrder(world);
  const payouts = Object.values(world.records.payouts ?? {}) as unknown as Payout[];
  const rows = flowsOf(world).map((row) =>
    shownRow(row, papers.get(row.orderNo) ?? new Map(), payouts, speaker),
  );
  return {
    kind: 'flows',
    rows: [
      ...rows.filter(({ mismatches }) => mismatches.length > 0),
      ...rows.filter(({ mismatches }) => mismatches.length === 0).reverse(),
    ],
    differing: rows.filter(({ mismatches }) => mismatches.length > 0).length,
  };
}

type Papers = Map<string, Paper>;

/** The last paper of each kind about an order, by order. */
function papersByOrder(world: World): Map<string, Papers> {
  const found = new Map<string, Papers>();
  const keep = (orderNo: string, paper: Paper): void => {
    let papers = found.get(orderNo);
    if (!papers) found.set(orderNo, (papers = new Map()));
    papers.set(paper.kind, paper);
  };
  for (const paper of world.papers) {
    if (paper.from !== 'exporter' && paper.to !== 'exporter') continue;
    if (['platformOrder', 'waybillLabel'].includes(paper.kind)) keep(paper.subject, paper);
    const { message } = (paper.body ?? {}) as { message?: CebMessage };
    for (const { head } of message?.records ?? [])
      if (head.orderNo && paper.from === 'exporter') keep(head.orderNo, paper);
  }
  return found;
}

function shownRow(
  row: FlowRow,
  papers: Papers,
  payouts: readonly Payout[],
  speaker: Speaker,
): FlowsContent['rows'][number] {
  const { orderNo, information, goods, money, mismatches } = row;
  const links = (...kinds: string[]): FlowLink[] =>
    kinds.flatMap((kind) => {
      const paper = papers.get(kind);
      return paper
        ? [{ label: titleOfPaper(kind, speaker), href: `?pane=papers&paper=${encodeURIComponent(paper.id)}` }]
        : [];
    });
  return {
    orderNo,
    href: `?pane=overview&on=${encodeURIComponent(`parcel:${orderNo}`)}`,
    information: {
      ...information,
      status: information.status ? speaker.say('statuses', [information.status]).title : '',
      links: links('platformOrder', 'CEB303', 'CEB403', 'CEB603', 'CEB605'),
    },
    goods: { ...goods, place: speaker.say('places', [goods.place]).title, links: links('waybillLabel') },
    money: {
      ...money,
      links: payouts
        .filter(({ orders }) => orders.includes(orderNo))
        .map(({ id }) => ({ label: id, href: `?pane=money#${id}` })),
    },
    mismatches: mismatches.map(({ code, left, right }) => ({ code, ...wordsOf(code, left, right, speaker) })),
  };
}

function wordsOf(
  code: string,
  left: number,
  right: number,
  speaker: Speaker,
): { title: string; text: string } {
  const { title, text } = speaker.say('mismatches', [code], { left, right });
  return { title, text };
}

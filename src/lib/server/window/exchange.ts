import { randomUUID } from 'node:crypto';
import {
  ceb900, creatTimeOf, decodeXml, DXP_CODES, judge, readDxp, reasonOf, writeDxpMsg, writeDxpRep, writeMessage,
  type CebMessage, type TransInfo,
} from '$simulator/messages/index.ts'; // prettier-ignore
import type { Entry } from '$simulator/kernel/index.ts';
import { wireMilli } from '$simulator/trade/time-format.ts';
import { act } from '../runs/play.ts';
import { openRun, type RunRow } from '../runs/journal.ts';

type Verdict = ReturnType<typeof judge>;

/** The port's own address at the exchange, as the export side of the real one has it. */
const PORT_ID = 'DXPEDCCEB0000003';

/** What the exchange answers at once: whether it took the message in, and what the schema says of it. */
export interface Reply {
  status: number;
  xml: string;
}

const nobody = (type: string): TransInfo => ({
  copMsgId: randomUUID(),
  senderId: 'DXPENT0000000000',
  receiverIds: [PORT_ID],
  creatTime: creatTimeOf(0),
  msgType: type,
});

function reply(
  status: number,
  code: string,
  info: string,
  note: string,
  head: TransInfo,
  now: number,
): Reply {
  const responses = [{ code, info: info || DXP_CODES[code]!.zh, note, noticeTime: now, oriHead: head }];
  return { status, xml: writeDxpRep({ receiverId: head.senderId, responses }) };
}

/** Reasons of the schema against a business message, as the CEB900 writes them. */
const reasons = (verdict: Verdict): string => verdict.findings.slice(0, 5).map(reasonOf).join('');

/**
 * Takes a DxpMsg or a bare CEB message in for a run: the same move as the form makes. The answer says at once
 * whether the envelope was taken (0000), and 0002 with the reasons where the schema refuses the message in it; the
 * CEB900 and every later receipt come by pull, in simulated time.
 */
export async function submit(row: RunRow, body: Uint8Array, idempotencyKey: string | null): Promise<Reply> {
  const reading = readDxp(body);
  if (reading.kind === 'refused') {
    const head = reading.transInfo ?? nobody('Unknown');
    const [first] = reading.findings;
    return reply(
      200,
      reading.code,
      '',
      first ? `${first.code} ${first.path} ${first.line}:${first.column}` : '',
      head,
      row.simulated,
    );
  }
  const verdict = judge(reading.data);
  const head =
    reading.kind === 'DxpMsg'
      ? reading.transInfo
      : nobody(verdict.type === 'Unknown' ? 'Unknown' : `CEB${verdict.type}Message`);
  const xml = textOf(reading.data);
  if (xml === null) return reply(200, '0001', '', reasons(verdict), head, row.simulated);
  const { entry } = await act(
    row.id,
    {
      kind: 'move',
      seat: 'exporter',
      to: 'window',
      type: 'transmit',
      payload: { xml, via: 'http', copMsgId: head.copMsgId },
    },
    idempotencyKey ?? randomUUID(),
  );
  if (entry.outcome === 'refused') return reply(409, '0999', refusalOf(entry), '', head, entry.at);
  if (!verdict.schemaValid) return reply(200, '0002', '', reasons(verdict), head, entry.at);
  return reply(200, '0000', '', '', head, entry.at);
}

const refusalOf = (entry: Entry): string => entry.findings.map((finding) => finding.code).join(' ');

/** Text of a message whatever its encoding; null when the bytes are not what they say. */
function textOf(data: string | Uint8Array): string | null {
  const decoded = decodeXml(data);
  return 'text' in decoded && !decoded.text.includes('\0') ? decoded.text : null;
}

/** Judges without a key and without a run: what the exchange would say, and the CEB900 where the schema refuses. */
export function judgeOnly(body: Uint8Array): { reply: Reply; ceb900: string | null } {
  const reading = readDxp(body);
  if (reading.kind === 'refused') {
    const [first] = reading.findings;
    const note = first ? `${first.code} ${first.path} ${first.line}:${first.column}` : '';
    return {
      reply: reply(200, reading.code, '', note, reading.transInfo ?? nobody('Unknown'), 0),
      ceb900: null,
    };
  }
  const verdict = judge(reading.data);
  const head =
    reading.kind === 'DxpMsg'
      ? reading.transInfo
      : nobody(verdict.type === 'Unknown' ? 'Unknown' : `CEB${verdict.type}Message`);
  if (verdict.schemaValid) return { reply: reply(200, '0000', '', '', head, 0), ceb900: null };
  const message = ceb900(verdict, {
    guid: randomUUID().toUpperCase(),
    returnTime: wireMilli(0),
    copMsgId: head.copMsgId,
    original: reading.data,
  });
  return { reply: reply(200, '0002', '', reasons(verdict), head, 0), ceb900: writeMessage(message) };
}

export interface Receipt {
  /** Place among the run's papers: ask for what comes `after` it. */
  place: number;
  type: string;
  xml: string;
  dxp: string;
}

/** Receipts that came to the firm after a place, oldest first. */
export async function receiptsAfter(
  row: RunRow,
  after: number,
): Promise<{ now: number; receipts: Receipt[] }> {
  const { world } = await openRun(row);
  const receipts = world.papers.flatMap((paper, index): Receipt[] => {
    const { message } = (paper.body ?? {}) as { message?: CebMessage };
    if (index < after || paper.to !== 'exporter' || paper.from !== 'window' || !message) return [];
    const xml = writeMessage(message);
    const transInfo: TransInfo = {
      copMsgId: message.guid,
      senderId: PORT_ID,
      receiverIds: [`DXPENT${row.setup.enterprise.customsCode}`.slice(0, 16)],
      creatTime: creatTimeOf(paper.at),
      msgType: `CEB${message.type}Message`,
    };
    return [
      {
        place: index + 1,
        type: message.type,
        xml,
        dxp: writeDxpMsg({ transInfo, data: new TextEncoder().encode(xml) }),
      },
    ];
  });
  return { now: world.now, receipts };
}

/** The longest that a client may let simulated time run at one pull. */
const LONGEST = 31 * 86_400;

/** Lets simulated time pass: `next` to the next event, or whole seconds. False for anything else. */
export async function passTime(row: RunRow, wish: string): Promise<boolean> {
  const seconds = /^\d{1,7}$/.test(wish) ? Number(wish) : null;
  if (wish !== 'next' && (seconds === null || seconds > LONGEST)) return false;
  const until = seconds === null ? ('nextEvent' as const) : row.simulated + seconds * 1000;
  await act(row.id, { kind: 'advance', until }, randomUUID());
  return true;
}

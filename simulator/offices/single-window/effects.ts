import {
  file,
  keep,
  note,
  put,
  send,
  type Definition,
  type Effect,
  type Json,
  type Scene,
} from '../../kernel/index.ts';
import {
  ceb900,
  findReceiptType,
  judge,
  receiptFor,
  writeMessage,
  type CebMessage,
  type CebRecord,
  type MessageType,
} from '../../messages/index.ts';
import { guidOf } from '../../trade/guid.ts';
import { wireMilli } from '../../trade/time-format.ts';
import { SECOND } from '../../trade/time.ts';

/** Seen in production: the first answer comes ten to fifteen seconds after the message (dossier: Haikou 2023). */
const FIRST_ANSWER = [10 * SECOND, 15 * SECOND] as const;
/** From the port to customs' own store. */
const HAND_OVER = [2 * SECOND, 20 * SECOND] as const;

/** What the port remembers of a message that it took in. */
export interface Taken {
  paper: string;
  from: string;
  message: CebMessage;
}

/** Receipts carry strictly increasing times: a client drops one that is not younger than what it holds. */
function nextReturnTime(scene: Scene, effects: Effect[], place = 0): string {
  const last = (scene.context.lastReturn as number | undefined) ?? 0;
  const at = Math.max(scene.now, last + 1) + place;
  effects.push(keep({ lastReturn: at }));
  return wireMilli(at);
}

function filePaper(
  scene: Scene,
  kind: string,
  from: string,
  to: string,
  subject: string,
  body: Json,
): [string, Effect] {
  const id = `paper:${scene.next('paper')}`;
  return [id, file({ id, kind, from, to, subject, body })];
}

/** The key that people know a record by: order number, waybill number, own number. */
export const subjectOf = (record: CebRecord): string =>
  record.head.copNo ??
  record.head.coElNo ??
  record.head.orderNo ??
  record.head.logisticsNo ??
  record.head.guid ??
  '';

function takeIn(scene: Scene): Effect[] {
  const letter = scene.letter as { from?: string; message?: CebMessage; xml?: string; copMsgId?: string };
  const from = letter.from ?? 'exporter';
  const xml = letter.xml ?? writeMessage(letter.message!);
  const verdict = judge(xml);
  const kind = verdict.type === 'Unknown' ? 'unknownMessage' : `CEB${verdict.type}`;
  const message = verdict.message;
  const subject = message ? message.records.map(subjectOf).slice(0, 3).join(' ') : '';
  const [paper, filed] = filePaper(scene, kind, from, 'window', subject, {
    xml,
    ...(message ? { message: message as unknown as Json } : {}),
  });
  const wait = scene.between('window-time', ...FIRST_ANSWER);
  if (!verdict.schemaValid || !message) {
    const reply = { type: 'FORM_REFUSED', paper, from, xml, copMsgId: letter.copMsgId ?? '' };
    return [filed, send(scene.self, reply, wait)];
  }
  return [filed, send(scene.self, { type: 'TAKEN', paper, from, message: message as unknown as Json }, wait)];
}

function answer900(scene: Scene): Effect[] {
  const { paper, from, xml, copMsgId } = scene.letter as unknown as {
    paper: string;
    from: string;
    xml: string;
    copMsgId: string;
  };
  const effects: Effect[] = [];
  const verdict = judge(xml);
  const returnTime = nextReturnTime(scene, effects);
  const guid = guidOf('receipt', scene.next('receipt'));
  const message = ceb900(verdict, { guid, returnTime, copMsgId, original: xml });
  const first = verdict.findings[0];
  const [id, filed] = filePaper(scene, 'CEB900', 'window', from, paper, {
    message: message as unknown as Json,
    about: paper,
    findings: verdict.findings as unknown as Json,
  });
  return [
    ...effects,
    filed,
    note(
      'formatRefused',
      {
        type: verdict.type,
        code: first?.code ?? '',
        path: first?.path ?? '',
        line: first?.line ?? 0,
        paper: id,
      },
      ['gacc-2018-113#format-error'],
    ),
  ];
}

/** appStatus 1 is a draft kept at the port (receipt 1); 2 is taken as declared (receipt 2) and handed on to customs. */
function answerFirst(scene: Scene): Effect[] {
  const { paper, from, message } = scene.letter as unknown as Taken;
  const request = message.type;
  if (findReceiptType(request) === null) {
    return [note('receiptIsNoRequest', { type: request }, ['gacc-2018-113#message-family'])];
  }
  const effects: Effect[] = [];
  for (const [place, record] of message.records.entries()) {
    const draft = record.head.appStatus === '1';
    const key = subjectOf(record);
    effects.push(
      ...receiptEffects(scene, {
        message: request,
        record,
        guid: record.head.guid ?? '',
        status: draft ? '1' : '2',
        info: draft ? '电子口岸已暂存' : `新增申报成功[${record.head.guid ?? ''}]`,
        preNo: record.head.preNo ?? '',
        invtNo: record.head.invtNo ?? '',
        to: from,
        place,
      }),
      send('voyage', {
        type: 'TRANSMITTED',
        message: request,
        guid: record.head.guid ?? '',
        key,
        record: record as unknown as Json,
        paper,
        from,
      }),
    );
    if (!draft) {
      const wait = scene.between('window-time', ...HAND_OVER);
      effects.push(
        send(
          'customs',
          {
            type: 'RECORD',
            message: request,
            guid: record.head.guid ?? '',
            record: record as unknown as Json,
            from,
            paper,
          },
          wait,
        ),
      );
    }
  }
  return effects;
}

/** What customs (or the port) says of one record. `info` is the receipt's own text, Chinese as on the wire. */
export interface Answer {
  message: MessageType;
  record: CebRecord;
  guid: string;
  status: string;
  info: string;
  preNo: string;
  invtNo: string;
  to: string;
  /** Position among answers of the same instant. */
  place?: number;
  /** Complaints behind a refusal, for the trainee's "why not?". */
  findings?: Json;
}

function receiptEffects(scene: Scene, answer: Answer): Effect[] {
  const effects: Effect[] = [];
  const returnTime = nextReturnTime(scene, effects, answer.place);
  const receipt = receiptFor(answer.record, answer.message, {
    guid: answer.guid,
    messageGuid: guidOf('message', scene.next('message')),
    returnStatus: answer.status,
    returnTime,
    returnInfo: answer.info,
    preNo: answer.preNo,
    invtNo: answer.invtNo,
  });
  const key = subjectOf(answer.record);
  const [paper, filed] = filePaper(scene, `CEB${receipt.type}`, 'window', answer.to, key, {
    message: receipt as unknown as Json,
    status: answer.status,
    info: answer.info,
    ...(answer.findings ? { findings: answer.findings } : {}),
  });
  return [
    ...effects,
    filed,
    send('voyage', {
      type: 'ANSWERED',
      message: answer.message,
      key,
      status: answer.status,
      info: answer.info,
      preNo: answer.preNo,
      invtNo: answer.invtNo,
      paper,
      record: answer.record as unknown as Json,
      findings: answer.findings ?? [],
    }),
  ];
}

function bringReceipt(scene: Scene): Effect[] {
  const answer = scene.letter as unknown as Omit<Answer, 'guid'>;
  return receiptEffects(scene, { ...answer, guid: guidOf('receipt', scene.next('receipt')) });
}

/** A message that customs sends of its own accord: 792, the result of a summary. */
function bringResult(scene: Scene): Effect[] {
  const { message, to, key } = scene.letter as unknown as { message: CebMessage; to: string; key: string };
  const [paper, filed] = filePaper(scene, `CEB${message.type}`, 'window', to, key, {
    message: message as unknown as Json,
  });
  return [
    filed,
    put('results', key, paper),
    send('voyage', {
      type: 'RESULT',
      message: message.type,
      key,
      record: message.records[0] as unknown as Json,
      paper,
    }),
  ];
}

export const effects: Definition['effects'] = { takeIn, answer900, answerFirst, bringReceipt, bringResult };

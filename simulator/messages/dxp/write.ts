/** Envelopes → XML. What stands in an envelope is cut to what its schema allows, since an answer must always arrive. */
import { formatDay } from '../../trade/time-format.ts';
import { dayOf, partsOf, type Instant } from '../../trade/time.ts';
import { DXP } from '../judge/model.ts';
import { attribute, text } from '../xml/escape.ts';
import { toBase64 } from './base64.ts';
import type { DxpMsg, DxpRep, DxpResponse, TransInfo } from './envelope.ts';

/** xs:dateTime on the wall clock at +08:00, as clients write it. */
export function creatTimeOf(instant: Instant): string {
  const { hour, minute, second } = partsOf(instant);
  const [h, m, s] = [hour, minute, second].map((n) => String(n).padStart(2, '0'));
  return `${formatDay(dayOf(instant))}T${h}:${m}:${s}`;
}

/** A client's envelope around a business message. */
export function writeDxpMsg({ transInfo, data, addInfo }: DxpMsg): string {
  const inner = [
    ...transInfoLines('TransInfo', transInfo),
    `\t<Data>${toBase64(data)}</Data>`,
    ...(addInfo
      ? [
          '\t<AddInfo>',
          ...optional(2, 'FileName', addInfo.fileName, 255),
          ...optional(2, 'IcCard', addInfo.icCard, 13),
          ...bizKeyLines(addInfo.bizKeys ?? []),
          ...(addInfo.encode === undefined
            ? []
            : [`\t\t<IsText Encode="${attribute(cut(addInfo.encode, 50))}"/>`]),
          '\t</AddInfo>',
        ]
      : []),
  ];
  return document('DxpMsg', inner);
}

/** The platform's reply to an envelope. At least one response; throws without, since the schema wants one. */
export function writeDxpRep({ receiverId, adNodeId, responses }: DxpRep): string {
  if (responses.length === 0) throw new Error('a DxpRep holds at least one response');
  return document('DxpRep', [
    line(1, 'RecevierId', filled(receiverId, 16)),
    ...optional(1, 'AdNodeId', adNodeId, 8),
    ...responses.flatMap(responseLines),
  ]);
}

function responseLines(r: DxpResponse): string[] {
  const results = (r.results ?? []).flatMap((one) => [
    '\t\t\t<Result>',
    line(4, 'RecId', filled(one.recId, 16)),
    line(4, 'Code', filled(one.code, 9)),
    ...optional(4, 'Info', one.info, 300),
    ...optional(4, 'Note', one.note, 500),
    '\t\t\t</Result>',
  ]);
  return [
    '\t<Response>',
    ...optional(2, 'NodeId', r.nodeId, 8),
    line(2, 'ResponseCode', filled(r.code, 9)),
    ...optional(2, 'ResponseInfo', r.info, 300),
    ...(results.length > 0 ? ['\t\t<Results>', ...results, '\t\t</Results>'] : []),
    line(2, 'NoticeTime', formatDay(dayOf(r.noticeTime))),
    ...optional(2, 'Note', r.note, 500),
    ...transInfoLines('OriHead', r.oriHead).map((l) => `\t${l}`),
    '\t</Response>',
  ];
}

function transInfoLines(name: string, t: TransInfo): string[] {
  const receivers = t.receiverIds.length > 0 ? t.receiverIds.slice(0, 5) : [''];
  return [
    `\t<${name}>`,
    line(2, 'CopMsgId', filled(t.copMsgId, 255)),
    line(2, 'SenderId', filled(t.senderId, 16)),
    '\t\t<ReceiverIds>',
    ...receivers.map((id) => line(3, 'ReceiverId', filled(id, 16))),
    '\t\t</ReceiverIds>',
    line(2, 'CreatTime', DATE_TIME.test(t.creatTime) ? t.creatTime : creatTimeOf(0)),
    line(2, 'MsgType', cut(t.msgType, 30)),
    `\t</${name}>`,
  ];
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;

function bizKeyLines(keys: readonly { name?: string; value: string }[]): string[] {
  if (keys.length === 0) return [];
  const one = ({ name, value }: { name?: string; value: string }) => {
    const named = name === undefined ? '' : ` name="${attribute(filled(name, 32))}"`;
    return `\t\t\t<Key${named}>${text(filled(value, 64))}</Key>`;
  };
  return ['\t\t<BizKey>', ...keys.slice(0, 5).map(one), '\t\t</BizKey>'];
}

function document(root: string, inner: readonly string[]): string {
  return `${['<?xml version="1.0" encoding="UTF-8"?>', `<${root} ver="1.0" xmlns="${DXP}">`, ...inner, `</${root}>`].join('\n')}\n`;
}

const line = (depth: number, name: string, value: string): string =>
  `${'\t'.repeat(depth)}<${name}>${text(value)}</${name}>`;

const optional = (depth: number, name: string, value: string | undefined, max: number): string[] =>
  value === undefined || value === '' ? [] : [line(depth, name, cut(value, max))];

const cut = (value: string, max: number): string => [...value].slice(0, max).join('');

/** The schema wants at least one character where nothing is known. */
const filled = (value: string, max: number): string => cut(value, max) || '-';

/** CEB900: the answer to a message that the schema refuses. It names field, line and reason, in Chinese as on the wire. */
import { ELEMENT_NAMES } from '../grammar/names.ts';
import type { JudgeFinding, Verdict } from '../judge.ts';
import type { CebMessage } from '../message.ts';
import { xmlCharacters } from '../xml/escape.ts';
import { REASONS } from './reasons.ts';

export interface Ceb900Options {
  guid: string;
  messageGuid?: string;
  /** yyyyMMddHHmmssSSS */
  returnTime: string;
  /** CopMsgId of the DxpMsg; empty for a bare message. */
  copMsgId: string;
  /** The text that was refused; quoted as it came, so far as it is text that XML can hold. */
  original: string | Uint8Array;
}

/** Always negative; this is the number that a public simulator of the platform uses. */
export const FORMAT_ERROR = '-999999';

const MOST_REASONS = 20;
const MAX_INFO = 5000;
const MAX_COP_MSG_ID = 255;

/** One message with one record. */
export function ceb900(verdict: Verdict, options: Ceb900Options): CebMessage {
  const { type } = verdict;
  return {
    type: '900',
    guid: options.messageGuid ?? options.guid,
    version: '1.0',
    records: [
      {
        head: {
          guid: options.guid,
          returnStatus: FORMAT_ERROR,
          returnInfo: clipTo(MAX_INFO, returnInfo(verdict.findings)),
          returnTime: options.returnTime,
          oriCopMsgId: clipTo(MAX_COP_MSG_ID, xmlCharacters(options.copMsgId)),
          oriMessageType: type === 'Unknown' ? 'Unknown' : `CEB${type}Message`,
          oriBizMessage: xmlCharacters(originalText(options.original)),
        },
        list: [],
      },
    ],
  };
}

function returnInfo(findings: readonly JudgeFinding[]): string {
  const reasons = findings.slice(0, MOST_REASONS).map(reasonOf);
  const more = findings.length - reasons.length;
  if (more > 0) reasons.push(`[Code:999;Desc:另有${more}处错误]`);
  return reasons.join('');
}

/** `[Code:valueTooLong;Desc:第12行 订单编号(orderNo)：…]` */
export function reasonOf(finding: JudgeFinding): string {
  const { code, path, line, params } = finding;
  const name = /([^/[\]]+)(?:\[\d+\])?$/.exec(path)?.[1] ?? '';
  const zh = ELEMENT_NAMES[name]?.zh;
  const where = path === '' ? '' : `${zh ? `${zh}(${name})` : name}：`;
  const reason = (REASONS[code] ?? code).replace(/\{(\w+)\}/g, (_, key: string) => labelled(params[key]));
  return `[Code:${code};Desc:第${line}行 ${where}${xmlCharacters(reason)}${path === '' ? '' : `，位置${path}`}]`;
}

function labelled(value: string | number | undefined): string {
  const text = String(value ?? '');
  const zh = ELEMENT_NAMES[text]?.zh;
  return zh ? `${zh}(${text})` : text;
}

function originalText(original: string | Uint8Array): string {
  return typeof original === 'string' ? original : new TextDecoder('utf-8').decode(original);
}

function clipTo(max: number, text: string): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}

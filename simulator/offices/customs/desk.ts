import {
  note,
  put,
  send,
  start,
  type Definition,
  type Effect,
  type Finding,
  type Json,
  type Scene,
} from '../../kernel/index.ts';
import type { CebRecord, MessageType } from '../../messages/index.ts';
import type { CustomsDocument } from '../../trade/records.ts';
import { isHandled, keyOf, machineOf, STORE } from './documents.ts';
import { portFault, type PortFault } from './texts.ts';

interface Incoming {
  message: string;
  guid: string;
  record: CebRecord;
  from: string;
}

/** States in which a record may still be replaced by its sender (appType 2). */
const OPEN = ['1', '2', '3', '4', '100', '120', '300'];

function judgeIncoming(
  existing: CustomsDocument | null,
  { message, record, guid }: Incoming,
): PortFault | 'again' | null {
  const { appType, appTime = '' } = record.head;
  if (existing && existing.guid === guid && existing.status !== '100') return 'again';
  // A list is withdrawn by a cancel request (605), never deleted.
  if (appType === '3' && message === '603') return 'stateForbids';
  const gone = !existing || existing.status === 'deleted';
  if (appType === '1') return gone || existing.status === '100' ? null : 'keyTaken';
  if (gone) return 'nothingToAmend';
  if (appTime < existing.appTime) return 'olderThanStored';
  return OPEN.includes(existing.status) ? null : 'stateForbids';
}

/**
 * Takes one record into customs' store: idempotent by the record's guid, conflicting by its business key, deaf to
 * anything older than what is stored (appTime).
 */
function register(scene: Scene): Effect[] {
  const incoming = scene.letter as unknown as Incoming;
  const { message, record, from } = incoming;
  if (!isHandled(message)) {
    return [
      receipt(incoming, '100', '[Code:R12;Desc:本企业未开通该类业务]', [
        finding('notOurBusiness', { message }),
      ]),
    ];
  }
  const key = keyOf(message, record);
  const existing = scene.find<CustomsDocument>(STORE, key);
  const fault = judgeIncoming(existing, incoming);
  if (fault === 'again') return [note('sameGuidAgain', { message, key }, ['gacc-2018-113#receipts'])];
  if (fault) {
    const { status, info } = portFault(message as MessageType, fault);
    return [receipt(incoming, status, info, [finding(fault, { message, key: key.slice(4), status })])];
  }
  const document: CustomsDocument = {
    message,
    key,
    guid: incoming.guid,
    appTime: record.head.appTime ?? '',
    status: record.head.appType === '3' ? 'deleted' : '2',
    head: record.head,
    list: record.list,
    preNo: existing?.preNo ?? '',
    invtNo: existing?.invtNo ?? '',
    from,
  };
  const machine = machineOf(message, key);
  const stored = put(STORE, key, document);
  if (record.head.appType === '3') return [stored, send(machine, { type: 'DELETED' })];
  if (scene.stateOf(machine) !== null) return [stored, send(machine, { type: 'AMENDED' })];
  return [stored, start(machine, message === '603' ? 'customs/list' : 'customs/document', { key, message })];
}

const finding = (code: string, params: Finding['params']): Finding => ({
  code,
  params,
  cites: ['ceb-202205#resend'],
});

const receipt = (
  { message, record, from }: Incoming,
  status: string,
  info: string,
  findings: Finding[],
): Effect =>
  send('window', {
    type: 'RECEIPT',
    message,
    record: record as unknown as Json,
    status,
    info,
    preNo: '',
    invtNo: '',
    to: from,
    findings: findings as unknown as Json,
  });

export const deskEffects: Definition['effects'] = { register };

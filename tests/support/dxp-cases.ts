/** Envelopes that the schema accepts, to be changed at random. */
import type { Chance } from './chance.ts';
import { leaf, type Node } from './message-xml.ts';

const DXP = 'http://www.chinaport.gov.cn/dxp';

const group = (local: string, ...children: (Node | null)[]): Node => ({
  ...leaf(DXP, local, ''),
  children: children.filter((c) => c !== null),
});
const maybe = (chance: Chance, node: Node): Node | null => (chance.odds(1, 2) ? node : null);
const text = (local: string, value: string): Node => leaf(DXP, local, value);

export const TIMES = [
  '2026-11-24T08:00:00',
  '2026-11-24T08:00:00Z',
  '2026-11-24T08:00:00.123+08:00',
  '2024-02-29T24:00:00',
  '2023-02-29T00:00:00',
  '2026-13-01T00:00:00',
  '2026-11-24 08:00:00',
  '2026-11-24',
  '2026-11-24T08:00',
  '20261124',
  '0000-01-01T00:00:00',
  '-0001-01-01T00:00:00',
  '12026-01-01T00:00:00',
  '02026-01-01T00:00:00',
  '2026-11-24T24:00:01',
  '2026-11-24T08:60:00',
  '2026-11-24T08:00:60',
  '2026-11-24T08:00:00+14:00',
  '2026-11-24T08:00:00+14:01',
  '2026-11-24T08:00:00+15:00',
  '2026-11-24T08:00:00-08:60',
  '2026-11-24T08:00:00.',
  '2026-11-24T8:00:00',
  ' 2026-11-24T08:00:00 ',
  '2026-11-24T08:00:00z',
  '+2026-11-24T08:00:00',
  '2026-11-24Z',
  '2026-11-24+08:00',
  '2026-11-31',
  '1900-02-29',
  '2000-02-29',
  '',
];

function transInfo(local: string, chance: Chance): Node {
  const ids = Array.from({ length: 1 + chance.below(5) }, (_, i) =>
    text('ReceiverId', `DXPEDCCEB000000${i}`),
  );
  return group(
    local,
    text('CopMsgId', 'a1'),
    text('SenderId', 'DXPENT0000000001'),
    group('ReceiverIds', ...ids),
    text('CreatTime', chance.pick(TIMES.slice(0, 4))),
    text('MsgType', chance.pick(['CEB303Message', ''])),
  );
}

function dxpMsg(chance: Chance): Node {
  const key: Node = text('Key', 'k');
  if (chance.odds(1, 2)) key.attributes.push(['name', 'orderNo']);
  const isText: Node = text('IsText', '');
  isText.attributes.push(['Encode', 'UTF-8']);
  const addInfo = group(
    'AddInfo',
    maybe(chance, text('FileName', 'a.xml')),
    maybe(chance, text('IcCard', '123')),
    maybe(chance, group('BizKey', key)),
    maybe(chance, isText),
    maybe(chance, text('RecMapId', 'x')),
  );
  const msg = group('DxpMsg', transInfo('TransInfo', chance), text('Data', 'YWJj'), maybe(chance, addInfo));
  msg.attributes.push(['ver', '1.0']);
  return msg;
}

function dxpRep(chance: Chance): Node {
  const result = group(
    'Result',
    text('RecId', 'DXP1'),
    text('Code', '0001'),
    maybe(chance, text('Note', '')),
  );
  const response = group(
    'Response',
    maybe(chance, text('NodeId', 'N1')),
    text('ResponseCode', '0002'),
    maybe(chance, text('ResponseInfo', 'x')),
    maybe(chance, group('Results', result)),
    text('NoticeTime', chance.pick(['2026-11-24', '2026-11-24Z', '2026-11-24+08:00'])),
    maybe(chance, text('Note', 'n')),
    transInfo('OriHead', chance),
  );
  const rep = group('DxpRep', text('RecevierId', 'DXP1'), maybe(chance, text('AdNodeId', 'A')), response);
  rep.attributes.push(['ver', '1.0']);
  return rep;
}

function dxpMsgSv(chance: Chance): Node {
  const svNo = group(
    'SvNo',
    text('MsgId', '0'.repeat(32)),
    maybe(chance, text('SubMsgId', '1')),
    text('SendTime', chance.pick(TIMES.slice(0, 4))),
    text('EndNode', 'E'),
    text('StaNode', 'S'),
  );
  svNo.attributes.push(['Ver', '1.0']);
  const sv = group('DxpMsgSv', svNo, dxpMsg(chance));
  sv.attributes.push(['ver', '1.0']);
  return sv;
}

/** DxpMsg, DxpRep or DxpMsgSv. */
export function envelopeTree(chance: Chance): Node {
  return chance.pick([dxpMsg, dxpMsg, dxpRep, dxpMsgSv])(chance);
}

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { chanceFrom } from '../../../tests/support/chance.ts';
import { envelopeTree, TIMES } from '../../../tests/support/dxp-cases.ts';
import { mutate } from '../../../tests/support/message-cases.ts';
import { serialize, type Node } from '../../../tests/support/message-xml.ts';
import { hasOfficialSchema, openOfficialSchema } from '../../../tests/support/official-schema.ts';
import { messageOf, samples } from '../../../tests/support/sample-messages.ts';
import {
  creatTimeOf,
  DXP_CODES,
  judge,
  judgeEnvelope,
  readDxp,
  writeDxpMsg,
  writeDxpRep,
  writeMessage,
  type TransInfo,
} from '../index.ts';

const CASES = Math.min(Number(process.env['CEB_CASES'] ?? 5_000), 60_000);
const official = hasOfficialSchema ? openOfficialSchema() : null;
afterAll(() => official?.[Symbol.dispose]());

const NOW = Date.UTC(2026, 10, 1, 1, 30);
const transInfo: TransInfo = {
  copMsgId: 'msg-1',
  senderId: 'DXPENT0000000001',
  receiverIds: ['DXPEDCCEB0000003'],
  creatTime: creatTimeOf(NOW),
  msgType: 'CEB505Message',
};
const business = writeMessage(messageOf('505', samples.waybill()));
const data = new TextEncoder().encode(business);

describe('an envelope', () => {
  test('comes out as it went in, and the schema accepts it', () => {
    const addInfo = {
      fileName: 'a.xml',
      icCard: '123',
      encode: 'UTF-8',
      bizKeys: [{ value: 'A-1001', name: 'orderNo' }, { value: 'x' }],
    };
    const xml = writeDxpMsg({ transInfo, data, addInfo });
    expect(readDxp(xml)).toEqual({ kind: 'DxpMsg', transInfo, data, addInfo });
    expect(judgeEnvelope(xml)).toEqual([]);
    if (official) expect(official.faultIn('terminal', xml)).toBeNull();
    const opened = readDxp(new TextEncoder().encode(xml));
    expect(opened.kind === 'DxpMsg' && judge(opened.data).type).toBe('505');
  });

  test('the time is the wall clock at +08:00', () => expect(creatTimeOf(NOW)).toBe('2026-11-01T09:30:00'));

  test('any bytes go through', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 3000 }), (bytes) => {
        const opened = readDxp(writeDxpMsg({ transInfo, data: bytes }));
        expect(opened.kind === 'DxpMsg' && opened.data).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });

  test('from server to server is unwrapped', () => {
    const inner = writeDxpMsg({ transInfo, data }).replace(/^.*\n/, '');
    const svNo =
      '<SvNo Ver="1.0"><MsgId>1</MsgId><SendTime>2026-11-01T09:30:00</SendTime><EndNode>E</EndNode><StaNode>S</StaNode></SvNo>';
    const sv = `<DxpMsgSv ver="1.0" xmlns="http://www.chinaport.gov.cn/dxp">${svNo}${inner}</DxpMsgSv>`;
    expect(readDxp(sv)).toEqual({ kind: 'DxpMsg', transInfo, data });
  });
});

describe('what is no envelope', () => {
  test('a bare message is taken as it came, wrong namespace and all', () => {
    expect(readDxp(business)).toEqual({ kind: 'bare', data: business });
    const wrong = business.replace('.cn/ceb', '.cn/CEB');
    expect(readDxp(wrong)).toEqual({ kind: 'bare', data: wrong });
  });

  test.each([
    ['no XML', 'hello', '0001', 'xmlTextOutside'],
    ['another document', '<a/>', '0002', 'rootUnknown'],
    ['a reply', '<DxpRep xmlns="http://www.chinaport.gov.cn/dxp"/>', '0002', 'rootUnknown'],
    ['an empty envelope', writeDxpMsg({ transInfo, data: new Uint8Array() }), '0001', 'valueNotBase64'],
    ['no version', writeDxpMsg({ transInfo, data }).replace(' ver="1.0"', ''), '0002', 'attributeMissing'],
    [
      'a sender too long',
      writeDxpMsg({ transInfo, data }).replace('DXPENT', 'DXPENTDXPENT'),
      '0002',
      'valueTooLong',
    ],
    [
      'a time that is none',
      writeDxpMsg({ transInfo, data }).replace('T09:30', ' 09:30'),
      '0002',
      'valueNotDateTime',
    ],
  ])('is refused: %s', (_, xml, code, finding) => {
    expect(readDxp(xml)).toMatchObject({ kind: 'refused', code, findings: [{ code: finding }] });
    expect(DXP_CODES[code]).toBeDefined();
  });

  test('the sender is known all the same, where it can be made out', () => {
    const xml = writeDxpMsg({ transInfo, data }).replace(' ver="1.0"', '');
    expect(readDxp(xml)).toMatchObject({ kind: 'refused', transInfo });
  });
});

describe('a reply', () => {
  test('is what the schema wants, even to nobody about nothing', () => {
    const nobody: TransInfo = { copMsgId: '', senderId: '', receiverIds: [], creatTime: '', msgType: '' };
    for (const oriHead of [transInfo, nobody]) {
      const results = [{ recId: 'DXPEDCCEB0000003', code: '0000', info: 'x'.repeat(400) }];
      const xml = writeDxpRep({
        receiverId: oriHead.senderId,
        responses: [{ code: '0002', info: DXP_CODES['0002']!.zh, results, noticeTime: NOW, oriHead }],
      });
      expect(judgeEnvelope(xml)).toEqual([]);
      if (official) expect(official.faultIn('terminal', xml)).toBeNull();
      expect(xml).toContain('<NoticeTime>2026-11-01</NoticeTime>');
    }
    expect(() => writeDxpRep({ receiverId: 'x', responses: [] })).toThrow();
  });
});

test.skipIf(!official)(
  `the official schema says the same of ${CASES} envelopes that were changed at random`,
  { timeout: 300_000 },
  () => {
    const disagreements: string[] = [];
    let refused = 0;
    for (let i = 0; i < CASES && disagreements.length < 5; i++) {
      const chance = chanceFrom(i);
      const tree = envelopeTree(chance);
      if (i >= 200) for (let n = chance.below(3); n >= 0; n--) mutate(tree, chance);
      if (i % 3 === 0) for (const time of timesIn(tree)) time.text = chance.pick(TIMES);
      const xml = serialize(tree, chance);
      const fault = official!.faultIn('node', xml);
      if (fault) refused++;
      if ((fault === null) !== (judgeEnvelope(xml).length === 0))
        disagreements.push(`${i}: ${fault}\n${xml}`);
    }
    expect(disagreements).toEqual([]);
    expect(refused).toBeGreaterThan(CASES / 4);
  },
);

function timesIn(node: Node): Node[] {
  return ['CreatTime', 'NoticeTime', 'SendTime'].includes(node.local)
    ? [node]
    : node.children.flatMap(timesIn);
}

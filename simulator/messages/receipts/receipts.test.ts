import { afterAll, describe, expect, test } from 'vitest';
import { hasOfficialSchema, openOfficialSchema } from '../../../tests/support/official-schema.ts';
import { messageOf, SAMPLE_OF, SAMPLE_TYPES, samples } from '../../../tests/support/sample-messages.ts';
import { dayFromYmd } from '../../trade/time.ts';
import {
  ceb900,
  eighteenDigits,
  findNegativeCode,
  findReceiptType,
  findStage,
  grammarOf,
  invtNo,
  judge,
  MESSAGE_TYPES,
  negativeCode,
  preNo,
  reasonsIn,
  receiptFor,
  RETURN_STATUS,
  returnInfoFor,
  summaryResult,
  writeMessage,
  type CebMessage,
} from '../index.ts';

const official = hasOfficialSchema ? openOfficialSchema() : null;
afterAll(() => official?.[Symbol.dispose]());

const DAY = dayFromYmd(2026, 11, 1);
const options = {
  guid: '00000000-0000-4000-A000-000000000001',
  returnStatus: '120',
  returnTime: '20261101093001123',
  returnInfo: '[Code:1800;Desc:逻辑校验通过]',
};

function expectValid(message: CebMessage): void {
  const xml = writeMessage(message);
  expect(judge(xml).findings).toEqual([]);
  if (official) expect(official.faultIn(grammarOf(message.type).family, xml)).toBeNull();
}

describe('every request has a receipt that the schema accepts', () => {
  test.each(SAMPLE_TYPES)('%s, before and after the authorities gave numbers', (type) => {
    const request = SAMPLE_OF[type]();
    const early = receiptFor(request, type, { ...options, returnStatus: negativeCode('303', 'business', 1) });
    expectValid(early);
    expect(early.type).toBe(findReceiptType(type));
    const numbers = {
      preNo: preNo('B', DAY, 1),
      invtNo: invtNo('4917', DAY, 1),
      sumNo: eighteenDigits('4917', DAY, 1),
    };
    expectValid(receiptFor(request, type, { ...options, ...numbers }));
  });

  test('it repeats the business key, and takes the type of the receipt too', () => {
    const list = samples.list();
    const receipt = receiptFor(list, '604', {
      ...options,
      preNo: preNo('B', DAY, 7),
      invtNo: invtNo('4917', DAY, 7),
    });
    expect(receipt.records[0]!.head).toEqual({
      guid: options.guid,
      agentCode: list.head.agentCode,
      copNo: 'C-1',
      preNo: 'B20261101000000007',
      invtNo: '49172026E000000007',
      ebcCode: list.head.ebcCode,
      ebpCode: '无',
      orderNo: 'A-1001',
      statisticsFlag: 'B',
      returnStatus: '120',
      returnTime: options.returnTime,
      returnInfo: options.returnInfo,
    });
    expect(receiptFor(list, '603', options)).toEqual(receiptFor(list, '604', options));
  });

  test('before a number exists a receipt still carries eighteen characters where the schema wants them', () => {
    const { head } = receiptFor(samples.withdrawal(), '605', options).records[0]!;
    expect(head.preNo).toBe('0'.repeat(18));
    expect(head.invtNo).toBe('49172026E000000001');
  });

  test('what answers no single record is no receipt', () => {
    for (const type of ['792', '900', '816'] as const) {
      expect(() => receiptFor(samples.list(), type, options)).toThrow(type);
    }
    expect(findReceiptType('604')).toBeNull();
  });
});

test('792 tells which list went into which line of the declaration', () => {
  const result = summaryResult(
    samples.summary().head,
    {
      guid: options.guid,
      sumNo: eighteenDigits('4917', DAY, 1),
      opDate: options.returnTime,
      declSeqNo: eighteenDigits('4917', DAY, 2),
      entryId: eighteenDigits('4917', DAY, 3),
      decState: '1',
      grossWeight: '0.8',
      netWeight: '0.6',
    },
    [{ invtNo: invtNo('4917', DAY, 1), logisticsNo: 'W-1', gseqno: '1', gnum: '1', gcode: '4602199000' }],
    options.guid,
  );
  expectValid(result);
  expect(result.records[0]!.head).toMatchObject({
    declAgentCode: '4303960ABC',
    entryId: '491720260000000003',
  });
});

test('numbers have the lengths of the specification', () => {
  expect(preNo('C', DAY, 123)).toBe('C20261101000000123');
  expect(invtNo('4917', DAY, 1, 'I')).toBe('49172026I000000001');
  expect(eighteenDigits('4917', DAY, 1)).toHaveLength(18);
  expect(() => preNo('B', DAY, 1e9)).toThrow(RangeError);
  expect(() => invtNo('4917', DAY, -1)).toThrow(RangeError);
});

test('a status speaks as the real platform does', () => {
  expect(returnInfoFor('2', 'G')).toBe('新增申报成功[G]');
  expect(returnInfoFor('800', 'G')).toBe('[Code:2600;Desc:放行]');
  for (const status of Object.keys(RETURN_STATUS)) expect(returnInfoFor(status, 'G')).not.toBe('');
});

test('negative numbers: a class per stage in the export family, official texts in the import family', () => {
  expect(negativeCode('607', 'processing', 12)).toBe('-904012');
  expect(findStage('607', '-904012')).toBe('processing');
  expect(findStage('509', '-508001')).toBe('processing');
  expect(findStage('303', '-401001')).toBeNull();
  expect(findNegativeCode('311', '-301014')?.zh).toContain('旧报文');
  expect(findNegativeCode('621', '-10102')?.en).toBe('Wrong enterprise code');
  expect(findNegativeCode('621', '-1')).toBeNull();
  expect(() => negativeCode('304', 'format', 1)).toThrow();
});

test('the text of a receipt is taken apart', () => {
  expect(reasonsIn('[Code:2300;Desc:审核通过],撤单申请审核通过[Code:99;Desc:x]')).toMatchObject([
    { code: '2300', text: '审核通过', meaning: { en: 'Review passed' } },
    { code: '99', text: 'x', meaning: null },
  ]);
  expect(reasonsIn('新增申报成功[G]')).toEqual([]);
});

describe('a CEB900', () => {
  const refused = (xml: string) =>
    ceb900(judge(xml), {
      guid: options.guid,
      returnTime: options.returnTime,
      copMsgId: 'M-1',
      original: xml,
    });

  test('names field, line and reason', () => {
    const message = messageOf('303', samples.order());
    message.records[0]!.head.orderNo = 'A'.repeat(61);
    const { head } = refused(writeMessage(message)).records[0]!;
    expect(head.returnInfo).toBe(
      '[Code:valueTooLong;Desc:第10行 订单编号(orderNo)：长度为61个字符，超过最大长度60，位置/CEB303Message/Order/OrderHead/orderNo]',
    );
    expect(head).toMatchObject({
      returnStatus: '-999999',
      oriMessageType: 'CEB303Message',
      oriCopMsgId: 'M-1',
    });
    expect(head.oriBizMessage).toContain('AAAA');
  });

  test.each([
    ['nothing', ''],
    ['rubbish', 'hello\u0001\ud800'],
    ['a document type', '<!DOCTYPE a><a/>'],
    [
      'a message full of faults',
      `<CEB303Message xmlns="http://www.chinaport.gov.cn/ceb">${'<x/>'.repeat(5000)}</CEB303Message>`,
    ],
    ['CDATA', '<a><![CDATA[ ]]></a>'],
  ])('is itself valid, whatever it answers: %s', (_, xml) => {
    const message = refused(xml);
    expectValid(message);
    expect(message.records[0]!.head.returnInfo).toMatch(/^\[Code:\w+;Desc:第\d+行/);
  });

  test('bytes are quoted as text', () => {
    const original = new Uint8Array([0x3c, 0x61, 0xff]);
    const message = ceb900(judge(original), {
      guid: options.guid,
      returnTime: options.returnTime,
      copMsgId: '',
      original,
    });
    expectValid(message);
    expect(message.records[0]!.head.oriBizMessage).toBe('<a\ufffd');
  });

  test('its own name is among the types', () => expect(MESSAGE_TYPES).toContain('900'));
});

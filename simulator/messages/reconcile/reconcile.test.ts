import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  messageOf,
  SAMPLE_OF,
  SAMPLE_TYPES,
  samples,
  type SampleType,
} from '../../../tests/support/sample-messages.ts';
import {
  checkFolder,
  checkMessage,
  checkParts,
  checkRecord,
  isWhole,
  listWithReturn,
  masterWithLists,
  orderWithList,
  orderWithReceipt,
  waybillsWithMaster,
  waybillWithList,
  withdrawalWithList,
  type CebRecord,
} from '../index.ts';
import { sameNumber, textOf, unitsOf } from './decimal.ts';

/** A sample with some fields changed: `head.x` or `list.0.x`; undefined takes a field away. */
function spoiled(record: CebRecord, changes: Record<string, string | undefined>): CebRecord {
  for (const [path, value] of Object.entries(changes)) {
    const [part, ...rest] = path.split('.');
    const target = part === 'head' ? record.head : (record.list[Number(rest[0])] ??= {});
    const name = rest.at(-1)!;
    if (value === undefined) delete target[name];
    else target[name] = value;
  }
  return record;
}

const found = (findings: readonly { code: string; at?: string }[]) =>
  findings.map((f) => `${f.code}@${f.at ?? ''}`);

test('the sample parcel has nothing wrong with it', () => {
  for (const type of SAMPLE_TYPES)
    expect(found(checkMessage(messageOf(type, SAMPLE_OF[type]()))), type).toEqual([]);
  expect(checkFolder(SAMPLE_TYPES.map((type) => messageOf(type, SAMPLE_OF[type]())))).toEqual([]);
});

describe('one document', () => {
  test.each<[SampleType, Record<string, string | undefined>, string[]]>([
    ['303', { 'head.goodsValue': '15' }, ['valueNotSumOfLines@head.goodsValue']],
    ['303', { 'head.goodsValue': '12.990' }, []],
    ['303', { 'list.0.price': '4.34' }, ['lineTotalWrong@list.0.totalPrice']],
    ['303', { 'list.0.price': '4.331' }, []], // 12.993, rounded to the fen
    ['303', { 'list.0.gnum': '2' }, ['lineNumberWrong@list.0.gnum']],
    ['303', { 'list.0.gnum': '+01' }, []],
    ['303', { 'list.0.currency': '142' }, ['currenciesMixed@list.0.currency']],
    [
      '303',
      { 'list.0.qty': '0', 'list.0.totalPrice': '0', 'head.goodsValue': '0' },
      ['valueZero@list.0.qty'],
    ],
    ['303', { 'head.freight': '-1' }, ['valueNegative@head.freight']],
    ['303', { 'head.orderType': 'I' }, ['flagNotHere@head.orderType']],
    ['303', { 'head.orderType': 'X' }, ['codeUnknown@head.orderType', 'flagNotHere@head.orderType']],
    ['303', { 'head.orderNo': ' ' }, ['requiredEmpty@head.orderNo']],
    ['303', { 'head.appTime': '20260230000000' }, ['dateNotReal@head.appTime']],
    [
      '303',
      { 'head.currency': 'USD', 'list.0.currency': 'USD' },
      ['codeUnknown@head.currency', 'codeUnknown@list.0.currency'],
    ],
    ['303', { 'list.0.unit': '999' }, ['codeUnknown@list.0.unit']],
    ['303', { 'head.ebcCode': '12345' }, ['enterpriseCodeForm@head.ebcCode']],
    ['303', { 'head.ebcCode': '无' }, ['enterpriseCodeForm@head.ebcCode']],
    ['403', { 'head.payName': '现金支付' }, ['cashHasNumbers@head.payNo']],
    ['403', { 'head.charge': '0' }, ['valueZero@head.charge']],
    ['505', { 'head.grossWeight': '0' }, ['valueZero@head.grossWeight']],
    ['505', { 'head.goodsInfo': '  ' }, ['requiredEmpty@head.goodsInfo']],
    ['603', { 'head.netWeight': '0.80001' }, ['netAboveGross@head.netWeight']],
    ['603', { 'head.country': '142' }, ['destinationIsChina@head.country']],
    ['603', { 'list.0.country': '142' }, ['destinationIsChina@list.0.country']],
    ['603', { 'head.country': 'USA' }, ['codeUnknown@head.country']],
    ['603', { 'head.trafMode': 'Q' }, ['codeUnknown@head.trafMode']],
    ['603', { 'head.customsCode': '9999' }, ['officeUnlisted@head.customsCode']],
    ['603', { 'head.customsCode': 'abcd' }, ['codeUnknown@head.customsCode']],
    ['603', { 'head.ieDate': '20261332' }, ['dateNotReal@head.ieDate']],
    ['603', { 'head.ieFlag': 'I' }, ['flagNotHere@head.ieFlag']],
    ['603', { 'head.tradeMode': '9661' }, ['flagNotHere@head.tradeMode']],
    ['603', { 'list.0.gcode': '46021990 0' }, ['hsCodeNotDigits@list.0.gcode']],
    ['603', { 'list.0.qty2': '1' }, ['secondUnitIncomplete@list.0.qty2']],
    ['603', { 'list.0.unit1': '011' }, ['statutoryQuantityDiffers@list.0.qty1']],
    ['607', { 'list.1.gnum': '2', 'list.1.logisticsNo': 'W-1' }, ['waybillRepeated@list.1.logisticsNo']],
    ['607', { 'head.msgSeqNo': '2' }, ['partNumberWrong@head.msgSeqNo']],
    ['701', { 'head.startTime': '20261001000000' }, ['periodIncomplete@head.endTime']],
    [
      '701',
      { 'head.startTime': '20261101000000', 'head.endTime': '20261001000000' },
      ['periodReversed@head.endTime'],
    ],
    ['701', { 'list.1.invtNo': '49172026E000000001' }, ['listRepeated@list.1.invtNo']],
    ['213', { 'head.ieFlag': 'E' }, ['flagNotHere@head.ieFlag']],
  ])('%s with %o', (type, changes, expected) => {
    expect(found(checkRecord(type, spoiled(SAMPLE_OF[type](), changes)))).toEqual(expected);
  });

  test('a summary that names nothing', () => {
    expect(found(checkRecord('701', { ...samples.summary(), list: [] }))).toEqual(['summaryNamesNothing@']);
  });
});

describe('one message', () => {
  test('its records have guids of their own, whatever the case', () => {
    const second = samples.order();
    second.head.guid = second.head.guid!.toLowerCase();
    expect(found(checkMessage(messageOf('303', samples.order(), second)))).toEqual([
      'guidRepeated@records.1.head.guid',
    ]);
  });

  test('its version and its mode of transmission are known', () => {
    const message = { ...messageOf('303', samples.order()), version: '2.0' };
    message.transfer!.dxpMode = 'FTP';
    expect(found(checkMessage(message))).toEqual([
      'versionUnknown@version',
      'dxpModeUnknown@transfer.dxpMode',
    ]);
    expect(checkMessage({ ...messageOf('303', samples.order()), version: 'v1.0' })).toEqual([]);
  });

  test('a finding says which record it means', () => {
    const second = spoiled(samples.order(), { 'head.guid': 'B'.repeat(36), 'list.0.qty': '4' });
    expect(found(checkMessage(messageOf('303', samples.order(), second)))).toEqual([
      'lineTotalWrong@records.1.list.0.totalPrice',
    ]);
  });
});

describe('order and list', () => {
  test.each<[Record<string, string | undefined>, string[]]>([
    [{ 'list.0.qty': '3.00' }, []],
    [{ 'list.0.qty': '2' }, ['lineDiffers@list.0.qty']],
    [{ 'list.0.unit': '001' }, ['lineDiffers@list.0.unit']],
    [{ 'list.0.price': '4' }, ['lineDiffers@list.0.price']],
    [{ 'list.0.currency': '300' }, ['lineDiffers@list.0.currency']],
    [{ 'head.orderNo': 'A-1002' }, ['fieldDiffers@head.orderNo']],
    [{ 'head.ebpCode': '4403960XYZ' }, ['fieldDiffers@head.ebpCode']],
    [{ 'list.0.gnum': '2' }, ['lineNotOrdered@list.0', 'lineNotDeclared@']],
  ])('%o', (changes, expected) => {
    expect(found(orderWithList(samples.order(), spoiled(samples.list(), changes)))).toEqual(expected);
  });
});

test('order and receipt of payment: goods plus freight, in one currency', () => {
  const receipt = (changes: Record<string, string>) =>
    found(orderWithReceipt(samples.order(), spoiled(samples.receipt(), changes)));
  expect(receipt({})).toEqual([]);
  expect(receipt({ 'head.charge': '14.99' })).toEqual(['chargeDiffers@head.charge']);
  expect(receipt({ 'head.currency': '142' })).toEqual(['fieldDiffers@head.currency']);
});

test('waybill and list: number, carrier, weight, parcels', () => {
  const list = (changes: Record<string, string>) =>
    found(waybillWithList(samples.waybill(), spoiled(samples.list(), changes)));
  expect(list({ 'head.grossWeight': '0.800' })).toEqual([]);
  expect(list({ 'head.grossWeight': '800' })).toEqual(['fieldDiffers@head.grossWeight']);
  expect(list({ 'head.packNo': '2', 'head.logisticsNo': 'W-2' })).toEqual([
    'fieldDiffers@head.logisticsNo',
    'fieldDiffers@head.packNo',
  ]);
});

test('withdrawal and return name the list that they mean', () => {
  const list = spoiled(samples.list(), { 'head.invtNo': '49172026E000000001' });
  expect(withdrawalWithList(samples.withdrawal(), list)).toEqual([]);
  expect(found(withdrawalWithList(spoiled(samples.withdrawal(), { 'head.invtNo': 'x' }), list))).toEqual([
    'fieldDiffers@head.invtNo',
  ]);
  expect(listWithReturn(list, samples.refund())).toEqual([]);
  expect(found(listWithReturn(list, spoiled(samples.refund(), { 'list.0.qty': '4' })))).toEqual([
    'returnExceedsExport@list.0.qty',
  ]);
  expect(found(listWithReturn(list, spoiled(samples.refund(), { 'list.0.gcode': '1' })))).toEqual([
    'returnNotExported@list.0',
  ]);
});

describe('parts of a split document', () => {
  const part = (n: string, of = '3') =>
    spoiled(samples.master(), { 'head.msgSeqNo': n, 'head.msgCount': of });

  test('it is whole with the last part, in whatever order they come', () => {
    expect(isWhole([part('2'), part('3'), part('1')])).toBe(true);
    expect(isWhole([part('1'), part('3')])).toBe(false);
    expect(isWhole([])).toBe(false);
  });

  test('a gap, a repeat and another count are told apart', () => {
    expect(found(checkParts([part('1'), part('3')]))).toEqual(['partMissing@']);
    expect(found(checkParts([part('1', '2'), part('1', '2')]))).toEqual([
      'partRepeated@records.1.head.msgSeqNo',
      'partMissing@',
    ]);
    expect(found(checkParts([part('1', '2'), part('2', '3')]))).toContain(
      'partCountsDiffer@records.1.head.msgCount',
    );
  });
});

describe('master list, arrival and departure', () => {
  test('every waybill has a list, and what both say is the same', () => {
    const master = (changes: Record<string, string>, list = {}) =>
      found(masterWithLists([spoiled(samples.master(), changes)], [spoiled(samples.list(), list)]));
    expect(master({})).toEqual([]);
    expect(master({ 'list.0.logisticsNo': 'W-9' })).toEqual([
      'waybillWithoutList@records.0.list.0.logisticsNo',
    ]);
    expect(master({}, { 'head.billNo': '111-1' })).toEqual(['masterDiffers@records.0.head.billNo']);
    expect(master({ 'head.grossWeight': '0.79' })).toEqual(['masterWeightFar@records.0.head.grossWeight']);
    expect(master({ 'head.grossWeight': '0.85' })).toEqual(['masterWeightFar@records.0.head.grossWeight']);
    expect(master({ 'head.grossWeight': '0.84' })).toEqual([]);
  });

  test('what arrives and leaves is what the master names, all of it', () => {
    const arrival = (changes: Record<string, string>) =>
      found(waybillsWithMaster('507', [spoiled(samples.arrival(), changes)], [samples.master()]));
    expect(arrival({})).toEqual([]);
    expect(arrival({ 'list.0.logisticsNo': 'W-2' })).toEqual([
      'waybillNotOnMaster@records.0.list.0.logisticsNo',
      'waybillLeftOut@',
    ]);
    expect(arrival({ 'head.billNo': 'other' })).toEqual(['billDiffers@records.0.head.billNo']);
  });
});

test('a folder finds what belongs together, and what is missing', () => {
  const messages = [
    messageOf('603', spoiled(samples.list(), { 'head.orderNo': 'A-2' })),
    messageOf('505', samples.waybill()),
    messageOf('509', samples.departure()),
  ];
  expect(checkFolder(messages).map((f) => `${f.type} ${f.key} ${f.finding.code}`)).toEqual([
    '603 C-1 documentMissing',
    '509 D-1 documentMissing',
  ]);
});

describe('decimals are exact', () => {
  test('wire text and whole units of 10⁻⁵', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 19n) + 1n, 10n ** 19n - 1n),
        (units) => unitsOf(textOf(units)) === units,
      ),
    );
    expect(unitsOf('12345678901234.12345')).toBe(1234567890123412345n);
    expect(['.5', '5.', '+5', ' 5 ', '-0', '.', '', '1e2', '0.000001'].map(unitsOf)).toEqual([
      50000n,
      500000n,
      500000n,
      500000n,
      0n,
      null,
      null,
      null,
      null,
    ]);
  });

  test('0.1 + 0.2 is 0.3', () => {
    const list = ['0.1', '0.2'].map((price, i) => ({
      ...samples.order().list[0]!,
      gnum: String(i + 1),
      qty: '1',
      price,
      totalPrice: price,
    }));
    expect(checkRecord('303', { head: { ...samples.order().head, goodsValue: '0.3' }, list })).toEqual([]);
    expect(sameNumber('0.30', '.3')).toBe(true);
  });
});

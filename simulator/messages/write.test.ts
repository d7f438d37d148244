import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { chanceFrom } from '../../tests/support/chance.ts';
import { validTree } from '../../tests/support/message-cases.ts';
import { serialize } from '../../tests/support/message-xml.ts';
import { hasOfficialSchema, openOfficialSchema } from '../../tests/support/official-schema.ts';
import { messageOf, SAMPLE_OF, SAMPLE_TYPES, samples } from '../../tests/support/sample-messages.ts';
import { fieldsOf, grammarOf, judge, MESSAGE_TYPES, readMessage, writeMessage } from './index.ts';

const official = hasOfficialSchema ? openOfficialSchema() : null;
afterAll(() => official?.[Symbol.dispose]());

/** Every text that XML can hold, the troublesome characters more often than others. */
const anyText = (max: number) =>
  fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('&', '<', '>', '"', "'", ' ', '\t', '\n', '\r', ']]>', '中', '😀', '\u00a0'),
        fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
      ),
      maxLength: max,
    })
    .map((s) => [...s].slice(0, max).join(''))
    // eslint-disable-next-line no-control-regex -- what XML 1.0 forbids
    .filter((s) => s.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(s));

describe('what is written is read back', () => {
  test.each(MESSAGE_TYPES)('whole messages of type %s', (type) => {
    for (let seed = 100; seed < 115; seed++) {
      const chance = chanceFrom(seed);
      const { message } = judge(serialize(validTree(type, chance), chance));
      const xml = writeMessage(message!);
      expect(judge(xml).message).toEqual(message);
      expect(writeMessage(readMessage(xml).message!)).toBe(xml);
      if (official) expect(official.faultIn(grammarOf(type).family, xml)).toBeNull();
    }
  });

  test('any text in a field and in an attribute', () => {
    fc.assert(
      fc.property(anyText(1000), anyText(10), (note, version) => {
        const message = messageOf('505', samples.waybill());
        message.records[0]!.head.note = note;
        message.version = version;
        expect(readMessage(writeMessage(message)).message).toEqual(message);
        return !official || version === '' || official.faultIn('export', writeMessage(message)) === null;
      }),
      { numRuns: 300 },
    );
  });
});

test('the sample parcel is valid in every message', () => {
  for (const type of SAMPLE_TYPES) {
    const message = messageOf(type, SAMPLE_OF[type]());
    expect(judge(writeMessage(message))).toMatchObject({ type, schemaValid: true, message });
    if (official) expect(official.faultIn('export', writeMessage(message)), type).toBeNull();
  }
});

test('characters that XML forbids are replaced, so that whatever is written can be read', () => {
  const message = messageOf('505', samples.waybill());
  message.records[0]!.head.note = 'a\u0001b\ud800c';
  expect(judge(writeMessage(message)).message?.records[0]?.head.note).toBe('a\ufffdb\ufffdc');
});

test('a field that the grammar does not know is refused, not dropped', () => {
  const message = messageOf('505', samples.waybill());
  message.records[0]!.head.orderNo = 'A-1001';
  expect(() => writeMessage(message)).toThrow('Logistics has no field orderNo');
});

test('a reader finds the place of a field', () => {
  const xml = writeMessage(messageOf('303', samples.order()));
  const { positionOf } = readMessage(xml);
  const at = (path: string) => {
    const position = positionOf(path)!;
    return xml.split('\n')[position.line - 1]!.slice(position.column - 1);
  };
  expect(at('records.0.head.orderNo')).toBe('<ceb:orderNo>A-1001</ceb:orderNo>');
  expect(at('records.0.list.0.qty')).toBe('<ceb:qty>3</ceb:qty>');
  expect(at('transfer.dxpId')).toContain('DXPENT');
  expect(at('records.0.list.0')).toBe('<ceb:OrderList>');
  expect(positionOf('records.7.head.orderNo')).toBeNull();
});

test('a half-finished message is read as far as it goes', () => {
  const reading = readMessage(
    '<CEB303Message xmlns="http://www.chinaport.gov.cn/ceb"><Order><OrderHead><orderNo>A</orderNo></OrderHead></Order></CEB303Message>',
  );
  expect(reading.message).toEqual({
    type: '303',
    guid: '',
    version: '',
    records: [{ head: { orderNo: 'A' }, list: [] }],
  });
  expect(readMessage('<CEB303Message').fault?.code).toBe('xmlEmpty');
  expect(readMessage('<a/>')).toMatchObject({ type: 'Unknown', message: null, fault: null });
});

test('forms get every field with its names, type and code list', () => {
  const fields = fieldsOf('603');
  expect(fields.slice(0, 3).map((f) => f.path)).toEqual(['guid', 'version', 'head.guid']);
  expect(fields.find((f) => f.path === 'head.country')).toMatchObject({
    zh: '国家(地区)',
    codeList: 'country',
    required: true,
    type: 'C3',
    words: 'destinationCountry',
  });
  expect(fields.find((f) => f.path === 'transfer.dxpId')).toBeDefined();
  expect(fieldsOf('604').some((f) => f.part === 'transfer')).toBe(false);
});

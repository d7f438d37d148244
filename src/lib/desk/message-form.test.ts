import { expect, test } from 'vitest';
import { findField, readMessage, writeMessage } from '$simulator/messages/index.ts';
import { messageFromForm } from './message-form.ts';

const formOf = (values: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
};
const required = (path: string) => findField('303', path)?.required ?? null;

test('the inputs of a form become the message that they show', () => {
  const message = messageFromForm(
    '303',
    formOf({
      'm.guid': 'G',
      'm.version': '1.0',
      'm.0.head.orderNo': ' HM1 ',
      'm.0.list.0.gnum': '1',
      'm.0.list.0.itemName': '竹砧板',
      'm.transfer.copCode': '4303961Z12',
    }),
    required,
  );
  expect(message).toEqual({
    type: '303',
    guid: 'G',
    version: '1.0',
    records: [{ head: { orderNo: 'HM1' }, list: [{ gnum: '1', itemName: '竹砧板' }] }],
    transfer: { copCode: '4303961Z12' },
  });
  expect(readMessage(writeMessage(message)).message).toMatchObject({ records: message.records });
});

test('an empty input leaves out what may be absent and keeps what the schema asks for', () => {
  const { records } = messageFromForm(
    '303',
    formOf({ 'm.0.head.orderNo': '', 'm.0.head.note': '' }),
    required,
  );
  expect(records[0]?.head).toEqual({ orderNo: '' });
});

test('a field that the message does not have, and a place that no form has, are not taken', () => {
  const hostile = {
    'm.0.head.__proto__': 'x',
    'm.0.head.nonsense': 'x',
    'm.999999999.head.orderNo': 'x',
    'm.0.list.-1.gnum': '1',
    'm.constructor.head.orderNo': 'x',
  };
  const { records } = messageFromForm('303', formOf(hostile), required);
  expect(records).toEqual([{ head: {}, list: [] }]);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('lines that were dropped in between leave no hole', () => {
  const { records } = messageFromForm(
    '303',
    formOf({ 'm.0.list.0.gnum': '1', 'm.0.list.4.gnum': '2' }),
    required,
  );
  expect(records[0]?.list).toEqual([{ gnum: '1' }, { gnum: '2' }]);
});

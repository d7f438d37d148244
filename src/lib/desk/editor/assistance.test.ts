import { describe, expect, test } from 'vitest';
import type { PaperField } from '../view.ts';
import { completionsAt, elementAt } from './assistance.ts';

const field = (name: string, codes: string | null = null): PaperField => ({
  path: `head.${name}`,
  part: 'head',
  name,
  label: name,
  other: name,
  type: 'C..60',
  required: true,
  maxLength: 60,
  codes,
  hint: '',
});
const fields = [field('orderNo'), field('currency', 'currency')];
const codes = {
  currency: [
    { code: '502', label: '美元' },
    { code: '142', label: '人民币' },
  ],
};
const at = (line: string) => completionsAt(line.replace('|', ''), line.indexOf('|') + 1, fields, codes);

describe('Help while a message is written', () => {
  test('behind an opening bracket stand the names of the grammar', () => {
    expect(at('  <ceb:or|').map(({ insert, from }) => [insert, from])).toEqual([
      ['<ceb:orderNo></ceb:orderNo>', 3],
      ['<ceb:currency></ceb:currency>', 3],
    ]);
  });
  test('the prefix that was typed stays', () => {
    expect(at('<x:|')[0]?.insert).toBe('<x:orderNo></x:orderNo>');
  });
  test('between the tags of a coded field stand its codes, and take the place of the whole value', () => {
    const [usd] = at('<ceb:currency>5|02</ceb:currency>');
    expect(usd).toMatchObject({ insert: '502', from: 15, to: 18 });
  });
  test('a field without codes has none', () => {
    expect(at('<ceb:orderNo>|</ceb:orderNo>')).toEqual([]);
  });
  test('the element under the pointer is the one whose tag or content it is', () => {
    expect(elementAt('  <ceb:orderNo>HM1</ceb:orderNo>', 18)).toBe('orderNo');
    expect(elementAt('text', 2)).toBeNull();
  });
});

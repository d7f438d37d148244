import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { chanceFrom } from '../../tests/support/chance.ts';
import { envelopeTree } from '../../tests/support/dxp-cases.ts';
import { mutate, validTree } from '../../tests/support/message-cases.ts';
import { serialize } from '../../tests/support/message-xml.ts';
import { messageOf, SAMPLE_OF, SAMPLE_TYPES } from '../../tests/support/sample-messages.ts';
import {
  CODE_TABLES,
  codesOf,
  checkFolder,
  fieldsOf,
  findCode,
  grammarOf,
  judge,
  judgeEnvelope,
  MESSAGE_TYPES,
  readMessage,
  writeMessage,
} from './index.ts';
import { REASONS } from './receipts/reasons.ts';

type Words = Record<string, Record<'zh-CN' | 'en', { title: string; text: string; remedy?: string }>>;
const wordsIn = (file: string): Words =>
  parse(readFileSync(new URL(`../../content/words/${file}`, import.meta.url), 'utf8')) as Words;
const findings = wordsIn('findings-messages.yaml');
const fields = wordsIn('fields.yaml');

/** Placeholders that a finding's parameters leave empty, in either language. */
function unfilled(code: string, params: Record<string, string | number>): string[] {
  const words = findings[code];
  if (!words) return [`no words for ${code}`];
  return (['zh-CN', 'en'] as const).flatMap((locale) => {
    const { title, text, remedy = '' } = words[locale];
    const names = [...`${title}${text}${remedy}`.matchAll(/\{(\w+)[|}]/g)].map((m) => m[1]!);
    return names
      .filter((name) => params[name] === undefined)
      .map((name) => `${code}: ${locale} has {${name}}`);
  });
}

describe('whatever is complained of has words in both languages, and its values fill them', () => {
  const seen = new Map<string, Record<string, string | number>>();
  const note = (code: string, params: Record<string, string | number>) =>
    seen.set(`${code} ${Object.keys(params).join()}`, params);

  test('the judge, on thousands of spoiled messages and envelopes', () => {
    for (let i = 0; i < 4000; i++) {
      const chance = chanceFrom(i);
      const tree = i % 5 === 0 ? envelopeTree(chance) : validTree(chance.pick(MESSAGE_TYPES), chance);
      for (let n = chance.below(3); n >= 0; n--) mutate(tree, chance);
      let xml = serialize(tree, chance);
      if (chance.odds(1, 10)) xml = xml.slice(0, chance.below(xml.length));
      if (chance.odds(1, 20))
        xml = xml.replace(/<(?=\w)/, chance.pick(['<<', '<!DOCTYPE a><', '&', 'x<', '< ']));
      for (const f of i % 5 === 0 ? judgeEnvelope(xml) : judge(xml).findings) note(f.code, f.params);
    }
    for (const xml of [
      '',
      '<a/>',
      '\u0000',
      new Uint8Array(5e6),
      new Uint8Array([0x3c, 0xff]),
      new TextEncoder().encode('<?xml version="1.0" encoding="x"?><a/>'),
    ]) {
      for (const f of judge(xml).findings) note(f.code, f.params);
    }
    const codes = [...seen.keys()].map((key) => key.split(' ')[0]!);
    expect(new Set(codes).size).toBeGreaterThan(30);
    expect([...seen].flatMap(([key, params]) => unfilled(key.split(' ')[0]!, params))).toEqual([]);
    // The same faults stand on the wire of a CEB900, in Chinese.
    expect(codes.filter((code) => !REASONS[code])).toEqual([]);
    expect(Object.keys(REASONS).filter((code) => !findings[code])).toEqual([]);
  });

  test('the checks, on a parcel whose every field was spoiled in turn', () => {
    const found = new Map<string, string[]>();
    for (const type of SAMPLE_TYPES) {
      const { head, list } = SAMPLE_OF[type]();
      const places = [
        ...Object.keys(head).map((name) => [-1, name] as const),
        ...list.flatMap((line, i) => Object.keys(line).map((name) => [i, name] as const)),
      ];
      for (const [i, name] of places) {
        for (const value of [
          '',
          '0',
          '-1',
          '1',
          '2',
          '7',
          '142',
          '9999',
          '99999999',
          'x',
          '现金支付',
          'B'.repeat(36),
        ]) {
          const record = SAMPLE_OF[type]();
          (i < 0 ? record.head : record.list[i]!)[name] = value;
          const others = SAMPLE_TYPES.filter((t) => t !== type).map((t) => messageOf(t, SAMPLE_OF[t]()));
          const twice = messageOf(type, record, SAMPLE_OF[type]());
          for (const { finding } of checkFolder([{ ...twice, version: value }, ...others])) {
            expect(finding.cites.length).toBeGreaterThan(0);
            found.set(
              `${finding.code} ${Object.keys(finding.params).join()}`,
              unfilled(finding.code, finding.params),
            );
          }
        }
      }
    }
    expect(found.size).toBeGreaterThan(30);
    expect([...found.values()].flat()).toEqual([]);
  });
});

test('every field is explained in both languages, under the name that the grammar gives it', () => {
  for (const type of MESSAGE_TYPES) {
    for (const field of fieldsOf(type)) {
      const words = fields[field.words];
      expect(words?.['zh-CN'].text, `${type} ${field.path}`).toBeTruthy();
      expect(words?.en.text, `${type} ${field.path}`).toBeTruthy();
      if (field.words === field.name && field.name !== 'status')
        expect(words?.['zh-CN'].title, field.name).toBe(field.zh);
    }
    const { family, record, head, list } = grammarOf(type);
    if (family === 'import' || type.match(/[0-9][02468]$/)) continue;
    for (const name of [record, head, list]) if (name) expect(fields[name], name).toBeDefined();
  }
});

test('a code table knows what the sources say, and nothing by inheritance', () => {
  expect(findCode('country', '502')).toEqual({ zh: '美国', en: 'United States', sure: true });
  expect(findCode('customs', '4917')?.zh).toBe('湘潭综合保税区');
  expect(findCode('currency', '610')).toBeNull();
  expect(findCode('country', 'toString')).toBeNull();
  for (const id of Object.keys(CODE_TABLES) as (keyof typeof CODE_TABLES)[]) {
    for (const [code, { zh, en }] of Object.entries(codesOf(id))) {
      expect(zh && en, `${id} ${code}`).toBeTruthy();
      expect(/^[\x20-\x7eÀ-ɏ]+$/.test(en), en).toBe(true);
    }
  }
});

test('a written sample reads as the trainee filled it in', () => {
  for (const type of SAMPLE_TYPES) {
    const message = messageOf(type, SAMPLE_OF[type]());
    expect(readMessage(writeMessage(message)).message).toEqual(message);
  }
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { m } from '$lib/paraglide/messages.js';
import settings from './project.inlang/settings.json' with { type: 'json' };
import { head, spellTagsAsOurs } from './handle.ts';

const rooms = readdirSync('src/lib/i18n/messages');
const catalogue = (room: string, locale: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join('src/lib/i18n/messages', room, `${locale}.json`), 'utf8'));

/** Texts of one message: plain, or all variants of one with plurals. */
const texts = (message: unknown): string[] =>
  typeof message === 'string'
    ? [message]
    : [...JSON.stringify(message).matchAll(/":"([^"]*)"/g)].map((hit) => hit[1]!);
const names = (message: unknown) =>
  new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map((hit) => hit[1]!));

test('the catalogues are compiled in: a missing plugin would build silently and break every page', () => {
  expect(m.common_product({}, { locale: 'zh-CN' })).toBe('内陆港');
  expect(m.common_product({}, { locale: 'en' })).toBe('Dryport');
});

test('every room with a catalogue is named in the settings, and none that does not exist', () => {
  const named = settings['plugin.inlang.messageFormat'].pathPattern;
  expect(named.toSorted()).toEqual(rooms.map((room) => `./messages/${room}/{locale}.json`).toSorted());
});

describe.each(rooms)('the catalogue of %s', (room) => {
  const zh = catalogue(room, 'zh-CN');
  const en = catalogue(room, 'en');

  test('has the same keys in both languages, prefixed by the room', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted());
    expect(Object.keys(zh).filter((key) => !key.startsWith(`${room}_`))).toEqual([]);
  });

  test('uses the same parameters in both languages and leaves nothing empty', () => {
    for (const key of Object.keys(zh)) {
      expect([key, names(en[key])]).toEqual([key, names(zh[key])]);
      for (const text of [...texts(zh[key]), ...texts(en[key])])
        expect([key, text.trim()]).not.toEqual([key, '']);
    }
  });

  test('is English in English', () => {
    const chinese = Object.entries(en).filter(([, text]) => /\p{Script=Han}/u.test(JSON.stringify(text)));
    expect(chinese.filter(([key]) => !key.endsWith('_native'))).toEqual([]);
  });
});

test.each([
  ['zh,en;q=0.8', 'zh-CN,en;q=0.8'],
  ['zh-Hans-CN', 'zh-CN'],
  ['en-US,en;q=0.9,zh-CN;q=0.8', 'en,en;q=0.9,zh-CN;q=0.8'],
  ['fr-FR', 'fr-FR'],
])('a browser that asks for %s is heard as %s', (asked, heard) => expect(spellTagsAsOurs(asked)).toBe(heard));

test('language, theme and density stand where the server looks for them', () => {
  const start = readFileSync('src/app.html', 'utf8').slice(0, head);
  for (const name of ['lang', 'theme', 'density']) expect(start).toContain(`%dryport.${name}%`);
});

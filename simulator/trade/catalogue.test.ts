import { readFileSync, readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { destinationSchema, findPath, isSimple } from './destination.ts';
import { headingOf } from './hs-code.ts';
import { legalQuantity, productSchema } from './product.ts';
import { goodsOf } from './scenario-goods.ts';
import { goodsSchema } from './setup.ts';
import { confidenceOf } from './tag.ts';
import { getDay } from './time-format.ts';

const folder = new URL('../../content/products/', import.meta.url);
const yamlIn = (url: URL): [string, unknown][] =>
  readdirSync(url)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [name, parse(readFileSync(new URL(name, url), 'utf8')) as unknown]);

const files = yamlIn(folder);
const destinations = yamlIn(new URL('destinations/', folder));
const TODAY = getDay('2026-11-01');

describe('the catalogue of goods', () => {
  it('holds the thirty-one products of the dossier, each once', () => {
    const ids = files.map(([, data]) => (data as { id: string }).id);
    expect([...ids].sort()).toEqual(Array.from({ length: 31 }, (_, i) => `X${i + 1}`).sort());
    for (const [name, data] of files)
      expect(name).toMatch(new RegExp(`^${(data as { id: string }).id.replace(/^X(\d)$/, 'X0$1')}-`, 'i'));
  });

  it.each(files)('%s can be read, and read again', (_name, data) => {
    const product = v.parse(productSchema, data);
    expect(v.parse(productSchema, structuredClone(product))).toEqual(product);
  });

  it.each(files)('%s is a whole product', (_name, data) => {
    const product = v.parse(productSchema, data);
    expect(product.grossWeight.typical).toBeGreaterThan(product.netWeight.typical);
    expect(product.decoys.length).toBeGreaterThan(0);
    expect(new Set([product.hs, ...product.decoys.map(({ hs }) => hs)]).size).toBe(product.decoys.length + 1);
    expect(product.destinations.length).toBeGreaterThan(1);
    expect(product.elements.map(({ example }) => example['zh-CN']).join('|').length).toBeLessThanOrEqual(250);
    const held = product.certificates.map(({ id }) => id);
    expect(new Set(held).size).toBe(held.length);
    // a destination may only ask for what the goods know, or for what every seller needs there
    for (const { needs } of product.destinations)
      expect([...held, 'responsiblePerson']).toEqual(expect.arrayContaining(needs));
    // rates follow one another without a hole
    for (const [index, row] of product.refund.entries()) {
      const next = product.refund[index + 1];
      if (next) expect(getDay(next.from)).toBe(getDay(row.to ?? '9999-12-31') + 1);
      else expect(row.to).toBeNull();
    }
    // illustrative prices say so
    for (const { tag } of [product.costFen, product.priceUsdCents])
      expect(['?', 'P']).toContain(confidenceOf(tag));
  });

  it.each(files)('%s fits into a scenario', (_name, data) => {
    const goods = goodsOf(v.parse(productSchema, data), TODAY);
    expect(v.parse(goodsSchema, goods)).toEqual(goods);
    expect(confidenceOf(goods.tag)).toBe('?');
  });

  it('knows what bars each road', () => {
    const all = files.map(([, data]) => v.parse(productSchema, data));
    const flagged = (flag: string): string[] =>
      all.filter((p) => goodsOf(p, TODAY).flags.some((f) => f === flag)).map((p) => p.id);
    expect(flagged('battery')).toEqual(['X24']);
    expect(flagged('licence').sort()).toEqual(['X25', 'X26', 'X27']);
    expect(flagged('dutiable')).toEqual(['X28']);
    expect(all.find((p) => p.id === 'X18')?.destinations.every(({ verdict }) => verdict === 'closed')).toBe(
      true,
    );
  });

  it('counts the legal quantity on the wire scale', () => {
    const sold = { quantity: 3, netGrams: 1_050 };
    expect(legalQuantity({ unit: '035', from: 'netWeight' }, sold)).toBe(105_000); // 1.05 kg
    expect(legalQuantity({ unit: '011', from: 'quantity' }, sold)).toBe(300_000); // 3 pieces
    expect(legalQuantity({ unit: '061', from: 'factor', factor: 8_000 }, sold)).toBe(2_400_000); // 24 kW
  });

  it('has no heading that is only a decoy of itself', () => {
    for (const [, data] of files) {
      const product = v.parse(productSchema, data);
      expect(headingOf(product.hs)).toMatch(/^\d{4}$/);
    }
  });
});

it.each([13, '13', '13 %', 0.13, '130%', -1])('a rate written %j is refused', (value) => {
  const [, data] = files[0] ?? [];
  expect(v.safeParse(productSchema, { ...(data as object), vat: { value, tag: 'K' } }).success).toBe(false);
});

describe('destinations', () => {
  it.each(destinations)('%s can be read, its versions follow one another', (name, data) => {
    const rules = v.parse(destinationSchema, data);
    expect(`${rules.id}.yaml`).toBe(name);
    for (const [index, path] of rules.paths.entries()) {
      const next = rules.paths[index + 1];
      if (next) expect(getDay(next.from)).toBe(getDay(path.to ?? '9999-12-31') + 1);
    }
    expect(findPath(rules, TODAY)).not.toBeNull();
  });

  it('belong to one country each', () => {
    const countries = destinations.flatMap(([, data]) => Object.keys((data as { taxes: object }).taxes));
    expect(new Set(countries).size).toBe(countries.length);
  });

  it('cover every country that the goods name', () => {
    const covered = new Set(
      destinations.flatMap(([, data]) => Object.keys((data as { taxes: object }).taxes)),
    );
    for (const [, data] of files) {
      for (const { country } of v.parse(productSchema, data).destinations) expect(covered).toContain(country);
    }
  });

  it.each([
    ['eu', '2026-06-30', 15_000, true, undefined],
    ['eu', '2026-07-01', 15_000, true, 300],
    ['eu', '2026-07-01', 15_001, false, 300],
    ['us', '2025-05-01', 80_000, true, undefined],
    ['us', '2025-05-02', 1, false, undefined],
  ])('%s on %s with %i: simple %s', (id, day, value, simple, flat) => {
    const rules = v.parse(destinationSchema, destinations.find(([name]) => name === `${id}.yaml`)?.[1]);
    const path = findPath(rules, getDay(day));
    expect(path && isSimple(path, value)).toBe(simple);
    expect(path?.flatDuty).toBe(flat);
  });
});

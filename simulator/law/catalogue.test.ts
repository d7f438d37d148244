import { readFileSync, readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { productSchema } from '../trade/product.ts';
import { getDay } from '../trade/time-format.ts';
import { findRefundRate, refundRateOf } from './refund-rates.ts';

const folder = new URL('../../content/products/', import.meta.url);
const products = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => v.parse(productSchema, parse(readFileSync(new URL(name, folder), 'utf8'))));

/** The catalogue (for teachers) and the law's table (for own products) must never tell two stories. */
describe('refund rates of the catalogue', () => {
  const versions = products.flatMap((product) =>
    product.refund.flatMap(({ from, to }) => [from, to ?? '2027-06-30'].map((date) => ({ product, date }))),
  );
  it.each(versions)('$product.id on $date: the law says the same', ({ product, date }) => {
    const own = refundRateOf(product.refund, getDay(date));
    expect(findRefundRate(product.hs, getDay(date))?.value).toBe(own.value);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WIRE_DECIMALS, formatDecimal, parseDecimal, parseMoney, wireMoney } from './decimal.ts';

describe('decimals on the wire', () => {
  it('come back as they went out', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: WIRE_DECIMALS }), (units, scale) => {
        expect(parseDecimal(formatDecimal(units, scale), scale)).toBe(units);
        expect(Number(formatDecimal(units, scale))).toBe(Number(`${units}e-${scale}`));
      }),
    );
  });

  it.each([
    ['12.5', 2, 1250],
    ['12.50000', 2, 1250],
    ['-0.01', 2, -1],
    ['0', 2, 0],
    ['-0', 2, 0],
    ['3.33333', 5, 333_333],
  ])('%s at scale %i is %i', (text, scale, units) => {
    expect(parseDecimal(text, scale)).toBe(units);
  });

  it.each([
    '',
    '.5',
    '5.',
    '1e3',
    '1,000',
    ' 1',
    '+1',
    '0x10',
    '12.345',
    '９',
    'NaN',
    '1234567890123456',
    '--1',
  ])('"%s" is no amount of fen', (text) => expect(parseDecimal(text, 2)).toBeNull());

  it('keeps as many decimals as asked', () => expect(formatDecimal(1250, 2, 2)).toBe('12.50'));

  it('knows that a yen has no parts', () => {
    expect([wireMoney(1250, 'JPY'), wireMoney(1250, 'USD'), parseMoney('12.5', 'JPY')]).toEqual([
      '1250',
      '12.5',
      null,
    ]);
  });
});

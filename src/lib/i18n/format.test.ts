import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as f from './format.ts';

const at = (iso: string) => Date.parse(iso);
const noon = at('2026-11-01T12:00:00+08:00');

describe('money', () => {
  test.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123_400, '¥1,234.00'],
    [123_456_789, '¥1,234,567.89'],
    [-123_456, '−¥1,234.56'],
  ])('%i fen reads %s', (fen, text) => expect(f.formatFen(fen)).toBe(text));

  test('cents carry the sign of the dollar, other currencies their code', () => {
    expect(f.formatCents(123_456)).toBe('US$1,234.56');
    expect(f.formatMoney(123_456, 'EUR')).toBe('EUR 1,234.56');
    expect(f.formatFen(100, { signed: true })).toBe('+¥1.00');
  });

  test('no fen is lost or won: the digits of the text are the digits of the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (fen) => {
        expect(BigInt(f.formatFen(fen).replace(/\D/g, ''))).toBe(BigInt(fen));
      }),
    );
  });
});

test('numbers group before the point only', () => {
  expect(f.formatNumber(1234567.1234, 4)).toBe('1,234,567.1234');
  expect(f.formatNumber(-1234)).toBe('−1,234');
});

test('weights, shares', () => {
  expect(f.formatWeight(1250, 'en')).toBe('1.25 kg');
  expect(f.formatWeight(1250, 'zh-CN')).toBe('1.25千克');
  expect(f.formatPpm(5700)).toBe('0.57%');
  expect(f.formatPpm(130_000)).toBe('13%');
  expect(f.formatPpm(1_000_000)).toBe('100%');
});

describe('moments are shown at +08:00 wherever the reader sits', () => {
  test('late evening in Greenwich is the next day in Hunan', () => {
    const late = at('2026-10-31T17:30:00Z');
    expect(f.formatDateTime(late)).toBe('2026-11-01 01:30');
    expect(f.formatDayInWords(late, 'zh-CN')).toBe('2026年11月1日星期日');
    expect(f.formatDayInWords(late, 'en')).toMatch(/^Sunday,? 1 November 2026$/);
    expect(f.formatShortDay(late, 'zh-CN')).toBe('11月1日');
    expect(f.formatShortDay(late, 'en')).toBe('1 Nov');
  });

  test('days are calendar days, not 24 hours', () => {
    expect(f.formatRelativeDays(at('2026-11-02T00:30:00+08:00'), noon, 'zh-CN')).toBe('明天');
    expect(f.formatRelativeDays(at('2026-11-02T00:30:00+08:00'), noon, 'en')).toBe('tomorrow');
    expect(f.formatRelativeDays(at('2026-11-15T00:30:00+08:00'), noon, 'en')).toBe('in 14 days');
  });

  test('lengths of time keep their two largest units', () => {
    expect(f.formatDuration(26 * 3_600_000, 'zh-CN')).toBe('1天2小时');
    expect(f.formatDuration(90 * 60_000, 'en')).toBe('1 hr 30 mins');
    expect(f.formatDuration(0, 'en')).toBe('0 mins');
  });
});

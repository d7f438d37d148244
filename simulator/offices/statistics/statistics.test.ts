import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Play } from '../../../tests/support/trade.ts';
import { definitions, type StatisticsRow } from './index.ts';

const desk = () => new Play({ definitions, machines: { statistics: 'statistics/desk' } });
const count = (orderNo: string, changes: object = {}) => ({
  type: 'COUNT',
  orderNo,
  route: 'summary',
  value: 2_499,
  hs: '4602110000',
  country: '502',
  month: '202611',
  ...changes,
});

test('parcels of one month, code and country make one row, in dollars and in yuan', () => {
  const play = desk().letter('statistics', count('O1')).letter('statistics', count('O2'));
  expect(play.all<StatisticsRow>('statistics')).toEqual([
    {
      month: '202611',
      series: 'summary',
      hs: '4602110000',
      country: '502',
      parcels: 2,
      value: 4_998,
      valueFen: 2 * 17_693,
    },
  ]);
});

test('the statistics route counts by the four digits that are true there', () => {
  const play = desk().letter('statistics', count('O1', { route: 'statistics' }));
  expect(play.all<StatisticsRow>('statistics')).toMatchObject([{ series: 'statistics', hs: '4602' }]);
});

test('a parcel is counted once, whoever reports it again', () => {
  const play = desk()
    .letter('statistics', count('O1'))
    .letter('statistics', count('O1', { month: '202612' }));
  expect(play.all<StatisticsRow>('statistics')).toMatchObject([{ month: '202611', parcels: 1 }]);
  expect(play.notes('countedBefore')).toHaveLength(1);
});

test('what comes back is a series of its own and takes nothing off the exports', () => {
  const play = desk()
    .letter('statistics', count('O1'))
    .letter('statistics', count('O1', { type: 'COUNT_RETURN' }));
  expect(play.all<StatisticsRow>('statistics').map((row) => [row.series, row.parcels])).toEqual([
    ['summary', 1],
    ['return', 1],
  ]);
});

test('the sum over all rows is the sum over all parcels', () => {
  const parcel = fc.record({
    value: fc.integer({ min: 0, max: 500_000 }),
    country: fc.constantFrom('502', '304'),
    hs: fc.constantFrom('4602110000', '6704200000'),
    route: fc.constantFrom('summary', 'statistics'),
  });
  fc.assert(
    fc.property(fc.array(parcel, { maxLength: 30 }), (parcels) => {
      const play = desk();
      for (const [index, item] of parcels.entries()) play.letter('statistics', count(`O${index}`, item));
      const rows = play.all<StatisticsRow>('statistics');
      expect(rows.reduce((sum, row) => sum + row.value, 0)).toBe(
        parcels.reduce((sum, item) => sum + item.value, 0),
      );
      expect(rows.reduce((sum, row) => sum + row.parcels, 0)).toBe(parcels.length);
    }),
    { numRuns: 40 },
  );
});

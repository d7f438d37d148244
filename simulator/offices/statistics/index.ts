import { define, note, put, type Effect, type Scene } from '../../kernel/index.ts';
import { toFen } from '../../trade/fx.ts';
import { headingOf } from '../../trade/hs-code.ts';
import { rateOf } from '../../trade/rates.ts';

/**
 * 海关统计: exports counted by month of closing, route, goods code and country, FOB, in dollars and in yuan. The
 * summary route counts by ten digits, the statistics route by the four digits that are true there; returns are a
 * series of their own, and a parcel is counted once.
 */
const law = ['customs-statistics#fob-closing-month', 'dryport-model#no-double-count'];

/** `statistics` by `<month>:<series>:<hs>:<country>`. */
export interface StatisticsRow {
  /** yyyymm */
  month: string;
  series: 'summary' | 'statistics' | 'return';
  hs: string;
  country: string;
  parcels: number;
  /** cents of US dollars */
  value: number;
  /** fen at the rates of the days of counting */
  valueFen: number;
}

interface Count {
  orderNo: string;
  route: 'summary' | 'statistics';
  value: number;
  hs: string;
  country: string;
  month: string;
}

function add(scene: Scene, series: StatisticsRow['series'], counted: Count): Effect[] {
  const { orderNo, value, hs, country, month } = counted;
  const once = `${series === 'return' ? 'return' : 'export'}:${orderNo}`;
  if (scene.find('counted', once)) return [note('countedBefore', { orderNo }, law)];
  const code = counted.route === 'statistics' ? headingOf(hs) : hs;
  const key = `${month}:${series}:${code}:${country}`;
  const row = scene.find<StatisticsRow>('statistics', key) ?? {
    month,
    series,
    hs: code,
    country,
    parcels: 0,
    value: 0,
    valueFen: 0,
  };
  const fen = toFen(value, 'USD', rateOf(scene, 'USD'));
  return [
    put('counted', once, { month }),
    put('statistics', key, {
      ...row,
      parcels: row.parcels + 1,
      value: row.value + value,
      valueFen: row.valueFen + fen,
    }),
  ];
}

const counted = (scene: Scene): Count => scene.letter as unknown as Count;

const chart = {
  id: 'desk',
  initial: 'counting',
  states: {
    counting: {
      meta: { office: 'statistics', cites: law },
      on: { COUNT: { actions: 'count' }, COUNT_RETURN: { actions: 'countReturn' } },
    },
  },
};

export const definitions = [
  define('statistics/desk', chart, {
    effects: {
      count: (scene) => add(scene, counted(scene).route, counted(scene)),
      countReturn: (scene) => add(scene, 'return', counted(scene)),
    },
  }),
];

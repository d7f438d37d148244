import { sql, type SQL } from 'drizzle-orm';
import { database } from '../db/index.ts';

/**
 * What a zone office may know of the training in its zone: counts, never people. Only students' runs are counted, and
 * never one with a founder's own product. A count that stands for fewer than `LEAST` people is left out.
 */
export const LEAST = 5;

/** A count, and how many people it stands for. */
export interface Count {
  key: string;
  count: number;
  people: number;
}

export interface StatisticsCount extends Count {
  series: string;
  country: string;
  /** cents of US dollars */
  value: number;
}

export interface ZoneFigures {
  /** People below which nothing is shown: `LEAST`, or 1 where all of them are demo accounts. */
  least: number;
  people: number;
  schools: number;
  runs: number;
  ended: number;
  refusals: number;
  /** Parcels by the state of their clearance. */
  clearance: Count[];
  findings: Count[];
  /** Parcels that the statistics office counted, by series and country; of runs that were saved with their world. */
  statistics: StatisticsCount[];
  /** Firms by the band of the zone's credit record. */
  credit: Count[];
  /** Groups that were left out because too few people stand behind them. */
  hidden: number;
}

/** @param customs customs offices of the zone, four digits each; empty means all */
export async function zoneFigures(customs: readonly string[] = []): Promise<ZoneFigures> {
  const base = counted(customs);
  const [[totals], clearance, findings, statistics, credit] = await Promise.all([
    rows<
      Omit<ZoneFigures, 'least' | 'clearance' | 'findings' | 'statistics' | 'credit' | 'hidden'> & {
        demo: boolean;
      }
    >(sql`
      with base as (${base})
      select count(distinct user_id)::int as people, count(distinct organization_id)::int as schools, count(*)::int as runs,
        count(*) filter (where state = 'ended')::int as ended, coalesce(sum((facts->>'refusals')::int), 0)::int as refusals,
        coalesce(bool_and(user_id like 'demo-%'), false) as demo
      from base`),
    rows<Count>(sql`
      with base as (${base})
      select state.key, sum(state.value::int)::int as count, count(distinct user_id)::int as people
      from base, jsonb_each_text(facts->'clearance') as state
      group by state.key order by count desc, state.key`),
    rows<Count>(sql`
      with base as (${base})
      select facts->'lastFinding'->>'code' as key, count(*)::int as count, count(distinct user_id)::int as people
      from base where facts->'lastFinding'->>'code' is not null
      group by 1 order by count desc, key limit 12`),
    rows<StatisticsCount>(sql`
      with base as (${base})
      select row.value->>'series' as series, row.value->>'country' as country, '' as key,
        sum((row.value->>'parcels')::int)::int as count, sum((row.value->>'value')::bigint)::float8 as value,
        count(distinct user_id)::int as people
      from base join run_snapshots on run_snapshots.run_id = base.id,
        jsonb_each(coalesce(run_snapshots.world->'records'->'statistics', '{}')) as row
      group by 1, 2 order by count desc, country`),
    rows<Count>(sql`
      with base as (${base})
      select run_snapshots.world->'records'->'credit'->'zone'->>'class' as key, count(*)::int as count,
        count(distinct user_id)::int as people
      from base join run_snapshots on run_snapshots.run_id = base.id
      where run_snapshots.world->'records'->'credit'->'zone'->>'class' is not null
      group by 1 order by min((run_snapshots.world->'records'->'credit'->'zone'->>'score')::int) desc`),
  ]);
  const { demo, ...sums } = totals!;
  const least = demo ? 1 : LEAST;
  if (sums.people < least) return { ...NOTHING, least };
  const shown = <T extends Count>(counts: readonly T[]): T[] =>
    counts.filter(({ people }) => people >= least);
  const all = [clearance, findings, statistics, credit];
  return {
    ...sums,
    least,
    clearance: shown(clearance),
    findings: shown(findings),
    statistics: shown(statistics),
    credit: shown(credit),
    hidden: all.reduce((total, counts) => total + counts.filter(({ people }) => people < least).length, 0),
  };
}

const NOTHING: Omit<ZoneFigures, 'least'> = {
  ...{ people: 0, schools: 0, runs: 0, ended: 0, refusals: 0, hidden: 0 },
  ...{ clearance: [], findings: [], statistics: [], credit: [] },
};

const counted = (customs: readonly string[]): SQL => sql`
  select runs.id, runs.user_id, runs.state, runs.facts, users.organization_id
  from runs join users on users.id = runs.user_id join organizations on organizations.id = users.organization_id
  where users.role = 'student' and organizations.kind = 'school' and runs.venture_id is null
  ${customs.length === 0 ? sql`` : sql`and runs.setup->'customs'->>'code' in (${sql.join(customs.map((code) => sql`${code}`), sql`, `)})`}`; // prettier-ignore

async function rows<T>(query: SQL): Promise<T[]> {
  return [...(await database().execute(query))] as T[];
}

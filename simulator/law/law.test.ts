import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { covers } from '../trade/span.ts';
import { confidenceOf } from '../trade/tag.ts';
import { getDay } from '../trade/time-format.ts';
import { RULES, lawAt } from './law.ts';
import type { RuleId } from './law.ts';
import { REFUND_RATES } from './refund-rates.ts';
import { LawGap } from './rule.ts';
import type { RuleVersion } from './rule.ts';

const shelf = new URL('../../content/regulations/', import.meta.url);
const citations = new Set<string>();
for (const file of readdirSync(shelf).filter((name) => name.endsWith('.yaml'))) {
  const { id, points = [] } = parse(readFileSync(new URL(file, shelf), 'utf8')) as {
    id: string;
    points?: { id: string }[];
  };
  citations.add(id);
  for (const point of points) citations.add(`${id}#${point.id}`);
}

const rules = Object.entries(RULES) as [RuleId, readonly RuleVersion[]][];

describe('every rule', () => {
  it.each(rules)('%s cites what stands on the shelf, with a tag and real dates', (_id, versions) => {
    for (const version of versions) {
      expect(version.cites.length).toBeGreaterThan(0);
      for (const cite of version.cites) expect(citations).toContain(cite);
      expect(() => confidenceOf(version.tag)).not.toThrow();
      expect(() => [getDay(version.from), version.to && getDay(version.to)]).not.toThrow();
    }
  });

  it.each(rules)('%s has one version at a time, without a hole in between', (_id, versions) => {
    for (const [index, version] of versions.entries()) {
      const next = versions[index + 1];
      if (next) expect(getDay(next.from)).toBe(getDay(version.to ?? '9999-12-31') + 1);
      if (version.to) expect(getDay(version.to)).toBeGreaterThanOrEqual(getDay(version.from));
    }
  });

  it('that is dated by a policy preset has a value there, unless it was not law yet', () => {
    const notYet = (date: string): string[] =>
      rules.map(([id]) => id).filter((id) => !lawAt(getDay(date)).find(id));
    expect(notYet('2026-11-01')).toEqual([]);
    expect(notYet('2023-06-01').sort()).toEqual(
      [
        'crossAreaPilotDistricts',
        'creditRectifyMonths',
        'euFlatDutyCents',
        'euFlatDutyUpToCents',
        'refundHardStopMonths',
        'specialRefundUsdCents',
      ].sort(),
    );
    expect(notYet('2020-07-01')).toContain('returnReliefMonths');
  });
});

describe('the law as of a date', () => {
  it.each([
    ['receiptMessageRequired', '2024-12-14', true],
    ['receiptMessageRequired', '2024-12-15', false],
    ['overseasWarehouseFiling', '2023-06-01', true],
    ['overseasWarehouseFiling', '2026-11-01', false],
    ['retailImportSingleFen', '2018-12-31', 200_000],
    ['retailImportSingleFen', '2019-01-01', 500_000],
    ['papersKeepYears', '2025-12-31', 5],
    ['papersKeepYears', '2026-01-01', 10],
    ['usThresholdCents', '2025-05-02', 0],
  ] as const)('%s on %s is %s', (id, date, value) => {
    expect(lawAt(getDay(date)).get(id).value).toBe(value);
  });

  it('refuses to guess where it knows nothing', () => {
    const law = lawAt(getDay('2015-06-01'));
    expect(law.find('summaryDayOfMonth')).toBeNull();
    expect(() => law.get('summaryDayOfMonth')).toThrow(LawGap);
    expect(() => law.get('summaryDayOfMonth')).toThrow('no value of summaryDayOfMonth on 2015-06-01');
  });
});

describe('the table of refund rates', () => {
  it('cites the shelf and gives each code one row at a time', () => {
    for (const [index, row] of REFUND_RATES.entries()) {
      for (const cite of row.cites) expect(citations).toContain(cite);
      for (const other of REFUND_RATES.slice(index + 1)) {
        if (other.hs === row.hs) expect(covers(row, getDay(other.from))).toBe(false);
      }
    }
  });
});

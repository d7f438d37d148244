import type { Tag } from './tag.ts';

/** Days off and make-up working days of one year, each a closed range or a single date written MM-DD. */
export interface HolidayYear {
  off: readonly string[];
  work: readonly string[];
  tag: Tag;
}

/**
 * State Council General Office notices (国办发明电): 2023 No. 7 for 2024, 2024 No. 12 for 2025, 2025 No. 7 for 2026.
 * 2027: the notice was not in our sources. Statutory days of State Council Decree 795 with the days that make up
 * for a weekend put behind them, and no make-up working day: an estimate, tagged so.
 */
export const HOLIDAYS: Readonly<Record<number, HolidayYear>> = {
  2024: {
    off: ['01-01', '02-10..02-17', '04-04..04-06', '05-01..05-05', '06-10', '09-15..09-17', '10-01..10-07'],
    work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    tag: 'K',
  },
  2025: {
    off: ['01-01', '01-28..02-04', '04-04..04-06', '05-01..05-05', '05-31..06-02', '10-01..10-08'],
    work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    tag: 'K',
  },
  2026: {
    off: [
      '01-01..01-03',
      '02-15..02-23',
      '04-04..04-06',
      '05-01..05-05',
      '06-19..06-21',
      '09-25..09-27',
      '10-01..10-07',
    ],
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    tag: 'K',
  },
  2027: {
    off: ['01-01', '02-05..02-10', '04-05', '05-01..05-04', '06-09', '09-15', '10-01..10-05'],
    work: [],
    tag: '?',
  },
};

/** Fixed-date statutory days, for years without a table: enough for a clock, not for a deadline. */
export const FALLBACK_YEAR: HolidayYear = { off: ['01-01', '05-01', '10-01..10-03'], work: [], tag: '?' };

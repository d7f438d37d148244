import { stringify } from 'csv-stringify/sync';
import { m } from '$lib/paraglide/messages.js';
import type { Gradebook } from './gradebook.ts';

/** Excel takes a file for UTF-8 only when it begins with this mark. */
const BOM = '\ufeff';

/** Score, attempts and remark of every assignment, as a file that Excel and WPS open with a double click. */
export function gradesCsv({ assignments, rows }: Gradebook): string {
  const head = [
    m.teach_csv_username(),
    m.teach_csv_name(),
    ...assignments.flatMap(({ title }) => [
      m.teach_csv_best({ title }),
      m.teach_csv_last({ title }),
      m.teach_csv_attempts({ title }),
      m.teach_csv_remark({ title }),
    ]),
    m.teach_csv_mean(),
  ];
  const lines = rows.map(({ student, grades, mean }) => [
    asText(student.username),
    student.name,
    ...grades.flatMap(({ best, last, attempts, late }) => [best, last, attempts, remark(late)]),
    mean,
  ]);
  // A name such as =HYPERLINK(…) must stay a name when the file is opened: the writer puts an apostrophe before it.
  return BOM + stringify([head, ...lines], { escape_formulas: true, record_delimiter: 'windows' });
}

/**
 * Student numbers lose leading zeros, and long ones their last digits, where a spreadsheet takes them for numbers or
 * dates. A tab at the end makes them text and can't be seen.
 */
const asText = (username: string): string => (/^\d/.test(username) ? `${username}\t` : username);

const remark = (late: 'late' | 'missing' | null): string =>
  late === 'late' ? m.teach_late() : late === 'missing' ? m.teach_missing() : '';

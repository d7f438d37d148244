import {
  judgeVenture,
  VENTURE_FIELDS,
  type Typed,
  type VentureComplaint,
  type VentureField,
} from './judge.ts';
import { findWord } from './spelling.ts';
import type { Venture } from '$simulator/trade/venture.ts';

/** Products pasted from a spreadsheet, or out of a CSV file. */
export const MOST_ROWS = 100;
/** Characters; a table of a hundred products is far below. */
export const MOST_TEXT = 100_000;

/** Without these no product can be judged; the others have a fair value. */
const NEEDED: readonly VentureField[] = ['name', 'hs', 'cost', 'invoice', 'price', 'netGrams'];

export interface PasteRow {
  /** Line in the pasted table, the headings being line 1. */
  line: number;
  name: string;
  complaints: VentureComplaint[];
}

export interface PasteReport {
  problem: 'empty' | 'tooLong' | 'tooMany' | 'columnsMissing' | 'rowsWrong' | null;
  /** Which column of the table was taken for which field. */
  matched: { heading: string; field: VentureField }[];
  ignored: string[];
  missing: VentureField[];
  rows: PasteRow[];
}

export type Pasted = { report: PasteReport; ventures: Venture[] };

/**
 * Reads a table with a heading line: every row is judged, and products come out only when all of them are right.
 * @param countries codes of the countries to which there is a line
 */
export function readPaste(text: string, countries: ReadonlySet<string>): Pasted {
  const report: PasteReport = { problem: null, matched: [], ignored: [], missing: [], rows: [] };
  const stopped = (problem: PasteReport['problem']): Pasted => ({
    report: { ...report, problem },
    ventures: [],
  });
  if (text.length > MOST_TEXT) return stopped('tooLong');
  const [headings = [], ...rows] = tableOf(text);
  if (rows.length === 0) return stopped('empty');
  if (rows.length > MOST_ROWS) return stopped('tooMany');
  const fields = headings.map((heading) => findWord(VENTURE_FIELDS, heading));
  for (const [index, heading] of headings.entries()) {
    const field = fields[index];
    if (field && fields.indexOf(field) === index) report.matched.push({ heading, field });
    else report.ignored.push(heading);
  }
  report.missing = NEEDED.filter((field) => !fields.includes(field));
  if (report.missing.length > 0) return stopped('columnsMissing');
  const ventures: Venture[] = [];
  for (const [index, row] of rows.entries()) {
    const typed = Object.fromEntries(
      VENTURE_FIELDS.map((field) => [field, row[fields.indexOf(field)] ?? '']),
    ) as Typed;
    const judged = judgeVenture(typed, countries);
    report.rows.push({
      line: index + 2,
      name: typed.name.slice(0, 60),
      complaints: judged.ok ? [] : judged.complaints,
    });
    if (judged.ok) ventures.push(judged.value);
  }
  return ventures.length === rows.length ? { report, ventures } : stopped('rowsWrong');
}

/** Cells of a table separated by tabs (from a spreadsheet), commas or semicolons; quoted cells as RFC 4180 has them. */
export function tableOf(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '');
  const firstLine = source.split(/\r?\n/, 1)[0] ?? '';
  const by = ['\t', ',', ';', '，'].find((mark) => firstLine.includes(mark)) ?? ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.some((item) => item !== '')) rows.push(row);
    row = [];
  };
  for (let index = 0; index < source.length; index++) {
    const sign = source[index]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[index + 1] === '"') cell += source[++index]!;
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === by) endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}

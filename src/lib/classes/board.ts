/** What a teacher's board shows; made by the server, sorted and filtered on either side. No dates: it goes over the wire. */

export const STANDINGS = ['stuck', 'underWay', 'notBegun', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface BoardRow {
  student: { id: string; name: string; username: string };
  standing: Standing;
  /** The latest run; null before the first, and for a course. */
  run: string | null;
  attempt: number;
  /** Place of the stage on the way, for sorting: −1 before the beginning. */
  order: number;
  /** In words, with how many of the parcels stand there. */
  stage: string;
  parcels: { label: string; count: number }[];
  /** Real time, ms: since when it stands there. */
  since: number | null;
  /** Real time, ms: the last thing that was done. */
  lastSeen: number | null;
  stuckWhy: 'finding' | 'still' | null;
  /** The last complaint, in words, and how often in a row it was heard. */
  finding: string;
  remedy: string;
  times: number;
  refusals: number;
  /** Per cent; null while nothing is scored. */
  percent: number | null;
  late: boolean;
  /** Per lesson of a course, in its order: 0 to 100. */
  lessons: number[];
}

export interface Board {
  kind: 'scenario' | 'course';
  /** Real time of the server, ms. */
  at: number;
  rows: BoardRow[];
  stages: { id: string; label: string; count: number; standing: Standing }[];
  lessons: { slug: string; title: string }[];
}

export const SORTS = ['name', 'stage', 'since', 'refusals', 'score'] as const;
export type Sort = (typeof SORTS)[number];

/** How the reader wants the board: from the address, so that it can be kept and shared. */
export interface Wish {
  show: Standing | 'all';
  sort: Sort;
  down: boolean;
  search: string;
}

/** Reads `?show=stuck&sort=-since&search=li`; what it does not know it leaves at what is usual. */
export function wishIn(query: URLSearchParams): Wish {
  const sort = query.get('sort') ?? '';
  const down = sort.startsWith('-');
  return {
    show: STANDINGS.find((one) => one === query.get('show')) ?? 'all',
    sort: SORTS.find((one) => one === sort.replace('-', '')) ?? 'name',
    down,
    search: (query.get('search') ?? '').slice(0, 40),
  };
}

/** The address of a wish, without what is usual: `?show=stuck`. */
export function addressOf(wish: Wish, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(more);
  if (wish.show !== 'all') query.set('show', wish.show);
  if (wish.sort !== 'name' || wish.down) query.set('sort', (wish.down ? '-' : '') + wish.sort);
  if (wish.search) query.set('search', wish.search);
  return `?${query}`;
}

/** Rows as they were asked for. They come in the order of the register, which equal rows keep. */
export function chosen(rows: readonly BoardRow[], { show, sort, down, search }: Wish): BoardRow[] {
  const part = search.trim().toLowerCase();
  const kept = rows.filter(
    ({ standing, student }) =>
      (show === 'all' || standing === show) &&
      (part === '' || student.name.toLowerCase().includes(part) || student.username.includes(part)),
  );
  if (sort === 'name') return down ? kept.toReversed() : kept;
  const sign = down ? -1 : 1;
  return kept.toSorted((a, b) => sign * (measure(a, sort) - measure(b, sort)) || 0);
}

/** Who waits longest has the smallest `since`: sorted up, it comes first. */
function measure(row: BoardRow, sort: Exclude<Sort, 'name'>): number {
  if (sort === 'stage') return row.order;
  if (sort === 'since') return row.since ?? Number.MAX_SAFE_INTEGER;
  return sort === 'refusals' ? row.refusals : (row.percent ?? -1);
}

/** How many of each standing, for the filter. */
export function countStandings(rows: readonly BoardRow[]): Record<Standing, number> {
  const counts = { stuck: 0, underWay: 0, notBegun: 0, ended: 0 };
  for (const { standing } of rows) counts[standing] += 1;
  return counts;
}

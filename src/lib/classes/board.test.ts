import { expect, test } from 'vitest';
import { addressOf, chosen, countStandings, wishIn, type BoardRow } from './board.ts';

const row = (name: string, rest: Partial<BoardRow> = {}): BoardRow => ({
  student: { id: name, name, username: `u-${name.toLowerCase()}` },
  standing: 'underWay', run: 'r', attempt: 1, order: 1, stage: '', parcels: [], since: 0, lastSeen: 0, stuckWhy: null,
  finding: '', remedy: '', times: 0, refusals: 0, percent: null, late: false, lessons: [], ...rest,
}); // prettier-ignore
const rows = [
  row('A', { order: 5, since: 300, refusals: 2, percent: 40 }),
  row('B', { standing: 'stuck', order: 2, since: 100, refusals: 9 }),
  row('C', { standing: 'notBegun', order: -1, since: null }),
];
const names = (query: string) =>
  chosen(rows, wishIn(new URLSearchParams(query)))
    .map(({ student }) => student.name)
    .join('');

test.each([
  ['', 'ABC'],
  ['sort=-name', 'CBA'],
  ['sort=since', 'BAC'],
  ['sort=-stage', 'ABC'],
  ['sort=stage', 'CBA'],
  ['sort=-refusals', 'BAC'],
  ['sort=-score', 'ABC'],
  ['show=stuck', 'B'],
  ['search=%20c', 'C'],
  ['search=u-a', 'A'],
  ['sort=evil&show=__proto__', 'ABC'],
])('?%s shows %s', (query, shown) => {
  expect(names(query)).toBe(shown);
});

test('a wish is its address and back', () => {
  const query = 'assignment=x&show=stuck&sort=-since&search=%E6%9D%8E';
  expect(addressOf(wishIn(new URLSearchParams(query)), { assignment: 'x' })).toBe(`?${query}`);
  expect(countStandings(rows)).toEqual({ stuck: 1, underWay: 1, notBegun: 1, ended: 0 });
});

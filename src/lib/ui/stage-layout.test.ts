import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutStages, stageLayouts } from './stage-layout.ts';
import type { StageEdge, StageLayout, StageNode } from './stages.ts';

const stage = (id: string): StageNode => ({ id, label: id, state: 'idle' });
const chain = (length: number) => ({
  nodes: Array.from({ length }, (_, n) => stage(`s${n}`)),
  edges: Array.from({ length: length - 1 }, (_, n): StageEdge => ({
    from: `s${n}`,
    to: `s${n + 1}`,
    main: true,
  })),
});

/** Any machine: up to 14 states, and ways between any of them, loops and returns included. */
const machines = fc.integer({ min: 1, max: 14 }).chain((count) => {
  const nodes = Array.from({ length: count }, (_, n) => stage(`s${n}`));
  const id = fc.integer({ min: 0, max: count - 1 }).map((n) => `s${n}`);
  const edges = fc.array(
    fc.record({ from: id, to: id, label: fc.constantFrom(undefined, 'send', '申报清单') }),
    { maxLength: 24 },
  );
  return edges.map((list) => ({
    nodes,
    edges: list.map(({ from, to, label }): StageEdge => ({ from, to, ...(label ? { label } : {}) })),
  }));
});

const overlap = ({ nodes, node }: StageLayout) =>
  nodes.some((a, i) =>
    nodes.slice(i + 1).some((b) => Math.abs(a.x - b.x) < node.width && Math.abs(a.y - b.y) < node.height),
  );
const outside = ({ nodes, node, width, height }: StageLayout) =>
  nodes.some(({ x, y }) => x < 0 || y < 0 || x + node.width > width || y + node.height > height);

test('whatever the machine, no stage hides another and none leaves the drawing', () => {
  fc.assert(
    fc.property(machines, ({ nodes, edges }) => {
      const { wide, middle, narrow } = stageLayouts(nodes, edges);
      for (const layout of [wide, middle, narrow]) {
        expect(overlap(layout)).toBe(false);
        expect(outside(layout)).toBe(false);
        expect(layout.nodes.map((node) => node.id)).toEqual(nodes.map((node) => node.id));
        expect(layout.edges.every((edge) => !edge.path.includes('NaN') && edge.path.startsWith('M'))).toBe(
          true,
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('a long voyage goes on in the next row, within the width of the page', () => {
  const { nodes, edges } = chain(11);
  const { wide } = stageLayouts(nodes, edges);
  expect(layoutStages(nodes, edges, 'horizontal').width).toBeGreaterThan(1800);
  expect(wide.width).toBeLessThanOrEqual(1030);
  expect(new Set(wide.nodes.map((node) => node.y)).size).toBe(2);
  const first = wide.nodes[0]!;
  const back = wide.nodes[6]!;
  expect([back.x, back.y > first.y]).toEqual([first.x, true]);
});

test('a short one stays in its row', () => {
  const { nodes, edges } = chain(4);
  expect(new Set(stageLayouts(nodes, edges).wide.nodes.map((node) => node.y)).size).toBe(1);
});

test('ways to stages that are not shown, and to oneself, are left out', () => {
  const layout = layoutStages(
    [stage('a'), stage('b')],
    [
      { from: 'a', to: 'a' },
      { from: 'a', to: 'gone' },
      { from: 'a', to: 'b' },
    ],
    'vertical',
  );
  expect(layout.edges.map(({ from, to }) => [from, to])).toEqual([['a', 'b']]);
});

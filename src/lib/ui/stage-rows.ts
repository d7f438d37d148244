import type { PlacedEdge, StageLayout } from './stages.ts';

/** Between two rows there runs a gutter, in which the ways from one row to another find their place. */
const gutter = 36;
const lane = 7;
const corner = 6;
const margin = 18;

/**
 * Breaks a long row of stages into several that fit a width, where the fewest ways are cut. What stays within
 * a row keeps its drawing; a way to another row leaves on the right, goes along the gutter, and comes in on
 * the left, as the eye does when it reads.
 */
export function wrapRows(layout: StageLayout, width: number): StageLayout {
  if (layout.width <= width) return layout;
  const ranks = [...new Set(layout.nodes.map(centreOf))].sort((a, b) => a - b);
  const rankOf = new Map(layout.nodes.map((node) => [node.id, ranks.indexOf(centreOf(node))]));
  const rowStarts = breakRanks(layout, ranks, rankOf, width - 2 * margin);
  const rowOf = (id: string) => rowStarts.findLastIndex((start) => start <= (rankOf.get(id) ?? 0));

  const rows = rowStarts.map((_, row) => layout.nodes.filter((node) => rowOf(node.id) === row));
  const shifts = rows.map((nodes) => ({
    left: Math.min(...nodes.map((node) => node.x)) - margin,
    top: Math.min(...nodes.map((node) => node.y)),
    height: Math.max(...nodes.map((node) => node.y + node.height)) - Math.min(...nodes.map((node) => node.y)),
  }));
  const tops = shifts.map(
    (_, row) => 4 + shifts.slice(0, row).reduce((sum, { height }) => sum + height + gutter, 0),
  );

  const moved = rows.flatMap((nodes, row) =>
    nodes.map((node) => ({
      ...node,
      x: node.x - shifts[row]!.left,
      y: node.y - shifts[row]!.top + tops[row]!,
    })),
  );
  const placeOf = new Map(moved.map((node) => [node.id, node]));
  const lanes = rows.map(() => 0);
  const edges = layout.edges.map((edge): PlacedEdge => {
    const [row, target] = [rowOf(edge.from), rowOf(edge.to)];
    if (row === target) return shifted(edge, -shifts[row]!.left, tops[row]! - shifts[row]!.top);
    const under = Math.min(row, target);
    const y = tops[under]! + shifts[under]!.height + gutter / 2 + laneOffset(lanes[under]!++);
    return around(edge, placeOf.get(edge.from)!, placeOf.get(edge.to)!, y);
  });
  const last = rows.length - 1;
  return {
    width: Math.ceil(Math.max(...moved.map((node) => node.x + node.width)) + margin),
    height: Math.ceil(tops[last]! + shifts[last]!.height + 4),
    nodes: layout.nodes.map((node) => placeOf.get(node.id)!),
    edges,
  };
}

type Placed = StageLayout['nodes'][number];

function centreOf(node: Placed): number {
  return Math.round(node.x + node.width / 2);
}

/** First rank of every row: rows about equally long, and of the near places the one that cuts the fewest ways. */
function breakRanks(
  layout: StageLayout,
  ranks: readonly number[],
  rankOf: ReadonlyMap<string, number>,
  width: number,
): number[] {
  const pitch = layout.width / ranks.length;
  const perRow = Math.max(1, Math.floor(width / pitch));
  const starts = [0];
  for (let start = 0; ranks.length - start > perRow; start = starts.at(-1)!) {
    const left = ranks.length - start;
    const even = Math.ceil(left / Math.ceil(left / perRow));
    const candidates = [even, even + 1, even - 1].filter((n) => n >= 1 && n <= perRow).map((n) => start + n);
    const cuts = (at: number) =>
      layout.edges.filter(({ from, to }) => rankOf.get(from)! < at !== rankOf.get(to)! < at).length;
    starts.push(candidates.reduce((best, at) => (cuts(at) < cuts(best) ? at : best)));
  }
  return starts;
}

/** 0, 7, -7, 14, -14 …: the first way runs in the middle of the gutter. */
function laneOffset(index: number): number {
  return (index % 2 ? 1 : -1) * Math.ceil(index / 2) * lane;
}

function shifted(edge: PlacedEdge, dx: number, dy: number): PlacedEdge {
  let isX = false;
  const path = edge.path.replace(/-?\d+(\.\d+)?/g, (number) => {
    isX = !isX;
    return String(Math.round((Number(number) + (isX ? dx : dy)) * 10) / 10);
  });
  const label =
    edge.labelX === undefined || edge.labelY === undefined
      ? {}
      : { labelX: edge.labelX + dx, labelY: edge.labelY + dy };
  return { ...edge, path, ...label };
}

function around(edge: PlacedEdge, from: Placed, to: Placed, y: number): PlacedEdge {
  const out = { x: from.x + from.width, y: from.y + from.height / 2 };
  const into = { x: to.x, y: to.y + to.height / 2 };
  const right = out.x + margin - corner;
  const left = into.x - margin + corner;
  const down = Math.sign(y - out.y) || 1;
  const on = Math.sign(into.y - y) || 1;
  const path = [
    `M${out.x} ${out.y}H${right - corner}q${corner} 0 ${corner} ${down * corner}`,
    `V${y - down * corner}q0 ${down * corner} ${-corner} ${down * corner}`,
    `H${left + corner}q${-corner} 0 ${-corner} ${on * corner}`,
    `V${into.y - on * corner}q0 ${on * corner} ${corner} ${on * corner}H${into.x}`,
  ].join('');
  return edge.label ? { ...edge, path, labelX: (left + right) / 2, labelY: y } : { ...edge, path };
}

import type { PlacedEdge, PlacedNode, StageLayout } from './stages.ts';

/** Between two rows there runs a gutter, in which the ways from one row to another find their place. */
const gutter = 36;
const lane = 7;
const corner = 6;
const margin = 18;
/** Above the first row and below the last. */
const edge = 4;

/**
 * Breaks a long row of stages into several that fit a width, where the fewest ways are cut. What stays within
 * a row keeps its drawing; a way to another row leaves on the right, goes along the gutter, and comes in on
 * the left, as the eye does when it reads.
 */
export function wrapRows(layout: StageLayout, width: number): StageLayout {
  if (layout.width <= width) return layout;
  const { node: size } = layout;
  const ranks = [...new Set(layout.nodes.map(({ x }) => x))].sort((a, b) => a - b);
  const rankOf = new Map(layout.nodes.map(({ id, x }) => [id, ranks.indexOf(x)]));
  const rowStarts = breakRanks(layout, ranks, rankOf, width - 2 * margin);
  const rowOf = (id: string) => rowStarts.findLastIndex((start) => start <= (rankOf.get(id) ?? 0));

  const rows = rowStarts.map((_, row) => layout.nodes.filter(({ id }) => rowOf(id) === row));
  const extents = rows.map((nodes) => ({
    left: Math.min(...nodes.map(({ x }) => x)) - margin,
    top: Math.min(...nodes.map(({ y }) => y)),
    bottom: Math.max(...nodes.map(({ y }) => y)) + size.height,
  }));
  const tops = extents.map((_, row) =>
    extents.slice(0, row).reduce((sum, { top, bottom }) => sum + bottom - top + gutter, edge),
  );
  const bottoms = extents.map(({ top, bottom }, row) => tops[row]! + bottom - top);

  const moved = rows.flatMap((nodes, row) =>
    nodes.map(({ id, x, y }) => ({ id, x: x - extents[row]!.left, y: y - extents[row]!.top + tops[row]! })),
  );
  const placeOf = new Map(moved.map((place) => [place.id, place]));
  const lanes = rows.map(() => 0);
  return {
    width: Math.ceil(Math.max(...moved.map(({ x }) => x)) + size.width + margin),
    height: Math.ceil(bottoms.at(-1)! + edge),
    node: size,
    nodes: layout.nodes.map(({ id }) => placeOf.get(id)!),
    edges: layout.edges.map((way) => {
      const [row, target] = [rowOf(way.from), rowOf(way.to)];
      if (row === target) return shifted(way, -extents[row]!.left, tops[row]! - extents[row]!.top);
      const under = Math.min(row, target);
      const y = bottoms[under]! + gutter / 2 + laneOffset(lanes[under]!++);
      return around(way, placeOf.get(way.from)!, placeOf.get(way.to)!, size, y);
    }),
  };
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

function shifted(way: PlacedEdge, dx: number, dy: number): PlacedEdge {
  let isX = false;
  const path = way.path.replace(/-?\d+(\.\d+)?/g, (number) => {
    isX = !isX;
    return String(Math.round((Number(number) + (isX ? dx : dy)) * 10) / 10);
  });
  const { labelX, labelY } = way;
  const label =
    labelX === undefined || labelY === undefined ? {} : { labelX: labelX + dx, labelY: labelY + dy };
  return { ...way, path, ...label };
}

function around(
  way: PlacedEdge,
  from: PlacedNode,
  to: PlacedNode,
  size: StageLayout['node'],
  y: number,
): PlacedEdge {
  const out = { x: from.x + size.width, y: from.y + size.height / 2 };
  const into = { x: to.x, y: to.y + size.height / 2 };
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
  return way.label ? { ...way, path, labelX: (left + right) / 2, labelY: y } : { ...way, path };
}

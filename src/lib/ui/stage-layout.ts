import dagre from '@dagrejs/dagre';
import { curveMonotoneX, curveMonotoneY, line } from 'd3-shape';
import { wrapRows } from './stage-rows.ts';
import type { PlacedEdge, StageEdge, StageLayout, StageLayouts, StageNode } from './stages.ts';

/** Sizes in units of 1/16 rem, so that a drawing grows with the text of a projector. */
const nodeSize = { horizontal: { width: 140, height: 66 }, vertical: { width: 124, height: 66 } };

type Direction = 'horizontal' | 'vertical';

/** Where a row ends, in the same units: the content of a page, and of a projector or a tablet. */
const rowEnds = { wide: 1030, middle: 700 };

/**
 * Places stages and the ways between them: in rows for wide places (a long map goes on in a second row, as text
 * does), in a column for a phone. Slow enough (some ms) to be done where the page is loaded: the component gets the
 * result, and the browser never loads the layout engine.
 */
export function stageLayouts(nodes: readonly StageNode[], edges: readonly StageEdge[]): StageLayouts {
  const row = layoutStages(nodes, edges, 'horizontal');
  return {
    wide: wrapRows(row, rowEnds.wide),
    middle: wrapRows(row, rowEnds.middle),
    narrow: layoutStages(nodes, edges, 'vertical'),
  };
}

/** One row, or one column, as long as it takes. */
export function layoutStages(
  nodes: readonly StageNode[],
  edges: readonly StageEdge[],
  direction: Direction,
): StageLayout {
  const size = nodeSize[direction];
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({
    rankdir: direction === 'horizontal' ? 'LR' : 'TB',
    nodesep: direction === 'horizontal' ? 14 : 12,
    ranksep: 26,
    edgesep: 10,
    marginx: 4,
    marginy: 4,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...size });

  const known = new Set(nodes.map(({ id }) => id));
  // A stage that leads to itself has nothing to draw; an edge to a stage that is not shown has nowhere to go.
  const drawn = edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  drawn.forEach((edge, index) => {
    const label = edge.label ? { width: widthOf(edge.label) + 8, height: 18, labelpos: 'c' as const } : {};
    graph.setEdge(edge.from, edge.to, { ...label, weight: edge.main ? 8 : 1 }, String(index));
  });
  dagre.layout(graph);

  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    node: size,
    nodes: nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id);
      return { id, x: Math.round(x - size.width / 2), y: Math.round(y - size.height / 2) };
    }),
    edges: drawn.map((edge, index) => {
      const placed = graph.edge(edge.from, edge.to, String(index));
      return placedEdge(edge, placed.points ?? [], placed, direction);
    }),
  };
}

interface Point {
  x: number;
  y: number;
}

function placedEdge(edge: StageEdge, points: Point[], at: Partial<Point>, direction: Direction): PlacedEdge {
  const path = line<Point>(
    (point) => point.x,
    (point) => point.y,
  )
    .curve(direction === 'horizontal' ? curveMonotoneX : curveMonotoneY)
    .digits(1);
  const { from, to, label } = edge;
  const labelAt =
    label && at.x !== undefined && at.y !== undefined
      ? { label, labelX: Math.round(at.x), labelY: Math.round(at.y) }
      : {};
  return { from, to, path: path(points) ?? '', ...labelAt };
}

/** About how wide a label of 12 px is: a Chinese character a full em, the rest a little over half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 12 : 6.6), 0);
}

/** What StageGraph draws. Knows nothing of trade: whoever owns the machine turns its states into these. */

/** `waiting` is where one stands while somebody else has to act. */
export const stageStates = ['done', 'active', 'waiting', 'next', 'blocked', 'idle'] as const;
export type StageState = (typeof stageStates)[number];

export interface StageNode {
  id: string;
  label: string;
  state: StageState;
  /** Who must act here. */
  office?: string;
  /** Official number of the state: 120, 399, 800. */
  code?: string;
  /** What it needs, shown when the stage is pointed at. */
  detail?: string;
}

export interface StageEdge {
  from: string;
  to: string;
  label?: string;
  /** On the way that most voyages take: kept straight. */
  main?: boolean;
}

/** Upper left corner of a stage. */
export interface PlacedNode {
  id: string;
  x: number;
  y: number;
}

export interface PlacedEdge {
  from: string;
  to: string;
  /** `d` of an SVG path. */
  path: string;
  label?: string;
  labelX?: number;
  labelY?: number;
}

/** All in units of 1/16 rem, so that a drawing grows with the text of a projector. */
export interface StageLayout {
  width: number;
  height: number;
  /** Every stage is of one size. */
  node: { width: number; height: number };
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/** The same map for a wide place, for half of one, and, downwards, for a phone. */
export interface StageLayouts {
  wide: StageLayout;
  middle: StageLayout;
  narrow: StageLayout;
}

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

export interface PlacedEdge {
  from: string;
  to: string;
  path: string;
  label?: string;
  labelX?: number;
  labelY?: number;
}

/** Positions in units of 1/16 rem. */
export interface StageLayout {
  width: number;
  height: number;
  nodes: { id: string; x: number; y: number; width: number; height: number }[];
  edges: PlacedEdge[];
}

/** The same map for a wide place, for half of one, and, downwards, for a phone. */
export interface StageLayouts {
  wide: StageLayout;
  middle: StageLayout;
  narrow: StageLayout;
}

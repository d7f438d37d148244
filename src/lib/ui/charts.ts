/** What the charts share. Series differ by colour and by dash; the table beside a chart says the same in figures. */

export interface ChartPoint {
  x: number;
  y: number;
}

export interface Series {
  id: string;
  label: string;
  points: readonly ChartPoint[];
}

/** The colour of the nth series; eight, then again from the first. */
export function seriesColour(index: number): string {
  return `var(--series-${(index % 8) + 1})`;
}

const dashes = ['none', '7 4', '2 4', '10 3 2 3'] as const;

/** The dash of the nth series, in pixels of the screen. */
export function seriesDash(index: number): string {
  return dashes[index % dashes.length] ?? 'none';
}

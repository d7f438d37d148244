/** Drawn figures that a lesson may show by `::figure{name="…"}`. Each has its component in Figure.svelte. */
export const FIGURES = ['three-flows', 'two-routes', 'parcel-journey'] as const;
export type FigureName = (typeof FIGURES)[number];

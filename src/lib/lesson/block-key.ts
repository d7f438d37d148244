/** Under which name a block finds its data: its own properties, whatever their order. The place on the page is not one. */
export function blockKey(properties: Readonly<Record<string, unknown>>): string {
  const { id: _, ...rest } = properties;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How pages look for one visitor: kept in plain cookies, because the first byte must already know them. */

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** `cosy` for learners, `compact` for tables that fill a screen, `projector` for a class that looks at a wall. */
export const densities = ['cosy', 'compact', 'projector'] as const;
export type Density = (typeof densities)[number];

export interface Appearance {
  theme: Theme;
  density: Density;
}

export const themeCookie = 'dryport_theme';
export const densityCookie = 'dryport_density';

interface CookieReader {
  get(name: string): string | undefined;
}

/**
 * Reads theme and density from the cookies; `?stage` in the address asks for the projector
 * (a teacher's link, a QR code), `?stage=off` for none. Unknown values fall back to `auto` and `cosy`.
 */
export function readAppearance(cookies: CookieReader, url: URL): Appearance {
  const density = oneOf(densities, cookies.get(densityCookie)) ?? 'cosy';
  const stage = url.searchParams.get('stage');
  return {
    theme: oneOf(themes, cookies.get(themeCookie)) ?? 'auto',
    density: stage === null ? density : stage === 'off' ? 'cosy' : 'projector',
  };
}

/** The member of the list that a value from outside names, if it names one. */
export function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.find((item) => item === value);
}

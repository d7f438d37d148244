import { page } from '$app/state';
import type { Density, Theme } from '../appearance.ts';

/** What was switched since the page came from the server; it knows the rest. */
const switched = $state<{ theme?: Theme; density?: Density }>({});

export function currentTheme(): Theme {
  return switched.theme ?? page.data['theme'] ?? 'auto';
}

export function currentDensity(): Density {
  return switched.density ?? page.data['density'] ?? 'cosy';
}

/** Changes the look at once, and keeps it for the next page. Without JavaScript the form does the same. */
export function switchTheme(theme: Theme): void {
  switched.theme = theme;
  document.documentElement.dataset['theme'] = theme;
  keep('theme', theme);
}

export function switchDensity(density: Density): void {
  switched.density = density;
  document.documentElement.dataset['density'] = density;
  keep('density', density);
}

export function toggleProjector(): void {
  switchDensity(currentDensity() === 'projector' ? 'cosy' : 'projector');
}

/** Not kept is not lost: the page already looks as it was asked to. */
function keep(name: string, value: string): void {
  const body = new URLSearchParams({ [name]: value });
  fetch('/appearance', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
}

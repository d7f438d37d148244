import type { Tone } from './tones.ts';

export interface Toast {
  id: number;
  text: string;
  tone: Tone;
}

const shown = $state<Toast[]>([]);
let lastId = 0;

/** How long a toast stays, ms. What must be acted on does not belong into a toast. */
const stay = 6000;

/** Says briefly that something was done. Never the only place where it can be seen. Browser only. */
export function toast(text: string, tone: Tone = 'cleared'): void {
  const id = ++lastId;
  shown.push({ id, text, tone });
  setTimeout(() => dismissToast(id), stay);
}

export function dismissToast(id: number): void {
  const index = shown.findIndex((item) => item.id === id);
  if (index >= 0) shown.splice(index, 1);
}

/** The toasts to draw now; read by Toasts.svelte. */
export function currentToasts(): readonly Toast[] {
  return shown;
}

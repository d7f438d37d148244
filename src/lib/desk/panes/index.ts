import type { Component } from 'svelte';

interface PaneProps {
  content: never;
  frame: unknown;
  todo: unknown;
}

const modules = import.meta.glob<{ default: Component<PaneProps> }>('./*Pane.svelte', { eager: true });

/** The component of a pane by the kind of its content: `money` → MoneyPane.svelte. @throws RangeError for another kind */
export function paneComponent(kind: string): Component<{ content: unknown; frame: unknown; todo: unknown }> {
  const found = modules[`./${kind.charAt(0).toUpperCase()}${kind.slice(1)}Pane.svelte`];
  if (!found) throw new RangeError(`no pane for ${kind}`);
  return found.default as never;
}

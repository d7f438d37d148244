import type { IconComponent } from '../tones.ts';

/** Something one can do from the keyboard: listed in the palette, and on the sheet of shortcuts if it has keys. */
export interface Command {
  id: string;
  label: string;
  group?: string;
  /** Further words to find it by: codes, the other language, pinyin. */
  keywords?: string;
  /** One key, or a chord as `['Ctrl', 'Enter']`. Single keys can be switched off by the reader (WCAG 2.1.4). */
  keys?: readonly string[];
  icon?: IconComponent;
  href?: string;
  run?: () => void;
}

// Not state: it is asked for when a key is pressed or the palette opens, and effects that fill it must not read it.
const sources: { id: number; commands: () => readonly Command[] }[] = [];
let lastId = 0;

/**
 * Adds the commands of a page while it is shown. Call while a component is being made; the list is asked for
 * anew each time, so it may depend on state.
 */
export function offerCommands(commands: () => readonly Command[]): void {
  $effect(() => {
    const id = ++lastId;
    sources.push({ id, commands });
    return () => {
      const index = sources.findIndex((source) => source.id === id);
      if (index >= 0) sources.splice(index, 1);
    };
  });
}

/** All commands of what is on screen, those of the page before those of the frame. */
export function currentCommands(): Command[] {
  return sources.toReversed().flatMap((source) => source.commands());
}

const storageKey = 'dryport-single-keys';

/** Whether single keys act: yes, until the reader says no. */
export function singleKeysAct(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

export function letSingleKeysAct(act: boolean): void {
  localStorage.setItem(storageKey, act ? 'on' : 'off');
}

/** The command that a key press means, unless somebody is writing. Ctrl stands for Command on a Mac too. */
export function commandOf(event: KeyboardEvent, commands: readonly Command[]): Command | undefined {
  const chord = event.ctrlKey || event.metaKey;
  if (event.altKey || (!chord && (!singleKeysAct() || isWriting(event.target)))) return undefined;
  return commands.find(({ keys = [] }) => {
    const key = keys.at(-1);
    const wantsChord = keys.includes('Ctrl');
    // Keys one after the other (g, then p) are the page's own business.
    if (keys.length > 1 && !wantsChord) return false;
    return key !== undefined && wantsChord === chord && key.toLowerCase() === event.key.toLowerCase();
  });
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null
  );
}

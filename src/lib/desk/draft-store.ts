/** What was typed into a paper, kept in this browser until it is sent. A full or forbidden store loses nothing else. */
export interface DraftStore {
  read(): string | null;
  write(xml: string): void;
  clear(): void;
}

export function draftStore(run: string, message: string, refs: readonly string[]): DraftStore {
  const key = `dryport-draft/${run}/${message}/${refs.join('+')}`;
  const attempt = <T>(act: () => T, otherwise: T): T => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };
  return {
    read: () => attempt(() => localStorage.getItem(key), null),
    write: (xml) => attempt(() => localStorage.setItem(key, xml), undefined),
    clear: () => attempt(() => localStorage.removeItem(key), undefined),
  };
}

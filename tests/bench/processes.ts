/** What processes use, as the kernel of Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/** /proc counts in hundredths of a second on every Linux that we know. */
const TICK_MS = 10;

interface Stat {
  parent: number;
  /** user and system, its own and that of children that have ended, ms */
  cpu: number;
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold blanks and brackets; what counts begins after the last one.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1]!, cpu: (fields[11]! + fields[12]! + fields[13]! + fields[14]!) * TICK_MS };
  } catch {
    return null;
  }
}

/** A process and everything below it. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (stat) parents.set(Number(name), stat.parent);
  }
  const below = (root: number): number[] => [
    root,
    ...[...parents].flatMap(([child, parent]) => (parent === root ? below(child) : [])),
  ];
  return below(pid);
}

/** CPU time of these processes so far, ms. */
export const cpuOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + (statOf(pid)?.cpu ?? 0), 0);

/** Memory of these processes, MB: each page that several share counted once. */
export function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.reduce((sum, pid) => {
    try {
      return sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return sum;
    }
  }, 0);
  return kilobytes / 1024;
}

/** The app and its database: the database is a child of the host. */
export function split(host: number, postgres: number): { app: number[]; database: number[] } {
  const database = familyOf(postgres);
  return { app: familyOf(host).filter((pid) => !database.includes(pid)), database };
}

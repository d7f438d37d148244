import { EngineFault, type Happening, type Json, type Letter, type MachineId, type World } from './types.ts';

/**
 * The world under construction during one step: copies a part when it is first written, so that the world before
 * stays as it was. Nothing outside the kernel sees a draft.
 */
export class Draft {
  readonly world: World;
  readonly happened: Happening[] = [];
  readonly mailbox: { to: MachineId; letter: Letter }[] = [];
  #owned = new Set<string>();

  constructor(world: World) {
    this.world = { ...world };
  }

  own<K extends 'machines' | 'timers' | 'dice' | 'counters' | 'postings' | 'papers'>(part: K): World[K] {
    if (!this.#owned.has(part)) {
      this.#owned.add(part);
      const value = this.world[part];
      (this.world[part] as unknown) = Array.isArray(value) ? [...value] : { ...value };
    }
    return this.world[part];
  }

  ownRecords(collection: string): Record<string, Json> {
    if (!this.#owned.has('records')) {
      this.#owned.add('records');
      this.world.records = { ...this.world.records };
    }
    const key = `records/${collection}`;
    if (!this.#owned.has(key)) {
      this.#owned.add(key);
      this.world.records[collection] = { ...this.world.records[collection] };
    }
    return this.world.records[collection]!;
  }

  /** Arms a timer in due order; equal instants keep the order in which they were armed. */
  arm(due: number, to: MachineId, letter: Letter, sendId?: string): void {
    if (!Number.isSafeInteger(due)) throw new EngineFault(`Timer for ${to} has no whole due time: ${due}`);
    const timers = this.own('timers');
    const armed = this.count('timer');
    let at = timers.length;
    while (at > 0 && timers[at - 1]!.due > due) at--;
    timers.splice(at, 0, { due, armed, to, letter, ...(sendId === undefined ? {} : { sendId }) });
  }

  disarm(to: MachineId, sendId: string): void {
    if (!this.world.timers.some((timer) => timer.to === to && timer.sendId === sendId)) return;
    this.#owned.add('timers');
    this.world.timers = this.world.timers.filter((timer) => timer.to !== to || timer.sendId !== sendId);
  }

  count(counter: string): number {
    const counters = this.own('counters');
    return (counters[counter] = (counters[counter] ?? 0) + 1);
  }
}

import type { Entry, Finding, Input, Json, World } from '../../simulator/kernel/index.ts';
import { writeMessage, type CebMessage } from '../../simulator/messages/index.ts';
import { MODES, type OwnMessage } from '../../simulator/modes/index.ts';
import { referencePlayer } from '../../simulator/rehearsal/players.ts';
import type { Habit } from '../../simulator/scenario.ts';
import { readScenario } from '../../simulator/terminal/files.ts';
import type { Setup } from '../../simulator/trade/setup.ts';
import { beginningOf, engineFor } from '../../simulator/world.ts';

/** A 9610 run under test: plays by itself up to a point, then does what the test wants. */
export class Voyage {
  readonly setup: Setup;
  readonly engine;
  world: World;
  readonly entries: Entry[] = [];
  readonly #player;

  constructor(
    scenario = '9610-first-parcel',
    changes: Partial<Setup> = {},
    habits: Habit[] = [],
    seed = '1',
  ) {
    this.setup = { ...readScenario(scenario).setup, ...changes };
    this.engine = engineFor(this.setup);
    this.world = this.engine.begin(beginningOf(this.setup, seed));
    this.#player = referencePlayer({ engine: this.engine, setup: this.setup, habits });
  }

  step(input: Input): Entry {
    const { world, entry } = this.engine.step(this.world, input);
    this.world = world;
    this.entries.push(entry);
    return entry;
  }

  /** The reference player plays until something holds. @throws Error when it never does */
  until(holds: (voyage: this) => boolean, most = 2_000): this {
    for (let count = 0; count < most; count++) {
      if (holds(this)) return this;
      const input = this.#player(this.world);
      if (!input) break;
      this.step(input);
    }
    throw new Error('it never came to that');
  }

  /** Only time passes until something holds. */
  wait(holds: (voyage: this) => boolean, most = 2_000): this {
    for (let count = 0; count < most && !holds(this); count++)
      this.step({ kind: 'advance', until: 'nextEvent' });
    if (!holds(this)) throw new Error('it never came to that');
    return this;
  }

  /** Lane states of the first (or another) parcel. */
  lane(lane: string, index = 0): string {
    const id = Object.keys(this.world.machines).filter((name) => name.startsWith('parcel:'))[index];
    return id ? ((this.world.machines[id]!.value as Record<string, string>)[lane] ?? '') : '';
  }

  get orderNo(): string {
    return Object.keys(this.world.records.parcels ?? {})[0]!;
  }

  draft(message: OwnMessage, refs: string[]): CebMessage {
    return MODES[this.setup.mode].draft(this.world, this.setup, message, refs);
  }

  send(message: CebMessage | string): Entry {
    const xml = typeof message === 'string' ? message : writeMessage(message);
    return this.step({
      kind: 'move',
      seat: 'exporter',
      to: 'window',
      type: 'transmit',
      payload: { xml, via: 'form' },
    });
  }

  move(to: string, type: string, payload: { [key: string]: Json } = {}): Entry {
    return this.step({ kind: 'move', seat: 'exporter', to, type, payload });
  }

  /** Receipts that came to the firm, of one type, oldest first. */
  receipts(
    type: string,
  ): { status: string; info: string; head: Record<string, string>; findings: Finding[] }[] {
    return this.world.papers
      .filter((paper) => paper.kind === `CEB${type}` && paper.to === 'exporter')
      .map(({ body }) => {
        const {
          status = '',
          info = '',
          message,
          findings = [],
        } = body as unknown as { status?: string; info?: string; message: CebMessage; findings?: Finding[] };
        return { status, info, head: message.records[0]!.head, findings };
      });
  }

  statuses = (type: string): string[] => this.receipts(type).map((receipt) => receipt.status);
}

/** A message with some fields of its first record (and first line) changed. */
export const mended = (
  message: CebMessage,
  head: Record<string, string>,
  line: Record<string, string> = {},
): CebMessage => ({
  ...message,
  records: message.records.map((record, index) =>
    index === 0
      ? {
          head: { ...record.head, ...head },
          list: record.list.map((item, place) => (place === 0 ? { ...item, ...line } : item)),
        }
      : record,
  ),
});

/** Moves of a class: 32 runs at once, each playing the same journal, by `act` itself and by the forms of the desk. */
import { randomUUID } from 'node:crypto';
import { createServer, type ViteDevServer } from 'vite';
import type * as Database from '../../src/lib/server/db/index.ts';
import type * as Play from '../../src/lib/server/runs/play.ts';
import type { Input } from '../../simulator/kernel/index.ts';
import { formOf } from '../../simulator/views/form.ts';
import { readScenario } from '../../simulator/terminal/files.ts';
import { playScenario } from '../../simulator/terminal/plays.ts';
import { engineFor } from '../../simulator/world.ts';
import type { Setup } from '../../simulator/trade/setup.ts';
import { atOnce, type Times } from './at-once.ts';
import { cpuOf } from './processes.ts';
import type { Visitor } from './visitor.ts';

export const AT_ONCE = 32;
const SCENARIO = '9610-summary-month';

interface Reference {
  setup: Setup;
  seed: string;
  inputs: Input[];
}

export interface MoveFigures extends Times {
  /** CPU of everybody who took part, ms per move */
  cpu: number;
}

/** The journal that is played: moves, messages and the passing of time as a good trainee mixes them. */
export function reference(): Reference {
  const scenario = readScenario(SCENARIO);
  const { seed, habits } = scenario.plays.reference;
  const { entries } = playScenario(scenario, seed, 'reference', habits);
  return { setup: scenario.setup, seed, inputs: entries.map((entry) => entry.input) };
}

type Server = typeof Play;

/** The server's own rooms, in this process, on the database of DATABASE_URL. */
export async function openServer(): Promise<{ play: Server; close: () => Promise<void> }> {
  const vite: ViteDevServer = await createServer({
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
  });
  const play = (await vite.ssrLoadModule('/src/lib/server/runs/play.ts')) as Server;
  const { closeDatabase } = (await vite.ssrLoadModule('/src/lib/server/db/index.ts')) as typeof Database;
  return {
    play,
    close: async () => {
      await closeDatabase();
      await vite.close();
    },
  };
}

/** New runs of the same beginning. */
export const beginRuns = async (server: Server, play: Reference, count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, () =>
      server.beginRun({
        userId: 'demo-student1',
        scenario: play.setup.id,
        setup: play.setup,
        seed: play.seed,
      }),
    ),
  );

/** By the one function through which every move goes: judged, stepped, appended. */
export async function benchAct(
  server: Server,
  play: Reference,
  pids: readonly number[],
  perRun: number,
): Promise<MoveFigures> {
  const ids = await beginRuns(server, play, AT_ONCE);
  const inputs = play.inputs.slice(0, perRun);
  const before = cpuOf(pids);
  const times = await atOnce(
    ids.map((id) => {
      let at = 0;
      return async () => {
        const input = inputs[at++];
        if (!input) return false;
        const { entry } = await server.act(id, input, randomUUID());
        if (entry.outcome === 'refused') throw new Error(`refused: ${JSON.stringify(entry)}`);
        return true;
      };
    }),
  );
  return { ...times, cpu: (cpuOf(pids) - before) / times.count };
}

/** By the desk's forms over HTTP, as a browser without JavaScript posts them. */
export async function benchForms(
  server: Server,
  play: Reference,
  who: Visitor,
  pids: readonly number[],
  perRun: number,
): Promise<MoveFigures> {
  const ids = await beginRuns(server, play, AT_ONCE);
  const posts = play.inputs.slice(0, perRun).map(formFor(play.setup));
  const before = cpuOf(pids);
  const times = await atOnce(
    ids.map((id) => {
      let at = 0;
      return async () => {
        const post = posts[at++];
        if (!post) return false;
        const { status } = await who.post(`/simulate/${id}?/${post.action}`, {
          ...post.form,
          key: randomUUID(),
        });
        if (status !== 303) throw new Error(`${post.action} ${JSON.stringify(post.form)}: ${status}`);
        return true;
      };
    }),
  );
  return { ...times, cpu: (cpuOf(pids) - before) / times.count };
}

interface Post {
  action: string;
  form: Record<string, string | string[]>;
}

/** The form of the desk that asks for an input. */
function formFor(setup: Setup): (input: Input) => Post {
  const engine = engineFor(setup);
  const fieldsOf = (type: string): string[] => {
    const spec = [...engine.definitions.values()].flatMap(({ moves }) =>
      Object.hasOwn(moves, type) ? [moves[type]!] : [],
    )[0];
    return spec
      ? formOf(spec)
          .filter(({ kind }) => kind === 'flag')
          .map(({ name }) => name)
      : [];
  };
  return (input): Post => {
    if (input.kind === 'advance') {
      return typeof input.until === 'number'
        ? {
            action: 'pass',
            form: { until: 'date', date: new Date(input.until + 8 * 3_600_000).toISOString().slice(0, 10) },
          }
        : { action: 'pass', form: { until: input.until } };
    }
    const { to, type, payload } = input;
    if (type === 'transmit') {
      const xml = String(payload['xml']);
      return { action: 'transmit', form: { message: /CEB(\d{3})Message/.exec(xml)?.[1] ?? '', xml } };
    }
    const flags = fieldsOf(type);
    const values = Object.entries(payload).flatMap(([name, value]): [string, string | string[]][] => {
      if (flags.includes(name)) return value === true ? [[`f.${name}`, 'on']] : [];
      return [[`f.${name}`, Array.isArray(value) ? value.map(String) : String(value)]];
    });
    return { action: 'move', form: { to, move: type, ...Object.fromEntries(values) } };
  };
}

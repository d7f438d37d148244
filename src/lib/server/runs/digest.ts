import type { Entry, Happening, Json, World } from '$simulator/kernel/index.ts';
import { m } from '$lib/paraglide/messages.js';
import type { Digest, DigestLine } from '$lib/desk/view.ts';
import type { Tone } from '$lib/ui/tones.ts';
import { toneOfPaper, titleOfPaper, typeOfPaper } from './letters.ts';
import type { Speaker } from './words.ts';

/** Notes that are bad news; the rest is news. */
const BAD = /reject|refus|lost|late|fail|held|turned|dispute|chargeback|forfeit|penal|fine/i;

/** Machines whose states the trainee follows: own goods, batches, the firm, risk events. */
const FOLLOWED = /^(parcel|batch|claim|risk|inspection|case|purchase|dispute):|^firm$/;

/** What came of an entry, without dice and without what other parties did among themselves. */
export function digestOf(entry: Entry, world: World, speaker: Speaker): Digest {
  const { input } = entry;
  const move = input.kind === 'move' ? input : null;
  const definition = move ? (world.machines[move.to]?.definition ?? '') : '';
  const lines = entry.happened.flatMap((item) => lineOf(item, world, speaker) ?? []);
  return {
    seq: entry.seq,
    from: entry.at,
    to: entry.happened.at(-1)?.at ?? entry.at,
    title: move ? speaker.move(definition, move.type).title : '',
    refused: entry.outcome === 'refused',
    findings: entry.findings.map(speaker.finding),
    key: move ? `${move.to} ${move.type}` : '',
    payload: entry.outcome === 'refused' && move ? textsOf(move.payload) : {},
    lines,
  };
}

/** A payload as the inputs of a form hold it. */
export function textsOf(payload: { [key: string]: Json }): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((item) => item !== null).map(String),
    ]),
  );
}

export function lineOf(item: Happening, world: World, speaker: Speaker): DigestLine | null {
  switch (item.kind) {
    case 'note': {
      const { title, text } = speaker.say('notes', [item.code], item.params);
      return {
        at: item.at,
        title,
        text,
        code: '',
        tone: BAD.test(item.code) ? 'held' : 'neutral',
        kind: 'note',
        href: '',
      };
    }
    case 'paper': {
      const paper = world.papers.find(({ id }) => id === item.paper);
      if (!paper || (paper.to !== 'exporter' && paper.from !== 'exporter')) return null;
      const href = `?pane=papers&paper=${encodeURIComponent(paper.id)}`;
      if (paper.from === 'exporter') {
        return {
          at: item.at,
          title: m.desk_sent({ title: titleOfPaper(paper.kind, speaker) }),
          text: paper.subject,
          code: '',
          tone: 'neutral',
          kind: 'paper',
          href,
        };
      }
      const { status = '', info = '' } = (paper.body ?? {}) as { status?: string; info?: string };
      const type = typeOfPaper(paper.kind);
      const word = status ? speaker.status(type, status) : '';
      return {
        at: item.at,
        title: [titleOfPaper(paper.kind, speaker), word].filter(Boolean).join(' · '),
        text: [paper.subject, word ? '' : info].filter(Boolean).join(' '),
        code: status,
        tone: toneOfPaper(paper.kind, status),
        kind: 'paper',
        href,
      };
    }
    case 'entered': {
      if (!FOLLOWED.test(item.machine)) return null;
      const definition = world.machines[item.machine]?.definition ?? '';
      // The outer state of a region says nothing that the inner one doesn't.
      if (isOuter(item.state, world.machines[item.machine]?.visited ?? {})) return null;
      const { title } = speaker.state(definition, item.state);
      return {
        at: item.at,
        title,
        text: subjectOf(item.machine),
        code: '',
        tone: toneOfState(item.state),
        kind: 'state',
        href: `?pane=overview&on=${encodeURIComponent(item.machine)}`,
      };
    }
    case 'ended':
      return {
        at: item.at,
        title: speaker.say('outcomes', [item.outcome]).title,
        text: '',
        code: '',
        tone: 'neutral',
        kind: 'end',
        href: '',
      };
    default:
      return null;
  }
}

const subjectOf = (machine: string): string => machine.slice(machine.indexOf(':') + 1);

const isOuter = (state: string, visited: Record<string, number>): boolean =>
  Object.keys(visited).some((other) => other.startsWith(`${state}.`));

const GOOD_STATES =
  /(passed|released|closed|summarised|stated|delivered|settled|refunded|exempt|credited|dataStored|departed|accepted|relieved|granted|filed)$/;
const BAD_STATES =
  /(refused|dataRefused|held|lost|forfeited|rejected|disputed|turnedAway|sentBack|manifestRefused|cancelled)$/;

/** How a state feels to the trainee, by its name. */
export function toneOfState(state: string): Tone {
  if (BAD_STATES.test(state)) return 'held';
  return GOOD_STATES.test(state) ? 'cleared' : 'neutral';
}

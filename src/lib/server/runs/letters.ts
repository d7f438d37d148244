import type { Finding, Paper, World } from '$simulator/kernel/index.ts';
import { grammarOf, isMessageType, isNegative } from '$simulator/messages/index.ts';
import type { Letter } from '$lib/desk/view.ts';
import type { Tone } from '$lib/ui/tones.ts';
import type { Speaker } from './words.ts';

/** `CEB604` → `604`; other papers have no type. */
export const typeOfPaper = (kind: string): string => (/^CEB\d{3}$/.test(kind) ? kind.slice(3) : '');

/** What a paper is called: its own words, or the message's official name. */
export function titleOfPaper(kind: string, speaker: Speaker): string {
  const type = typeOfPaper(kind);
  const own = speaker.say('papers', [kind]).title;
  if (own !== kind || !isMessageType(type)) return own;
  const { zh, en } = grammarOf(type);
  return speaker.locale === 'en' ? en : zh;
}

const GOOD = ['120', '399', '800', '899'];
const HELD = ['100', '4', '501', '502', '503', '599', '700'];
const WAIT = ['1', '2', '3', '300', '400', '500', '600'];

export function toneOfPaper(kind: string, status: string): Tone {
  if (kind === 'CEB900' || HELD.includes(status) || isNegative(status)) return 'held';
  if (GOOD.includes(status)) return 'cleared';
  if (WAIT.includes(status)) return status === '500' || status === '600' ? 'waiting' : 'active';
  return 'neutral';
}

export function letterOf(paper: Paper, speaker: Speaker): Letter {
  const {
    status = '',
    info = '',
    findings = [],
  } = (paper.body ?? {}) as { status?: string; info?: string; findings?: Finding[] };
  const type = typeOfPaper(paper.kind);
  return {
    id: paper.id,
    at: paper.at,
    kind: paper.kind,
    type,
    title: titleOfPaper(paper.kind, speaker),
    from: speaker.office(paper.from).title,
    to: speaker.office(paper.to).title,
    own: paper.from === 'exporter',
    subject: paper.subject.startsWith('paper:') ? '' : paper.subject,
    status,
    word: status ? speaker.status(type, status) : '',
    info,
    tone: toneOfPaper(paper.kind, status),
    // Findings of the judge (CEB900) have no citation of their own.
    findings: findings.map((finding) =>
      speaker.finding({
        ...finding,
        params: finding.params ?? {},
        cites: finding.cites ?? ['gacc-2018-113#format-error'],
      }),
    ),
  };
}

/** Papers that the exporter received or sent, the newest first. */
export function lettersOf(
  world: World,
  speaker: Speaker,
  { limit, received }: { limit: number; received: boolean },
): { letters: Letter[]; total: number } {
  const papers = world.papers.filter(
    (paper) => paper.to === 'exporter' || (!received && paper.from === 'exporter'),
  );
  return {
    letters: papers
      .slice(-limit)
      .reverse()
      .map((paper) => letterOf(paper, speaker)),
    total: papers.length,
  };
}

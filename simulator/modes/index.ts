import { definitions as retailExport, draftOf, OWN_MESSAGES, type OwnMessage } from './9610-export/index.ts';
import type { Definition, World } from '../kernel/index.ts';
import type { CebMessage } from '../messages/index.ts';
import type { Setup } from '../trade/setup.ts';

/** What a mode gives to the house: its machines, the papers that its firm writes. One line per mode. */
export interface Mode {
  code: string;
  definitions: readonly Definition[];
  /** Messages that the trainee's firm transmits, in the order in which a run needs them. */
  papers: readonly OwnMessage[];
  draft: (world: World, setup: Setup, message: OwnMessage, refs: readonly string[]) => CebMessage;
}

export const MODES = {
  '9610-export': { code: '9610', definitions: retailExport, papers: OWN_MESSAGES, draft: draftOf },
} as const satisfies Record<string, Mode>;

export { OWN_MESSAGES, type OwnMessage } from './9610-export/index.ts';
export type ModeId = keyof typeof MODES;
export const MODE_IDS = Object.keys(MODES) as ModeId[];

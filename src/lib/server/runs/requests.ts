import type { Input } from '$simulator/kernel/index.ts';
import { findField, isMessageType, writeMessage } from '$simulator/messages/index.ts';
import { findDay } from '$simulator/trade/time-format.ts';
import { DAY, instantOf } from '$simulator/trade/time.ts';
import { messageFromForm } from '$lib/desk/message-form.ts';
import { openRun, type RunRow } from './journal.ts';
import { untilNextDecision } from './next-decision.ts';
import { payloadFrom } from './payload.ts';
import { act, RunWentOn, type Answer } from './play.ts';

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export type Request = { done: Answer } | { wentOn: true } | { unreadable: true };

/** Carries out what a form of the desk asks for. The form says which entry its reader had seen, and has a key of its own. */
async function carryOut(row: RunRow, form: FormData, input: Input | null): Promise<Request> {
  const key = textIn(form, 'key');
  if (!input || !/^[\w:.-]{8,200}$/.test(key)) return { unreadable: true };
  const seen = Number.parseInt(textIn(form, 'seq'), 10);
  try {
    return { done: await act(row.id, input, key, Number.isSafeInteger(seen) ? seen : undefined) };
  } catch (reason) {
    if (reason instanceof RunWentOn) return { wentOn: true };
    throw reason;
  }
}

/** A move: packed, chosen, claimed … */
export async function requestMove(row: RunRow, form: FormData): Promise<Request> {
  const [to, type] = [textIn(form, 'to'), textIn(form, 'move')];
  const { engine, world } = await openRun(row);
  const payload = payloadFrom(engine, world, to, type, form);
  return carryOut(row, form, payload && { kind: 'move', seat: 'exporter', to, type, payload });
}

/** Time passes: `until` is nextEvent, nextDecision, day, or date with a `date` in the field of that name. */
export async function requestTime(row: RunRow, form: FormData): Promise<Request> {
  const until = textIn(form, 'until');
  if (until === 'nextEvent') return carryOut(row, form, { kind: 'advance', until });
  if (until === 'nextDecision') return carryOut(row, form, untilNextDecision(await openRun(row)));
  if (until === 'day') return carryOut(row, form, { kind: 'advance', until: row.simulated + DAY });
  const day = findDay(textIn(form, 'date'));
  return carryOut(row, form, day === null ? null : { kind: 'advance', until: instantOf(day, 9) });
}

/** A message goes to the single window: the editor's text if there is one, else what stands in the form. */
export async function requestTransmission(row: RunRow, form: FormData): Promise<Request> {
  const type = textIn(form, 'message');
  if (!isMessageType(type)) return { unreadable: true };
  const written = textIn(form, 'xml');
  const message = messageFromForm(type, form, (path) => findField(type, path)?.required ?? null);
  const xml = written.trim() === '' ? writeMessage(message) : written;
  const payload = { xml, via: written.trim() === '' ? 'form' : 'editor' };
  return carryOut(row, form, { kind: 'move', seat: 'exporter', to: 'window', type: 'transmit', payload });
}

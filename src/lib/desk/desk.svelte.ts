import { goto, invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';
import { getContext, setContext } from 'svelte';
import { m } from '$lib/paraglide/messages.js';
import type { DeskFrame } from './view.ts';

export type Trouble = 'refused' | 'wentOn' | 'unreadable' | 'offline' | 'server' | null;

/** How long the server may take before the reader is told that the line is the matter. */
const PATIENCE_MS = 15_000;
/** How often an open desk asks whether the run went on elsewhere. */
const POLL_MS = 15_000;

/**
 * One open desk in one tab. Forms are posted as they are (they work without it); this keeps what was typed, tells what
 * came of it, and asks again with the same key when the line broke: a move is done once.
 */
export class Desk {
  busy = $state<string | null>(null);
  trouble = $state<Trouble>(null);
  /** Said by the live region. */
  said = $state('');
  /** The run went on in another tab; what is on screen is old. */
  elsewhere = $state(false);
  readonly #frame: () => DeskFrame;

  constructor(frame: () => DeskFrame) {
    this.#frame = frame;
  }

  /**
   * For `use:enhance`.
   * @param what names the form while it is under way
   * @param kept called once the server has it: until then nothing that was typed may be forgotten
   */
  submit =
    (what: string, before?: (form: FormData) => void, kept?: () => void): SubmitFunction =>
    ({ formData, cancel, controller }) => {
      if (this.busy !== null) return cancel();
      before?.(formData);
      this.busy = what;
      const timer = setTimeout(() => controller.abort(), PATIENCE_MS);
      return async ({ result }) => {
        clearTimeout(timer);
        try {
          if (result.type === 'redirect') {
            this.trouble = null;
            // Another place than this run, as the sign-in page after a long night, has taken nothing.
            if (new URL(result.location, location.href).pathname === location.pathname) kept?.();
            await goto(result.location, { invalidateAll: true, noScroll: true, keepFocus: true });
            this.elsewhere = false;
            this.#tell();
          } else if (result.type === 'failure') {
            const { trouble } = (result.data ?? {}) as { trouble?: Trouble };
            await invalidateAll();
            this.trouble = trouble ?? 'server';
            this.#tell();
          } else if (result.type === 'error') {
            this.trouble = result.status === undefined || !navigator.onLine ? 'offline' : 'server';
            this.said = this.trouble === 'offline' ? m.desk_trouble_offline() : m.desk_trouble_server();
          }
        } finally {
          this.busy = null;
        }
      };
    };

  /** Reads out what happened in the step. */
  #tell(): void {
    const { digest, ended } = this.#frame();
    if (ended) this.said = ended.title;
    else if (digest?.refused)
      this.said = `${m.desk_refused({ move: digest.title })} ${digest.findings.map(({ title, text }) => `${title}：${text}`).join(' ')}`;
    else if (digest)
      this.said =
        [digest.title, ...digest.lines.slice(-4).map(({ title, text }) => `${title} ${text}`)]
          .filter(Boolean)
          .join('。') || m.desk_nothing_happened();
  }

  /** Looks whether the run went on elsewhere: on focus, and now and then. Returns the clean-up. */
  watch(): () => void {
    const look = async (): Promise<void> => {
      if (document.hidden || this.busy !== null) return;
      const { run, seq } = this.#frame();
      try {
        const response = await fetch(`/simulate/${run}/seq`);
        if (!response.ok) return;
        const { seq: latest } = (await response.json()) as { seq: number };
        if (this.trouble === 'offline') this.trouble = null;
        if (this.busy === null && seq === this.#frame().seq) this.elsewhere = latest > seq;
      } catch {
        // No line now; the next question may have one.
      }
    };
    const timer = setInterval(look, POLL_MS);
    window.addEventListener('focus', look);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      window.removeEventListener('online', look);
    };
  }

  async refresh(): Promise<void> {
    await invalidateAll();
    this.elsewhere = false;
    this.trouble = null;
  }
}

const key = Symbol('desk');
export const provideDesk = (desk: Desk): Desk => setContext(key, desk);
export const getDesk = (): Desk => getContext(key);

/** How far down the window the line lies that a reader is taken to look at. */
const READING_LINE = 0.3;
/** Waits this long after the last move before the place is sent. */
const SETTLE_MS = 1500;

/** Follows where somebody reads, and tells the server when the reading rests. */
export class Reader {
  /** The block at the reading line. */
  position = $state('');
  #reached = -1;
  #blocks: readonly string[];
  #send: ((place: { position: string; reached: string }) => void) | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sent = '';

  /** @param send null for somebody who has not signed in: the page still knows where it is */
  constructor(blocks: readonly string[], send: Reader['#send'] | null) {
    this.#blocks = blocks;
    this.#send = send;
  }

  /** The section that holds the position: `part2` for `part2-3`. */
  get section(): string {
    return this.position.split('-')[0] ?? '';
  }

  /** Watches the page until the returned function is called. */
  follow(): () => void {
    const look = () => this.#look();
    const hide = () => document.visibilityState === 'hidden' && this.#tell();
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    document.addEventListener('visibilitychange', hide);
    return () => {
      this.#tell();
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
      document.removeEventListener('visibilitychange', hide);
    };
  }

  #look(): void {
    const line = innerHeight * READING_LINE;
    let at = 0;
    let seen = this.#reached;
    for (const [index, id] of this.#blocks.entries()) {
      const box = document.getElementById(id)?.getBoundingClientRect();
      if (!box) continue;
      if (box.top <= line) at = index;
      if (box.top < innerHeight - 40) seen = Math.max(seen, index);
      else break;
    }
    this.position = this.#blocks[at] ?? '';
    this.#reached = seen;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), SETTLE_MS);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    const reached = this.#blocks[this.#reached];
    const key = `${this.position} ${reached}`;
    if (!this.#send || !this.position || !reached || key === this.#sent) return;
    this.#sent = key;
    this.#send({ position: this.position, reached });
  }
}

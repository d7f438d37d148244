/** How far down the window a heading must have come for its section to be the one that is read. */
const READING_LINE = 0.3;
/** Height of what lies over the top of the page, px: a block below it is the first that can be seen. */
const COVERED = 72;
/** Waits this long after the last move before the place is sent. */
const SETTLE_MS = 1500;

/** Tells the server where the reading rests: the block to go on with, and the last one seen. */
type Send = (place: { position: string; reached: string }) => void;

/** Follows where somebody reads, and tells the server when the reading rests. */
export class Reader {
  /** The first block that can be seen: going on there shows what was on the screen. */
  position = $state('');
  /** The section at the reading line: `part2`. */
  section = $state('');
  #reached = -1;
  #blocks: readonly string[];
  #send: Send | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sent = '';
  #moved = false;

  /** @param send null for somebody who has not signed in: the page still knows where it is */
  constructor(blocks: readonly string[], send: Send | null) {
    this.#blocks = blocks;
    this.#send = send;
  }

  /** Watches the page until the returned function is called. */
  follow(): () => void {
    const look = () => {
      this.#look();
      // Only somebody who moves is reading: to open a lesson at its top must not lose the place.
      this.#moved = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#tell(), SETTLE_MS);
    };
    const hide = () => document.visibilityState === 'hidden' && this.#tell();
    this.#look();
    addEventListener('scroll', look, { passive: true });
    document.addEventListener('visibilitychange', hide);
    return () => {
      this.#tell();
      removeEventListener('scroll', look);
      document.removeEventListener('visibilitychange', hide);
    };
  }

  #look(): void {
    const line = innerHeight * READING_LINE;
    let first = -1;
    let at = 0;
    let seen = this.#reached;
    for (const [index, id] of this.#blocks.entries()) {
      const box = document.getElementById(id)?.getBoundingClientRect();
      if (!box) continue;
      if (first < 0 && box.bottom > COVERED) first = index;
      if (box.top <= line) at = index;
      if (box.top < innerHeight - 40) seen = Math.max(seen, index);
      else break;
    }
    this.position = this.#blocks[Math.max(0, first)] ?? '';
    this.section = this.#blocks[at]?.split('-')[0] ?? '';
    this.#reached = seen;
  }

  #tell(): void {
    clearTimeout(this.#timer);
    const reached = this.#blocks[this.#reached];
    const key = `${this.position} ${reached}`;
    if (!this.#send || !this.#moved || !this.position || !reached || key === this.#sent) return;
    this.#sent = key;
    this.#send({ position: this.position, reached });
  }
}

/** Something begun, and the place in it to go on from. */
export interface Continuation {
  kind: 'lesson' | 'run';
  href: string;
  title: string;
  /** Of what it is a part, and where in it one stopped. */
  detail: string;
  /** How much of it is done, 0 to 100, where that can be said. */
  percent?: number;
}

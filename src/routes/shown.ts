/** What the first page shows of a course. */
export interface ShownCourse {
  id: string;
  title: string;
  summary: string;
  minutes: number;
  lessons: { slug: string; title: string; minutes: number }[];
}

/** Something begun, and the place in it to go on from. */
export interface Continuation {
  kind: 'lesson' | 'run';
  href: string;
  title: string;
  detail: string;
  /** How much of it is done, where that can be said. */
  progress?: { value: number; max: number };
}

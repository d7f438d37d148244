/**
 * How sure we are of a figure, in the notation of the dossier: "S31" seen in a source, "K" known but not
 * re-checked, "?" uncertain, "P" the platform's own model, "" a fact of the run itself (what the trainee paid).
 * "S31+K" rests on both, so it is worth as much as the weaker. The house rule: a number shown to a learner
 * carries the weakest tag among its inputs.
 */
export type Tag = string;

const STRENGTH = ['', 'S', 'K', '?', 'P'] as const;

/** The five grades of confidence, strongest first. Learners see a mark on the last two. */
export type Confidence = (typeof STRENGTH)[number];

/** @throws RangeError when the tag is not in the notation above */
export function confidenceOf(tag: Tag): Confidence {
  let weakestSoFar: Confidence = '';
  for (const part of tag.split('+')) {
    const grade = part.startsWith('S') ? 'S' : part;
    if (!isConfidence(grade) || (part.startsWith('S') && !/^S\d{0,2}$/.test(part)))
      throw new RangeError(`unknown tag: ${tag}`);
    if (STRENGTH.indexOf(grade) > STRENGTH.indexOf(weakestSoFar)) weakestSoFar = grade;
  }
  return weakestSoFar;
}

function isConfidence(text: string): text is Confidence {
  return (STRENGTH as readonly string[]).includes(text);
}

/** The weakest grade of all; "" when there is none to inherit from. */
export function weakest(tags: readonly Tag[]): Confidence {
  const grades = tags.map(confidenceOf);
  return grades.reduce<Confidence>((a, b) => (STRENGTH.indexOf(b) > STRENGTH.indexOf(a) ? b : a), '');
}

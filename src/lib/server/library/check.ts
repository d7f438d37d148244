import { LOCALES } from '../../i18n/text.ts';
import { isKnownCitation } from './citation.ts';
import type { ContentError, ContentErrorCode } from './errors.ts';
import type { LessonText } from './lesson.ts';
import type { Lesson, Library } from './library.ts';
import { BLOCKS } from './markdown/blocks.ts';
import type { Use } from './markdown/directives.ts';
import { checkWords } from './check-words.ts';

/** Things that content names and code holds. */
export interface KnownThings {
  figures: ReadonlySet<string>;
  machines: ReadonlySet<string>;
}

/** Whether everything that content names exists, and says the same in every language. All complaints, in order of file. */
export function checkLibrary(library: Library, known: KnownThings): ContentError[] {
  const errors = [
    ...library.errors,
    ...checkCourses(library),
    ...[...library.lessons.values()].flatMap((lesson) => checkLesson(library, lesson, known)),
    ...checkCites(library),
    ...checkWords(library),
  ];
  return errors.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function checkCourses(library: Library): ContentError[] {
  const errors: ContentError[] = [];
  const listed = new Set<string>();
  for (const { file, value: course, lineOf } of library.courses.values()) {
    for (const [at, slug] of course.lessons.entries()) {
      const key = `${course.id}/${slug}`;
      const line = lineOf(['lessons', at]);
      if (listed.has(key)) errors.push({ file, line, code: 'duplicateId', params: { id: slug } });
      else if (!library.lessons.has(key))
        errors.push({ file, line, code: 'unknownLesson', params: { lesson: slug } });
      listed.add(key);
    }
    for (const [at, id] of course.scenarios.entries()) {
      if (library.scenarios.has(id)) continue;
      errors.push({
        file,
        line: lineOf(['scenarios', at]),
        code: 'unknownScenario',
        params: { scenario: id },
      });
    }
  }
  for (const [key, lesson] of library.lessons) {
    const file = Object.values(lesson.texts)[0]?.file ?? `courses/${key}`;
    if (!listed.has(key)) errors.push({ file, line: 1, code: 'unlistedLesson', params: { lesson: key } });
  }
  return errors;
}

function checkLesson(library: Library, lesson: Lesson, known: KnownThings): ContentError[] {
  const errors: ContentError[] = [];
  for (const locale of LOCALES) {
    const text = lesson.texts[locale];
    if (text) errors.push(...checkText(library, text, known));
    else
      errors.push({
        file: `courses/${lesson.course}/${lesson.slug}`,
        line: 1,
        code: 'missingLocale',
        params: { locale },
      });
  }
  return [...errors, ...checkLocalesAgree(lesson)];
}

function checkText(
  library: Library,
  { file, front, rendered }: LessonText,
  known: KnownThings,
): ContentError[] {
  const { uses, complaints } = rendered();
  const errors: ContentError[] = complaints.map((complaint) => ({ file, ...complaint }));
  for (const use of uses) {
    const code = unresolved(library, use, known);
    if (code) errors.push({ file, line: use.line, code, params: { block: use.block, ...use.properties } });
  }
  for (const cite of front.cites) {
    if (!isKnownCitation(library, cite))
      errors.push({ file, line: 1, code: 'unknownCitation', params: { cite } });
  }
  return errors;
}

/** What a block names and nobody has, as a complaint; null when all is well. */
function unresolved(
  library: Library,
  { block, properties }: Use,
  known: KnownThings,
): ContentErrorCode | null {
  const ref = String(properties['ref'] ?? '');
  switch (block) {
    case 'cite':
      return isKnownCitation(library, ref) ? null : 'unknownCitation';
    case 'term':
      return library.glossary.has(ref) ? null : 'unknownTerm';
    case 'question':
      return library.questions.has(ref) ? null : 'unknownQuestion';
    case 'machine':
      return known.machines.has(ref) ? null : 'unknownMachine';
    case 'message':
      return unresolvedMessage(library, properties);
    case 'figure':
      return known.figures.has(String(properties['name'])) ? null : 'unknownFigure';
    default:
      return null;
  }
}

/** Every field that a lesson explains must stand in the sample; an absent one would be an empty row. */
function unresolvedMessage(library: Library, properties: Use['properties']): ContentErrorCode | null {
  const sample = library.samples.get(String(properties['sample']))?.value[String(properties['type'])];
  if (!sample) return 'unknownSample';
  const fields = String(properties['fields'] ?? '')
    .split(',')
    .map((field) => field.trim());
  const isThere = (field: string) => {
    const [part, name = ''] = field.split('.');
    return part === 'list' ? sample.list.some((line) => name in line) : name in sample.head;
  };
  return fields.every((field) => field === '' || isThere(field)) ? null : 'unknownField';
}

/** A reader who changes language stays in place: sections and blocks must be the same in both. */
function checkLocalesAgree({ texts }: Lesson): ContentError[] {
  const [first, ...others] = LOCALES.flatMap((locale) => texts[locale] ?? []);
  if (!first) return [];
  return others.flatMap((other): ContentError[] => {
    const [here, there] = [skeleton(first), skeleton(other)];
    const at = there.findIndex((part, index) => part.name !== here[index]?.name);
    const index = at < 0 && here.length !== there.length ? Math.min(here.length, there.length) : at;
    if (index < 0) return [];
    const params = { expected: here[index]?.name ?? '', found: there[index]?.name ?? '' };
    return [{ file: other.file, line: there[index]?.line ?? 1, code: 'localesDiffer', params }];
  });
}

function skeleton({ rendered }: LessonText): { name: string; line: number }[] {
  const { uses, headings } = rendered();
  const blocks = uses
    .filter(({ block }) => BLOCKS[block]?.shape !== 'text')
    .map(({ block, properties, line }) => ({
      name: `${block} ${String(properties['ref'] ?? properties['kind'] ?? properties['name'] ?? '')}`.trim(),
      line,
    }));
  const sections = headings.filter(({ level }) => level === 2).map(({ id }) => ({ name: id, line: 1 }));
  return [...blocks, ...sections];
}

function checkCites(library: Library): ContentError[] {
  const errors: ContentError[] = [];
  for (const { file, value, lineOf } of [...library.questions.values(), ...library.glossary.values()]) {
    for (const [at, cite] of value.cites.entries()) {
      if (isKnownCitation(library, cite)) continue;
      errors.push({ file, line: lineOf(['cites', at]), code: 'unknownCitation', params: { cite } });
    }
  }
  for (const { file, value, lineOf } of library.glossary.values()) {
    for (const [at, id] of value.see.entries()) {
      if (!library.glossary.has(id))
        errors.push({ file, line: lineOf(['see', at]), code: 'unknownTerm', params: { id } });
    }
  }
  for (const { file, value, lineOf } of library.regulations.values()) {
    const named = [...value.replaces, ...(value.replacedBy ? [value.replacedBy] : [])];
    for (const id of named.filter((other) => !library.regulations.has(other))) {
      errors.push({ file, line: lineOf(['replaces']), code: 'unknownCitation', params: { cite: id } });
    }
    const ids = value.points.map((point) => point.id);
    const repeated = ids.findIndex((id, at) => ids.indexOf(id) !== at);
    if (repeated >= 0) {
      errors.push({
        file,
        line: lineOf(['points', repeated]),
        code: 'duplicateId',
        params: { id: ids[repeated] ?? '' },
      });
    }
  }
  return errors;
}

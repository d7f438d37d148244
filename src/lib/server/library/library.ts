import type * as v from 'valibot';
import { scenarioSchema, type Scenario } from '../../../../simulator/scenario.ts';
import { QuestionSchema, type Question } from '../../questions/index.ts';
import type { ContentError } from './errors.ts';
import { parseLesson, type LessonText } from './lesson.ts';
import { CourseSchema, RegulationSchema, SampleSchema, TermSchema, WordsSchema } from './schemas.ts';
import type { Course, Regulation, Sample, Term, Words } from './schemas.ts';
import { IdSchema, LOCALES, type Locale } from '../../i18n/text.ts';
import { namespaceOf } from './words.ts';
import { parseEntries, parseYaml, type Checked } from './yaml.ts';

/** Path inside `content/` → its text. Where the files come from is the loader's business. */
export type ContentFiles = ReadonlyMap<string, string>;

/** What a file held, and where in it things stand: later checks complain with a line. */
export interface Filed<T> {
  file: string;
  value: T;
  lineOf: Checked<T>['lineOf'];
}

export interface Lesson {
  course: string;
  slug: string;
  texts: Partial<Record<Locale, LessonText>>;
}

/** Everything in `content/`, checked. What could not be read is missing here and named in `errors`. */
export interface Library {
  /** In the order of the list of courses. */
  courses: Map<string, Filed<Course>>;
  /** By `course/slug`. */
  lessons: Map<string, Lesson>;
  regulations: Map<string, Filed<Regulation>>;
  glossary: Map<string, Filed<Term>>;
  /** By `course/id`. */
  questions: Map<string, Filed<Question>>;
  /** namespace → code → words */
  words: WordShelf;
  scenarios: Map<string, Filed<Scenario>>;
  /** Sample messages by name, then by message type. */
  samples: Map<string, Filed<Sample>>;
  errors: ContentError[];
}

/** One kind of content: which paths are its files, and how a file gets into the library. */
interface Shelf {
  path: RegExp;
  put(library: Library, file: string, source: string, names: string[]): void;
}

type WordShelf = Map<string, Map<string, Filed<Words>>>;

const SHELVES: Shelf[] = [
  {
    path: /^courses\/([\w-]+)\/course\.yaml$/,
    put: (library, file, source, [name = '']) =>
      putNamed(library, library.courses, CourseSchema, file, source, name),
  },
  { path: /^courses\/([\w-]+)\/([\w-]+)\/([\w-]+)\.md$/, put: putLesson },
  {
    path: /^regulations\/([\w-]+)\.yaml$/,
    put: (library, file, source, [name = '']) =>
      putNamed(library, library.regulations, RegulationSchema, file, source, name),
  },
  { path: /^glossary\/[\w-]+\.yaml$/, put: putTerms },
  {
    path: /^questions\/([\w-]+\/[\w-]+)\.yaml$/,
    put: (library, file, source, [name = '']) =>
      putValue(library, library.questions, QuestionSchema, file, source, name),
  },
  { path: /^words\/([\w-]+\.yaml)$/, put: putWords },
  {
    path: /^samples\/([\w-]+)\.yaml$/,
    put: (library, file, source, [name = '']) =>
      putValue(library, library.samples, SampleSchema, file, source, name),
  },
  {
    path: /^scenarios\/([\w-]+)\.yaml$/,
    put: (library, file, source, [name = '']) =>
      putNamed(library, library.scenarios, scenarioSchema, file, source, name),
  },
];

/** Folders that other rooms read by themselves, and notes for people. */
const NOT_OURS = /^(codes|products|rules)\/|(^|\/)README(\.[\w-]+)?\.md$/;

/** Reads every file. Pure; complains by value; one bad file never stops the others. */
export function readLibrary(files: ContentFiles): Library {
  const library: Library = {
    courses: new Map(),
    lessons: new Map(),
    regulations: new Map(),
    glossary: new Map(),
    questions: new Map(),
    words: new Map(),
    scenarios: new Map(),
    samples: new Map(),
    errors: [],
  };
  for (const file of [...files.keys()].sort()) {
    const shelf = SHELVES.find(({ path }) => path.test(file));
    if (shelf) shelf.put(library, file, files.get(file) ?? '', [...(shelf.path.exec(file) ?? [])].slice(1));
    else if (!NOT_OURS.test(file)) complain(library, file, 1, 'wrongPlace');
  }
  library.courses = new Map([...library.courses].sort(([, a], [, b]) => a.value.order - b.value.order));
  return library;
}

function putValue<T>(
  library: Library,
  shelf: Map<string, Filed<T>>,
  schema: v.GenericSchema<unknown, T>,
  file: string,
  source: string,
  key: string,
): Filed<T> | null {
  const { value, errors, lineOf } = parseYaml(file, source, schema);
  library.errors.push(...errors);
  if (value === null) return null;
  const filed = { file, value, lineOf };
  shelf.set(key, filed);
  return filed;
}

/** A file whose name is its id; the address is made of the name, so the two may not differ. */
function putNamed<T extends { id: string }>(
  library: Library,
  shelf: Map<string, Filed<T>>,
  schema: v.GenericSchema<unknown, T>,
  file: string,
  source: string,
  name: string,
): void {
  const filed = putValue(library, shelf, schema, file, source, name);
  if (filed && filed.value.id !== name) {
    complain(library, file, filed.lineOf(['id']), 'idDiffersFromName', { id: filed.value.id, name });
  }
}

function putLesson(library: Library, file: string, source: string, names: string[]): void {
  const [course = '', slug = '', name = ''] = names;
  const locale = LOCALES.find((known) => known === name);
  if (!locale) return complain(library, file, 1, 'wrongPlace');
  const { lesson, errors } = parseLesson(file, source, locale);
  library.errors.push(...errors);
  const key = `${course}/${slug}`;
  const entry = library.lessons.get(key) ?? { course, slug, texts: {} };
  if (lesson) entry.texts[locale] = lesson;
  library.lessons.set(key, entry);
}

function putTerms(library: Library, file: string, source: string): void {
  const { entries, errors, lineOf } = parseEntries(file, source, TermSchema, IdSchema);
  library.errors.push(...errors);
  for (const [id, term] of entries) {
    if (library.glossary.has(id)) complain(library, file, lineOf([id]), 'duplicateId', { id });
    else library.glossary.set(id, { file, value: term, lineOf: (path) => lineOf([id, ...path]) });
  }
}

function putWords(library: Library, file: string, source: string, [name = '']: string[]): void {
  const { entries, errors, lineOf } = parseEntries(file, source, WordsSchema);
  library.errors.push(...errors);
  const namespace = namespaceOf(name);
  const codes = library.words.get(namespace) ?? new Map<string, Filed<Words>>();
  library.words.set(namespace, codes);
  for (const [code, wording] of entries) {
    if (codes.has(code)) complain(library, file, lineOf([code]), 'duplicateId', { id: code });
    else codes.set(code, { file, value: wording, lineOf });
  }
}

function complain(
  library: Library,
  file: string,
  line: number,
  code: ContentError['code'],
  params: ContentError['params'] = {},
): void {
  library.errors.push({ file, line, code, params });
}

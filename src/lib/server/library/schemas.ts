import * as v from 'valibot';
import { CiteSchema, IdSchema, TextSchema } from '../../i18n/text.ts';

const day = v.pipe(v.string(), v.isoDate());
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600));

/** `content/courses/<course>/course.yaml` */
export const CourseSchema = v.strictObject({
  id: IdSchema,
  /** Place in the list of courses; smaller comes first. */
  order: v.optional(v.number(), 100),
  title: TextSchema,
  summary: TextSchema,
  audience: TextSchema,
  minutes,
  lessons: v.pipe(v.array(IdSchema), v.minLength(1)),
  scenarios: v.optional(v.array(IdSchema), []),
});

/** The YAML between the two `---` lines of a lesson. */
export const LessonFrontSchema = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty()),
  minutes,
  objectives: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1)),
  /** Regulation ids that the lesson leans on; shown at its end. */
  cites: v.array(CiteSchema),
  /** True when figures in it are illustrations: the lesson then says so at its head. */
  illustrative: v.optional(v.boolean(), false),
});

/** `content/regulations/<id>.yaml`: one text of law, and in our own words what of it we use. */
export const RegulationSchema = v.strictObject({
  id: IdSchema,
  title: TextSchema,
  issuer: TextSchema,
  /** What a chip in the middle of a sentence says, where number and title are too long for it. */
  short: v.optional(TextSchema),
  /** Official number; null where there is none or we could not see it. */
  number: v.optional(v.nullable(v.string()), null),
  issued: v.optional(v.nullable(day), null),
  effective: v.optional(
    v.nullable(v.strictObject({ from: v.nullable(day), to: v.optional(v.nullable(day), null) })),
    null,
  ),
  /** Confidence tag of the dossier; the weakest of its parts wins. */
  tag: v.pipe(v.string(), v.regex(/^(S\d+|K|P|\?|C)(\s*\+\s*(S\d+|K|P|\?|C))*$/)),
  note: v.optional(TextSchema),
  replaces: v.optional(v.array(IdSchema), []),
  replacedBy: v.optional(v.nullable(IdSchema), null),
  points: v.pipe(
    v.array(v.strictObject({ id: IdSchema, text: TextSchema, tag: v.optional(v.string()) })),
    v.minLength(1),
  ),
});

const terms = v.strictObject({
  'zh-CN': v.optional(v.array(v.string())),
  en: v.optional(v.array(v.string())),
});

/** One entry of `content/glossary/*.yaml`, which map an id to an entry. */
export const TermSchema = v.strictObject({
  term: TextSchema,
  text: TextSchema,
  /** Other names that people use; found by the search. */
  also: v.optional(terms),
  cites: v.optional(v.array(CiteSchema), []),
  /** Ids of entries that one reads next. */
  see: v.optional(v.array(IdSchema), []),
});

const wire = v.record(v.string(), v.string());
/**
 * `content/samples/<name>.yaml`: one parcel told in messages, by message type. Values as on the wire; whether the
 * official schema accepts them is asked by tests/house/content.test.ts.
 */
export const SampleSchema = v.record(
  v.pipe(v.string(), v.regex(/^\d{3}$/)),
  v.strictObject({ head: wire, list: v.optional(v.array(wire), []) }),
);

/** Words for one code in one language; a bare string is its title. Rooms may add keys of their own. */
const WordingSchema = v.pipe(
  v.union([
    v.string(),
    v.looseObject({ title: v.string(), text: v.optional(v.string()), remedy: v.optional(v.string()) }),
  ]),
  v.transform((words) => (typeof words === 'string' ? { title: words } : words)),
);

/** One entry of `content/words/*.yaml`, which map a code to its words. */
export const WordsSchema = v.strictObject({ 'zh-CN': WordingSchema, en: WordingSchema });

export type Course = v.InferOutput<typeof CourseSchema>;
export type LessonFront = v.InferOutput<typeof LessonFrontSchema>;
export type Regulation = v.InferOutput<typeof RegulationSchema>;
export type Term = v.InferOutput<typeof TermSchema>;
export type Sample = v.InferOutput<typeof SampleSchema>;
export type Words = v.InferOutput<typeof WordsSchema>;

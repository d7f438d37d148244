import type { Locale } from '../../i18n/text.ts';
import { blockKey } from '../../lesson/block-key.ts';
import { compact } from '../../lesson/compact.ts';
import type { LessonLink, LessonView, SourceView } from '../../lesson/view.ts';
import { library } from '../library/index.ts';
import type { LessonText } from '../library/lesson.ts';
import type { Use } from '../library/markdown/directives.ts';
import { chipViews, sourceViews, termChips } from './citations.ts';
import { calculatorViews } from './calculators/index.ts';
import { findLessonText, lessonHref, questionsIn } from './courses.ts';
import { findMachineStub } from './machines.ts';
import { findMessageView } from './messages.ts';
import { questionViews } from './questions.ts';

/** Blocks whose code the page fetches only when a lesson has one. */
const INTERACTIVE = ['message', 'calculator'];

interface Reader {
  locale: Locale;
  userId: string | null;
  /** The address of the page: a calculator without JavaScript sends its inputs there. */
  query: URLSearchParams;
}

type StaticView = Omit<LessonView, 'questions' | 'calculators'> & {
  uses: readonly Use[];
  questionIds: string[];
};

/** What is the same for every reader, made once per lesson and language. Content does not change while a process lives. */
const made = new Map<string, StaticView>();

/** Everything that a lesson page shows, in one language; null when there is no such lesson. */
export async function findLessonView(
  courseId: string,
  slug: string,
  reader: Reader,
): Promise<LessonView | null> {
  const { locale, userId, query } = reader;
  const key = `${courseId}/${slug}/${locale}`;
  if (!made.has(key)) {
    // Only lessons that exist are remembered: addresses are anybody's to invent.
    const view = makeStaticView(courseId, slug, locale);
    if (!view) return null;
    made.set(key, view);
  }
  const { uses, questionIds, ...view } = made.get(key) as StaticView;
  const questions = await questionViews(questionIds, locale, userId);
  const calculators = calculatorViews(usesOf(uses, 'calculator'), query, locale);
  const cites = Object.values(calculators).flatMap((calculator) => calculator.cites);
  return { ...view, cites: { ...view.cites, ...chipViews(cites, locale) }, questions, calculators };
}

function makeStaticView(courseId: string, slug: string, locale: Locale): StaticView | null {
  const lib = library();
  const course = lib.courses.get(courseId)?.value;
  const text = findLessonText(lib, courseId, slug, locale);
  const at = course?.lessons.indexOf(slug) ?? -1;
  if (!course || !text || at < 0) return null;

  const { tree, headings, uses } = text.rendered();
  const refs = (block: string) => [
    ...new Set(usesOf(uses, block).map(({ properties }) => String(properties['ref']))),
  ];
  const questionIds = questionsIn(text);
  const machines = byKey(usesOf(uses, 'machine'), ({ properties }) =>
    findMachineStub(
      String(properties['ref']),
      properties['start'] === undefined ? null : String(properties['start']),
      locale,
    ),
  );
  const cited = [
    ...refs('cite'),
    ...text.front.cites,
    ...questionIds.flatMap((id) => lib.questions.get(id)?.value.cites ?? []),
  ];
  const link = (slugOf: string | undefined): LessonLink | null => {
    const other = slugOf === undefined ? null : findLessonText(lib, courseId, slugOf, locale);
    return other && { title: other.front.title, href: lessonHref(courseId, slugOf ?? '') };
  };
  return {
    course: {
      id: courseId,
      title: course.title[locale],
      href: `/learn/${courseId}`,
      lessons: course.lessons.length,
      number: at + 1,
    },
    slug,
    title: text.front.title,
    minutes: text.front.minutes,
    objectives: text.front.objectives,
    illustrative: text.front.illustrative,
    locale: text.locale,
    tree: compact(tree),
    headings,
    kinds: INTERACTIVE.filter((kind) => usesOf(uses, kind).length > 0),
    cites: chipViews(cited, locale),
    sources: sourcesOf(text, locale).length,
    terms: termChips(refs('term'), locale),
    machines,
    messages: byKey(usesOf(uses, 'message'), ({ properties }) => findMessageView(properties, locale)),
    previous: link(course.lessons[at - 1]),
    next: link(course.lessons[at + 1]),
    uses,
    questionIds,
  };
}

/** The texts of law that a lesson rests on: those of its front matter, then those that only its text cites. */
export function sourcesOf(text: LessonText, locale: Locale): SourceView[] {
  const inText = usesOf(text.rendered().uses, 'cite').map(({ properties }) => String(properties['ref']));
  return sourceViews([...text.front.cites, ...inText], locale);
}

/** Ids of the lesson's blocks in order; the same in every language. */
export function blocksOf(text: LessonText): string[] {
  return text.rendered().tree.map((element) => String(element.properties['id']));
}

function usesOf(uses: readonly Use[], block: string): Use[] {
  return uses.filter((use) => use.block === block);
}

/** Views by the name under which the block on the page looks for its own. */
function byKey<T>(uses: readonly Use[], view: (use: Use) => T | null): Record<string, T> {
  const views: Record<string, T> = {};
  for (const use of uses) {
    const found = view(use);
    if (found) views[blockKey(use.properties)] = found;
  }
  return views;
}

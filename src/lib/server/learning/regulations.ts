import type { Locale } from '../../i18n/text.ts';
import type { Mark } from '../../lesson/view.ts';
import { markOf, numberOf } from '../library/citation.ts';
import { library } from '../library/index.ts';
import type { Regulation } from '../library/schemas.ts';
import { findLessonText, lessonHref } from './courses.ts';

/** A text of law in a list. */
export interface RegulationLine {
  id: string;
  title: string;
  number: string;
  issuer: string;
  /** Chinese issuer: what the list is grouped by, in any language. */
  group: string;
  issued: string | null;
  from: string | null;
  to: string | null;
  points: number;
  mark: Mark;
  href: string;
  /** Everything that the search looks through, in lower case. */
  search: string;
}

export interface RegulationPage extends Omit<RegulationLine, 'points' | 'search' | 'group'> {
  note: string;
  points: { id: string; text: string; mark: Mark; citedIn: { title: string; href: string }[] }[];
  replaces: { title: string; href: string }[];
  replacedBy: { title: string; href: string } | null;
}

function lineOf(regulation: Regulation, locale: Locale): RegulationLine {
  const { id, title, issuer, issued, effective, points, tag } = regulation;
  const all = [
    id,
    title['zh-CN'],
    title.en,
    numberOf(regulation, locale),
    ...points.flatMap(({ text }) => [text['zh-CN'], text.en]),
  ];
  return {
    id,
    title: title[locale],
    number: numberOf(regulation, locale),
    issuer: issuer[locale],
    group: issuer['zh-CN'],
    issued,
    from: effective?.from ?? null,
    to: effective?.to ?? null,
    points: points.length,
    mark: markOf(tag),
    href: `/regulations/${id}`,
    search: all.join(' ').toLowerCase(),
  };
}

/** Every text that the platform leans on, newest first. */
export function regulationLines(locale: Locale): RegulationLine[] {
  const lines = [...library().regulations.values()].map(({ value }) => lineOf(value, locale));
  return lines.sort((a, b) => (b.issued ?? '').localeCompare(a.issued ?? '') || a.id.localeCompare(b.id));
}

/** One text with its points and where the lessons cite them; null when there is none of this id. */
export function findRegulationPage(id: string, locale: Locale): RegulationPage | null {
  const regulation = library().regulations.get(id)?.value;
  if (!regulation) return null;
  const { points: _, search: __, group: ___, ...line } = lineOf(regulation, locale);
  const cited = citedIn(id, locale);
  const link = (other: string) => {
    const title = library().regulations.get(other)?.value.title[locale];
    return title === undefined ? [] : [{ title, href: `/regulations/${other}` }];
  };
  return {
    ...line,
    note: regulation.note?.[locale] ?? '',
    points: regulation.points.map((point) => ({
      id: point.id,
      text: point.text[locale],
      mark: markOf(point.tag ?? regulation.tag),
      citedIn: cited.get(`${id}#${point.id}`) ?? [],
    })),
    replaces: regulation.replaces.flatMap(link),
    replacedBy: regulation.replacedBy ? (link(regulation.replacedBy)[0] ?? null) : null,
  };
}

/** Lessons that cite a regulation, by the citation as they write it; each lesson once, with the place of its first use. */
function citedIn(id: string, locale: Locale): Map<string, { title: string; href: string }[]> {
  const lib = library();
  const found = new Map<string, { title: string; href: string }[]>();
  for (const { value: course } of lib.courses.values()) {
    for (const slug of course.lessons) {
      const text = findLessonText(lib, course.id, slug, locale);
      const refs = text
        ?.rendered()
        .uses.flatMap(({ block, properties }) => (block === 'cite' ? [String(properties['ref'])] : []));
      for (const ref of new Set(refs)) {
        if (ref.split('#')[0] !== id || !text) continue;
        found.set(ref, [
          ...(found.get(ref) ?? []),
          { title: text.front.title, href: lessonHref(course.id, slug) },
        ]);
      }
    }
  }
  return found;
}

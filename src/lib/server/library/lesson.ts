import { parseYaml } from './yaml.ts';
import { LessonFrontSchema, type LessonFront } from './schemas.ts';
import type { ContentError } from './errors.ts';
import { renderMarkdown, type Rendered } from './markdown/render.ts';
import type { Locale } from '../../i18n/text.ts';

/** A lesson in one language. Its text is rendered when somebody first asks for it. */
export interface LessonText {
  file: string;
  locale: Locale;
  front: LessonFront;
  rendered(): Rendered;
}

const FENCE = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** A lesson file: YAML front matter between two `---` lines, then Markdown. */
export function parseLesson(
  file: string,
  source: string,
  locale: Locale,
): { lesson: LessonText | null; errors: ContentError[] } {
  const match = FENCE.exec(source);
  if (!match)
    return { lesson: null, errors: [{ file, line: 1, code: 'badFrontMatter', params: { detail: '---' } }] };
  const front = parseYaml(file, match[1] ?? '', LessonFrontSchema, { firstLine: 2, code: 'badFrontMatter' });
  if (!front.value) return { lesson: null, errors: front.errors };
  const body = source.slice(match[0].length);
  const linesAbove = match[0].split('\n').length - 1;
  let rendered: Rendered | null = null;
  const render = (): Rendered => {
    rendered ??= shiftLines(renderMarkdown(body), linesAbove);
    return rendered;
  };
  return { lesson: { file, locale, front: front.value, rendered: render }, errors: [] };
}

/** Lines of the body → lines of the file. */
function shiftLines(rendered: Rendered, by: number): Rendered {
  const shift = <T extends { line: number }>(items: T[]): T[] =>
    items.map((item) => ({ ...item, line: item.line + by }));
  return { ...rendered, uses: shift(rendered.uses), complaints: shift(rendered.complaints) };
}

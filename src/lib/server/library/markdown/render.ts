import type { Element, ElementContent, Root } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { lineOf, settleDirectives, type Complaint, type Use } from './directives.ts';
import { breachIn, isTooDeep } from './limits.ts';
import { safeHref } from './links.ts';
import { SANITIZE } from './sanitize.ts';

export interface Heading {
  id: string;
  level: 2 | 3;
  text: string;
}

/** A text made ready for a page: a tree that nothing in it can make run. */
export interface Rendered {
  /** The blocks of the text; each top-level element has an `id` that is the same in every language. */
  tree: Element[];
  headings: Heading[];
  uses: Use[];
  complaints: Complaint[];
}

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective);
const toHast = unified()
  .use(remarkRehype, { clobberPrefix: '', footnoteLabel: ' ' })
  .use(rehypeSanitize, SANITIZE);

/** Longest plain text that is shown when a text is refused. */
const SHOWN_WHEN_REFUSED = 10_000;

/**
 * Markdown with GFM and our directives → a sanitized tree. Never throws: a text beyond the limits comes
 * back as plain text with a complaint. The same way for what we ship and for what a teacher writes.
 */
export function renderMarkdown(source: string): Rendered {
  const breach = breachIn(source);
  if (breach) return refused(source, { ...breach, params: {} });
  try {
    const parsed: MdastRoot = parser.parse(source);
    if (isTooDeep(parsed)) return refused(source, { line: 1, code: 'tooDeep', params: {} });
    const { uses, complaints } = settleDirectives(parsed, source);
    complainOfLinks(parsed, complaints);
    const root = toHast.runSync(parsed) as unknown as Root;
    const tree = root.children.filter((child) => child.type === 'element').map(bare);
    return { tree, headings: numberBlocks(tree), uses, complaints };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused(source, { line: 1, code: 'tooDeep', params: {} });
  }
}

function refused(source: string, complaint: Complaint): Rendered {
  const text: ElementContent = { type: 'text', value: source.slice(0, SHOWN_WHEN_REFUSED) };
  const tree: Element[] = [
    { type: 'element', tagName: 'p', properties: { id: 'part0-1' }, children: [text] },
  ];
  return { tree, headings: [], uses: [], complaints: [complaint] };
}

/** Links that we would not follow are complained about here; `bare` takes their address away. */
function complainOfLinks(node: MdastRoot, complaints: Complaint[]): void {
  const rest: MdastRoot['children'][number][] = [...node.children];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const url = next.type === 'link' || next.type === 'definition' ? next.url : null;
    if (url !== null && safeHref(url) === null) {
      complaints.push({ line: lineOf(next), code: 'unsafeLink', params: { url: url.slice(0, 80) } });
    }
    if ('children' in next) rest.push(...next.children);
  }
}

/** The element without positions and idle white space, its links checked once more: it travels to the browser. */
function bare(element: Element): Element {
  const properties = { ...element.properties };
  if (element.tagName === 'a') {
    const href = safeHref(properties['href']);
    if (href === null) delete properties['href'];
    else properties['href'] = href;
    delete properties['ariaLabel'];
  }
  const children: ElementContent[] = [];
  for (const child of element.children) {
    const last = children.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else if (child.type === 'text' && (child.value !== '\n' || element.tagName === 'code')) {
      children.push({ type: 'text', value: child.value });
    } else if (child.type === 'element' && !isFootnoteHeading(element, child)) children.push(bare(child));
  }
  // A header without words (the corner of a table) is none: a screen reader would announce nothing.
  const tagName = element.tagName === 'th' && children.length === 0 ? 'td' : element.tagName;
  return { type: 'element', tagName, properties, children };
}

/** mdast-util-to-hast heads the notes with an English word for screen readers; the page has its own. */
function isFootnoteHeading(parent: Element, child: Element): boolean {
  return parent.tagName === 'section' && child.tagName === 'h2';
}

/**
 * Gives every top-level element its place: `part2` for the second section's heading, `part2-3` for the
 * third element after it (a bare `s2` is what Svelte calls its own elements). Both languages of a lesson have the same sections, so a place found in one is found
 * in the other, and a reader who comes back on another device in another language lands on it.
 */
function numberBlocks(tree: Element[]): Heading[] {
  const headings: Heading[] = [];
  let section = 0;
  let place = 0;
  for (const element of tree) {
    if (element.tagName === 'h2') {
      section += 1;
      place = 0;
    } else place += 1;
    const id = place === 0 ? `part${section}` : `part${section}-${place}`;
    element.properties['id'] = id;
    if (element.tagName === 'h2' || element.tagName === 'h3') {
      headings.push({ id, level: element.tagName === 'h2' ? 2 : 3, text: textOf(element) });
    }
  }
  return headings;
}

export function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

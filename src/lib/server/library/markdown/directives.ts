import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import * as v from 'valibot';
import type { ContentErrorCode } from '../errors.ts';
import { BLOCKS } from './blocks.ts';
import { toDecision } from './decision.ts';

export type Directive = TextDirective | LeafDirective | ContainerDirective;

/** A block or chip that a text uses, so that the library can ask whether the thing it names exists. */
export interface Use {
  block: string;
  properties: Record<string, string | number>;
  /** Line inside the parsed text, from 1. */
  line: number;
}

export interface Complaint {
  line: number;
  code: ContentErrorCode;
  params: Record<string, string | number>;
}

export interface Findings {
  uses: Use[];
  complaints: Complaint[];
}

/**
 * Gives every known directive the name and properties under which it reaches the page, and turns raw HTML
 * and unknown or malformed directives back into the plain text that their author typed.
 */
export function settleDirectives(root: Root, source: string): Findings {
  const findings: Findings = { uses: [], complaints: [] };
  settleChildren(root, source, findings);
  return findings;
}

function settleChildren(parent: Parents, source: string, findings: Findings): void {
  const children: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    if ('children' in child) settleChildren(child, source, findings);
    if (child.type === 'html') children.push(asText(child, child.value, BETWEEN_BLOCKS.has(parent.type)));
    else if (child.type === 'image' || child.type === 'imageReference') {
      children.push(asText(child, child.alt ?? '', false));
    } else if (isDirective(child)) children.push(settled(child, source, findings));
    else {
      if (child.type === 'heading' && child.depth === 1) {
        findings.complaints.push({ line: lineOf(child), code: 'headingOne', params: {} });
        child.depth = 2;
      }
      // CommonMark does not close `**词（注）**` before a Chinese character: the reader would see the stars.
      if (child.type === 'text' && child.value.includes('**')) {
        findings.complaints.push({
          line: lineOf(child),
          code: 'strayMarkup',
          params: { near: child.value.slice(0, 60) },
        });
      }
      children.push(child);
    }
  }
  parent.children = children as RootContent[];
}

function settled(node: Directive, source: string, findings: Findings): Nodes {
  const line = lineOf(node);
  const complain = (code: ContentErrorCode, detail: string): Nodes => {
    findings.complaints.push({ line, code, params: { block: node.name, detail } });
    return asText(node, written(node, source), node.type !== 'textDirective');
  };
  const kind = BLOCKS[node.name];
  const attributes = node.attributes ?? {};
  if (!kind || `${kind.shape}Directive` !== node.type) {
    // `10:30` and `见:附件` are prose; only what clearly means to be a block is worth a complaint.
    const isProse =
      node.type === 'textDirective' &&
      node.children.length === 0 &&
      !/[\]}]/.test(source[end(node) - 1] ?? '');
    return isProse ? asText(node, written(node, source), false) : complain('unknownBlock', '');
  }
  const checked = v.safeParse(kind.attributes, { ...attributes });
  if (!checked.success) return complain('badBlock', v.summarize(checked.issues));

  const properties: Use['properties'] = { ...checked.output };
  if (kind.label) {
    const label = v.safeParse(kind.label.schema, plain(node.children as PhrasingContent[]));
    if (!label.success) return complain('badBlock', v.summarize(label.issues));
    properties[kind.label.as] = label.output;
    node.children = [];
  }
  findings.uses.push({ block: node.name, properties, line });
  node.data = { hName: `dp-${node.name}`, hProperties: properties };
  if (node.type === 'containerDirective') {
    if (node.name === 'decision') {
      const problem = toDecision(node);
      if (problem) return complain('badBlock', problem);
    } else markTitle(node);
  }
  return node;
}

/** `:::note[标题]`: the label becomes the title of the box. */
function markTitle(node: ContainerDirective): void {
  const first = node.children[0];
  if (first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data)
    first.data = { hName: 'dp-title' };
}

export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

function end(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

/** What the author typed. */
function written(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, end(node));
}

function isDirective(node: Nodes): node is Directive {
  return node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective';
}

/** Nodes whose children are blocks; in all others text stands within a line. */
const BETWEEN_BLOCKS: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'listItem',
  'containerDirective',
  'footnoteDefinition',
]);

/** Text in the place of `node`: within a line as it is, between blocks as a paragraph. */
function asText(node: Nodes, value: string, betweenBlocks: boolean): Nodes {
  const text: PhrasingContent = { type: 'text', value };
  return betweenBlocks ? { type: 'paragraph', children: [text], position: node.position } : text;
}

function plain(children: readonly PhrasingContent[]): string {
  return children
    .map((child) => ('value' in child ? child.value : 'children' in child ? plain(child.children) : ''))
    .join('');
}

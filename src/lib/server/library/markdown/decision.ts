import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

type Child = ContainerDirective['children'][number];

/** A node of our own: an element of this name on the page. */
function element(
  name: string,
  children: readonly unknown[],
  properties: Record<string, boolean> = {},
): Child {
  return { type: 'paragraph', children, data: { hName: name, hProperties: properties } } as unknown as Child;
}

/**
 * `:::decision`: what comes before the list is the situation; each list item is a choice, `[x]` a good one,
 * its first line the choice itself and the rest the feedback.
 * @returns what is wrong with it, or null
 */
export function toDecision(node: ContainerDirective): string | null {
  const at = node.children.findIndex((child) => child.type === 'list');
  const list = node.children[at];
  if (list?.type !== 'list' || at === 0) return 'situation, then a list of choices';
  if (at !== node.children.length - 1) return 'nothing may follow the list';
  if (list.children.length < 2) return 'at least two choices';
  if (list.children.some((item) => typeof item.checked !== 'boolean'))
    return 'every choice begins with [x] or [ ]';
  if (!list.children.some((item) => item.checked)) return 'no choice is marked [x]';

  const choices: Child[] = [];
  for (const item of list.children) {
    const [first, ...rest] = item.children;
    if (first?.type !== 'paragraph') return 'a choice begins with its own line';
    const [label, more] = firstLine(first);
    const feedback: RootContent[] = [...(more.length > 0 ? [paragraph(more)] : []), ...rest];
    if (feedback.length === 0) return 'every choice has feedback';
    const parts = [element('dp-label', label), element('dp-feedback', feedback)];
    choices.push(element('dp-choice', parts, { best: item.checked === true }));
  }
  node.children = [element('dp-situation', node.children.slice(0, at)), ...choices];
  return null;
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** Splits a paragraph at its first line break. */
function firstLine({ children }: Paragraph): [PhrasingContent[], PhrasingContent[]] {
  for (const [index, child] of children.entries()) {
    if (child.type === 'break') return [children.slice(0, index), children.slice(index + 1)];
    const cut = child.type === 'text' ? child.value.indexOf('\n') : -1;
    if (child.type !== 'text' || cut < 0) continue;
    const before: PhrasingContent = { type: 'text', value: child.value.slice(0, cut) };
    const after: PhrasingContent = { type: 'text', value: child.value.slice(cut + 1) };
    return [
      [...children.slice(0, index), before],
      [after, ...children.slice(index + 1)],
    ];
  }
  return [children, []];
}

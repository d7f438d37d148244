import type { Component } from 'svelte';
import type { Answer } from './kind.ts';
import type { ShownOutcome } from './shown.ts';

type Page = Component<{ question: never; answer: Answer | null; outcome: ShownOutcome | null }>;

const modules = import.meta.glob<Page>('./*/Question.svelte', { eager: true, import: 'default' });

/** How each type of question is shown. One folder per type: the folder's name is the type. */
export const pages: ReadonlyMap<string | undefined, Page> = new Map(
  Object.entries(modules).map(([path, page]) => [path.split('/')[1], page]),
);

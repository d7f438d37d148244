import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '$lib/server/demo/people.ts';
import { assignmentsFor } from '$lib/server/classes/homework.ts';
import { outlines } from '$lib/server/learning/courses.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { stageLayouts } from '$lib/ui/stage-layout.ts';
import { continuationsOf } from './continuations.server.ts';
import { homeStages } from './home-stages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { user, demo } }) => {
  const locale = getLocale();
  const [courses, continuations, homework] = await Promise.all([
    outlines(locale, user?.id ?? null),
    user ? continuationsOf(user.id, locale) : [],
    user ? assignmentsFor(user.id, locale) : [],
  ]);
  return {
    courses,
    continuations,
    homework,
    stages: user ? null : drawnStages(locale),
    demoAccounts: demo && !user ? oneOfEachRole() : null,
  };
};

function oneOfEachRole() {
  const byRole = new Map(DEMO_ACCOUNTS.toReversed().map(({ role, username }) => [role, username]));
  return { usernames: [...byRole.values()].toReversed(), password: DEMO_PASSWORD };
}

/** The picture is the same for every visitor: drawn once per language. */
const drawn = new Map<string, ReturnType<typeof drawStages>>();

function drawnStages(locale: string) {
  const known = drawn.get(locale) ?? drawStages();
  drawn.set(locale, known);
  return known;
}

function drawStages() {
  const { nodes, edges } = homeStages();
  return { nodes, layouts: stageLayouts(nodes, edges) };
}

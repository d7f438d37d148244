import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { stageLayouts } from '$lib/ui/stage-layout.ts';
import { homeStages } from '../home-stages.ts';
import type { PageServerLoad } from './$types';

/** Every part of `src/lib/ui` in one place, to be looked at. For those who build the site and those who run it. */
export const load: PageServerLoad = ({ locals: { user } }) => {
  if (!dev && user?.role !== 'administrator') error(404);
  const { nodes, edges } = homeStages();
  return { stages: { nodes, layouts: stageLayouts(nodes, edges) } };
};

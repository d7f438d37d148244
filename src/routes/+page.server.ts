import { stageLayouts } from '$lib/ui/stage-layout.ts';
import { homeStages } from './home-stages.ts';
import type { ShownCourse } from './shown.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const { nodes, edges } = homeStages();
  const courses: ShownCourse[] = [];
  return { stages: { nodes, layouts: stageLayouts(nodes, edges) }, courses };
};

import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { findRegulationPage } from '$lib/server/learning/regulations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  const regulation = findRegulationPage(params.id, getLocale());
  if (!regulation) error(404);
  return { regulation };
};

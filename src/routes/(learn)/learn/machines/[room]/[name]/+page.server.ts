import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { findMachineView } from '$lib/server/learning/machines.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  const machine = findMachineView(`${params.room}/${params.name}`, null, getLocale());
  if (!machine) error(404);
  return { machine };
};

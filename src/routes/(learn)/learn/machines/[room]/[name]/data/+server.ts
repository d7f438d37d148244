import { error, json } from '@sveltejs/kit';
import { LOCALES } from '$lib/i18n/text.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { findMachineView } from '$lib/server/learning/machines.ts';
import type { RequestHandler } from './$types';

/** A machine of the simulator as data: a lesson fetches it when a reader comes near. */
export const GET: RequestHandler = ({ params, url }) => {
  const asked = url.searchParams.get('in');
  const locale = LOCALES.find((known) => known === asked) ?? getLocale();
  const start = url.searchParams.get('start');
  const view = findMachineView(`${params.room}/${params.name}`, start, locale);
  if (!view) error(404);
  return json(view);
};

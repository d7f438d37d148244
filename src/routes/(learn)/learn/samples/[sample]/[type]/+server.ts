import { error } from '@sveltejs/kit';
import { findSampleXml } from '$lib/server/learning/messages.ts';
import type { RequestHandler } from './$types';

/** A sample message, whole, as it goes over the wire. */
export const GET: RequestHandler = ({ params, setHeaders }) => {
  const xml = findSampleXml(params.sample, params.type);
  if (xml === null) error(404);
  setHeaders({ 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' });
  return new Response(xml);
};

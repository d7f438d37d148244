import { redirect } from '@sveltejs/kit';
import { pieceEconomics } from '$simulator/views/economics/piece.ts';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { deleteAllVentures, ventureRuns, venturesOf } from '$lib/server/ventures/own.ts';
import { INDICATIVE_RATE, ventureOf } from '$lib/server/ventures/play.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // Visitors see what the room is for; it is in their menu.
  if (!event.locals.user) return { visitor: true, ventures: [], runs: 0 };
  const user = requireUser(event, 'founder');
  const [rows, runs] = await Promise.all([venturesOf(user.id), ventureRuns(user.id)]);
  return {
    visitor: false,
    ventures: rows.map((row) => ({
      ...{
        id: row.id,
        name: row.name,
        hs: row.hs,
        cost: row.cost,
        price: row.price,
        stock: row.stock,
        cash: row.cash,
      },
      margin: pieceEconomics(ventureOf(row), INDICATIVE_RATE).margin,
      runs: runs.filter(({ ventureId }) => ventureId === row.id).length,
    })),
    runs: runs.length,
  };
};

export const actions: Actions = {
  deleteAll: async (event) => {
    const user = requireUser(event, 'founder');
    await deleteAllVentures(user.id);
    redirect(303, '/incubate?deleted-all');
  },
};

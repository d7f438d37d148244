import { requireUser } from '$lib/server/accounts/require-user.ts';
import { getVisibleClass } from '$lib/server/classes/access.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, locals, url }) => {
  const user = requireUser({ locals, url }, 'instructor', 'administrator');
  const { row, mayChange } = await getVisibleClass(params.class, user);
  const { id, name, joinCode, archivedAt } = row;
  return {
    klass: {
      id,
      name,
      joinCode,
      archived: archivedAt !== null,
      mayChange,
      joinHref: `${url.origin}/join?code=${joinCode}`,
    },
  };
};

import { getLocale } from '$lib/paraglide/runtime.js';
import { audit } from '$lib/server/accounts/audit.ts';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { getVisibleClass } from '$lib/server/classes/access.ts';
import { gradebookOf } from '$lib/server/classes/gradebook.ts';
import { gradesCsv } from '$lib/server/classes/grades-csv.ts';
import type { RequestHandler } from './$types';

/** The gradebook as a file. Who took it away is written down: these are people's marks. */
export const GET: RequestHandler = async ({ params, locals, url, getClientAddress }) => {
  const user = requireUser({ locals, url }, 'instructor', 'administrator');
  const { row } = await getVisibleClass(params.class, user);
  const book = await gradebookOf(row.id, getLocale());
  await audit({
    action: 'gradesExported',
    organizationId: row.organizationId,
    actorId: user.id,
    subjectId: row.id,
    address: getClientAddress(),
    detail: { class: row.name, students: book.rows.length },
  });
  const name = encodeURIComponent(`${row.name}.csv`);
  return new Response(gradesCsv(book), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="grades.csv"; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    },
  });
};

import { changeRole, listMembers, resetPassword, setDisabled } from '$lib/server/accounts/administration.ts';
import { readAudit } from '$lib/server/accounts/audit.ts';
import {
  INVITE_LIMITS,
  createInvite,
  listInvites,
  revokeInvite,
  rolesIn,
} from '$lib/server/accounts/invites.ts';
import { getOrganizationName } from '$lib/server/accounts/own-account.ts';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { complain, field } from '../entry.server.ts';
import type { Actions, PageServerLoad } from './$types';

const PEOPLE_PER_PAGE = 50;
const LINES_PER_PAGE = 30;

export const load: PageServerLoad = async (event) => {
  const administrator = requireUser(event, 'administrator');
  const { organizationId } = administrator;
  const query = event.url.searchParams;
  const search = (query.get('search') ?? '').slice(0, 80);
  const page = natural(query.get('page')) ?? 1;
  const before = natural(query.get('before'));
  const [organization, roles, people, invites, lines] = await Promise.all([
    getOrganizationName(organizationId),
    rolesIn(organizationId),
    listMembers(administrator, search, page - 1, PEOPLE_PER_PAGE),
    listInvites(organizationId),
    readAudit(organizationId, before, LINES_PER_PAGE),
  ]);
  const pages = Math.max(1, Math.ceil(people.total / PEOPLE_PER_PAGE));
  const oldest = lines.length === LINES_PER_PAGE ? (lines.at(-1)?.seq ?? null) : null;
  const log = { lines, oldest, before };
  return { organization, roles, people, search, page, pages, invites, log, inviteDays: INVITE_LIMITS.days };
};

export const actions: Actions = {
  role: async (event) => {
    const administrator = requireUser(event, 'administrator');
    const form = await event.request.formData();
    const changed = await changeRole(administrator, field(form, 'user'), field(form, 'role'));
    return changed.ok ? { changed: true } : complain(changed.complaint, {});
  },

  disable: async (event) => {
    const administrator = requireUser(event, 'administrator');
    const form = await event.request.formData();
    const disabled = field(form, 'disabled') === 'yes';
    const changed = await setDisabled(administrator, field(form, 'user'), disabled);
    return changed.ok ? { changed: true } : complain(changed.complaint, {});
  },

  password: async (event) => {
    const administrator = requireUser(event, 'administrator');
    const form = await event.request.formData();
    const made = await resetPassword(administrator, field(form, 'user'));
    if (!made.ok) return complain(made.complaint, {});
    return { newPassword: { name: field(form, 'name'), password: made.value } };
  },

  invite: async (event) => {
    const administrator = requireUser(event, 'administrator');
    const form = await event.request.formData();
    const made = await createInvite(administrator, field(form, 'role'), Number(field(form, 'uses')));
    if (!made.ok) return complain(made.complaint, {});
    return { link: `${event.url.origin}/invite/${made.value}` };
  },

  revoke: async (event) => {
    const administrator = requireUser(event, 'administrator');
    const form = await event.request.formData();
    await revokeInvite(administrator, field(form, 'invite'));
    return { revoked: true };
  },
};

/** A whole number from 1 that PostgreSQL can count to, or null. */
function natural(text: string | null): number | null {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 1 && number < 2 ** 31 ? number : null;
}

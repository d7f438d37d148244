import { m } from '$lib/paraglide/messages.js';

const names: Record<string, () => string> = {
  student: m.common_role_student,
  instructor: m.common_role_instructor,
  founder: m.common_role_founder,
  officer: m.common_role_officer,
  administrator: m.common_role_administrator,
};

/** A role in the reader's language; one that is not known is shown as it is. */
export function roleName(role: string): string {
  return names[role]?.() ?? role;
}

import { m } from '$lib/paraglide/messages.js';
import type { Role } from '$lib/server/db/schema/index.ts';

const WORDS: Record<Role, () => string> = {
  student: m.common_role_student,
  instructor: m.common_role_instructor,
  founder: m.common_role_founder,
  officer: m.common_role_officer,
  administrator: m.common_role_administrator,
};

/** A role in the reader's language. */
export function roleName(role: Role): string {
  return WORDS[role]();
}

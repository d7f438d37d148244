import { m } from '$lib/paraglide/messages.js';
import type { AuditAction } from '$lib/server/accounts/audit.ts';

const WORDS: Record<AuditAction, () => string> = {
  signedIn: m.admin_audit_signedIn,
  signInFailed: m.admin_audit_signInFailed,
  signInLimited: m.admin_audit_signInLimited,
  signedOut: m.admin_audit_signedOut,
  signedOutEverywhere: m.admin_audit_signedOutEverywhere,
  accountCreated: m.admin_audit_accountCreated,
  passwordChanged: m.admin_audit_passwordChanged,
  roleChanged: m.admin_audit_roleChanged,
  accountDisabled: m.admin_audit_accountDisabled,
  accountEnabled: m.admin_audit_accountEnabled,
  inviteCreated: m.admin_audit_inviteCreated,
  inviteRevoked: m.admin_audit_inviteRevoked,
  classCreated: m.admin_audit_classCreated,
  classChanged: m.admin_audit_classChanged,
  classJoined: m.admin_audit_classJoined,
  classLeft: m.admin_audit_classLeft,
  gradeChanged: m.admin_audit_gradeChanged,
  gradesExported: m.admin_audit_gradesExported,
};

/** What a line of the log says was done. Lines of older versions may say what no longer exists: then its code. */
export function actionName(action: string): string {
  return (WORDS as Record<string, (() => string) | undefined>)[action]?.() ?? action;
}

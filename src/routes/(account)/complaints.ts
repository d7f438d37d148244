import { m } from '$lib/paraglide/messages.js';
import type { Complaint, Problem } from '$lib/server/accounts/judge.ts';

/** The words of every problem; the type makes the compiler ask for those of a new one. */
const WORDS: Record<Problem, () => string> = {
  usernameShape: m.account_problem_usernameShape,
  usernameTaken: m.account_problem_usernameTaken,
  nameShape: m.account_problem_nameShape,
  passwordShort: m.account_problem_passwordShort,
  passwordLong: m.account_problem_passwordLong,
  passwordKnown: m.account_problem_passwordKnown,
  passwordWrong: m.account_problem_passwordWrong,
  credentialsWrong: m.account_problem_credentialsWrong,
  accountDisabled: m.account_problem_accountDisabled,
  tooManyAttempts: m.account_problem_tooManyAttempts,
  codeUnknown: m.account_problem_codeUnknown,
  codeOfOtherOrganization: m.account_problem_codeOfOtherOrganization,
  inviteVoid: m.account_problem_inviteVoid,
  choiceUnknown: m.account_problem_choiceUnknown,
  ownAccount: m.account_problem_ownAccount,
};

/** What is wrong with one field of a form, in words, or nothing. */
export function complaintAt(field: string, complaint: Complaint | undefined | null): string | undefined {
  return complaint?.field === field ? WORDS[complaint.problem]() : undefined;
}

/** What is wrong, whichever field it is. */
export function complaintIn(complaint: Complaint | undefined | null): string | undefined {
  return complaint ? WORDS[complaint.problem]() : undefined;
}

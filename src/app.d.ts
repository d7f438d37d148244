import type { SignedIn } from '$lib/server/accounts/sessions.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who is here; null for a visitor. */
      user: SignedIn | null;
      /** The id in the visitor's session cookie, when it is a living session. Never goes to a page. */
      sessionId: string | null;
      /** Whether the demo accounts exist here: the sign-in page then offers them. */
      demo: boolean;
    }
    interface Error {
      message: string;
      /** Names the line in the server's log; only errors that nobody expected have one. */
      id?: string;
      /** What broke, where the page can say something better than "an error". */
      kind?: 'databaseAway';
    }
  }
}

export {};

/** Signing in and out, as react-admin asks for it. The session is a cookie that scripts cannot read; `gate.ts` handles its end. */
import type { QueryClient } from '@tanstack/react-query';
import type { AuthProvider } from 'react-admin';
import { holdAccount, releaseAccount } from './account.js';
import { call } from './client.js';
import { discardDraftsOf } from './drafts.js';
import { leaving } from './gate.js';
import { ME, type Me } from './me.js';
import { holdChoicesFor, keepChoices } from './preferences.js';
import { Problem } from './problem.js';

/** Signs out. @throws Problem where the service cannot be reached: the session goes on, and so does the page. */
export async function endSession(accountId: string | undefined): Promise<void> {
  await keepChoices();
  let stay: () => void = () => undefined;
  leaving.stays = new Promise((resolve) => (stay = resolve));
  leaving.from = window.location.hash.slice(1);
  try {
    await call('signOut');
  } catch (error) {
    // Whose session has ended already is signed out.
    if (!(error instanceof Problem && error.status === 401)) {
      leaving.stays = undefined;
      stay();
      throw error;
    }
  }
  releaseAccount();
  if (accountId !== undefined) discardDraftsOf(accountId);
}

export function authProviderOver(queries: QueryClient): AuthProvider {
  const me = (): Promise<Me> => queries.fetchQuery({ queryKey: ME, queryFn: () => call('readMe'), staleTime: 60_000, retry: false });
  const away = (): never => {
    throw Object.assign(new Error(), { redirectTo: '/sign-in', message: false });
  };
  return {
    // The pages of signing in do it themselves, in up to three steps.
    login: () => Promise.resolve(),
    // The session has ended by now: `endSession` has seen to it, or the service. react-admin forgets what was read, once this page is left: before, it would be asked for again.
    logout: () => Promise.resolve('/sign-in'),
    async checkAuth() {
      if (queries.getQueryData(ME)) return;
      try {
        const { stage } = await call('readSignInWays');
        if (stage !== 'signed-in') return away();
        const { accountId } = await me();
        holdAccount(accountId);
        holdChoicesFor(accountId);
      } catch (error) {
        // No connection is no reason to throw somebody out.
        if (!(error instanceof Problem) || error.status === 401) throw error;
      }
    },
    // `gate.ts` has asked already. Whoever declined to sign in again stays where they are, until they leave.
    checkError: () => Promise.resolve(),
    async getIdentity() {
      if (leaving.stays) throw new Error('nobody is signed in');
      const { accountId, email, memberId } = await me();
      const fullName = memberId === null ? undefined : (await call('readMember', { path: { id: memberId } }).catch(() => undefined))?.displayName;
      return { id: accountId, fullName: fullName ?? email ?? '' };
    },
    // `me.ts` asks the policy itself.
    getPermissions: () => Promise.resolve(null),
  };
}

/** Signing in and out, as react-admin asks for it. The session is a cookie that scripts cannot read; `gate.ts` handles its end. */
import type { QueryClient } from '@tanstack/react-query';
import type { AuthProvider } from 'react-admin';
import { call } from './client.js';
import { leaving, ME, type Me } from './me.js';
import { keepChoices } from './preferences.js';
import { Problem } from './problem.js';

export function authProviderOver(queries: QueryClient): AuthProvider {
  const me = (): Promise<Me> => queries.fetchQuery({ queryKey: ME, queryFn: () => call('readMe'), staleTime: 60_000, retry: false });
  const away = (): never => {
    throw Object.assign(new Error(), { redirectTo: '/sign-in', message: false });
  };
  return {
    // The pages of signing in do it themselves, in up to three steps.
    login: () => Promise.resolve(),
    async logout() {
      if (queries.getQueryData(ME)) {
        await keepChoices();
        leaving.now = true;
        await call('signOut').catch(() => undefined);
      }
      // react-admin forgets what was read, once this page is left: before, it would be asked for again.
      return '/sign-in';
    },
    async checkAuth() {
      if (queries.getQueryData(ME)) return;
      try {
        const { stage } = await call('readSignInWays');
        if (stage !== 'signed-in') return away();
        leaving.now = false;
        await me();
      } catch (error) {
        // No connection is no reason to throw somebody out.
        if (!(error instanceof Problem) || error.status === 401) throw error;
      }
    },
    // `gate.ts` has asked already. Whoever declined to sign in again stays where they are, until they leave.
    checkError: () => Promise.resolve(),
    async getIdentity() {
      if (leaving.now) throw new Error('nobody is signed in');
      const { accountId, email, memberId } = await me();
      const fullName = memberId === null ? undefined : (await call('readMember', { path: { id: memberId } }).catch(() => undefined))?.displayName;
      return { id: accountId, fullName: fullName ?? email ?? '' };
    },
    // `me.ts` asks the policy itself.
    getPermissions: () => Promise.resolve(null),
  };
}

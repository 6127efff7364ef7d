/** /api/v1/provider: signing in through an organisation's own provider (OpenID Connect). */
import { z } from 'zod';
import { isRefusal, RefusedError } from '#event-sourcing';
import { defineActions, unknownRoute } from '#event-sourcing-nest';
import { linkIdentity } from '#features/accounts/accounts.decider.js';
import type { CredentialedRequest } from '../platform/access.guard.js';
import { action, giveAs, orRefuse, seatOf, sensitiveForThem, signedOf } from './asked.js';
import { giveProviderSecret, giveSession, providerSecret, takeProviderSecret } from './cookie.js';
import { identityTaken } from './identities.js';
import { badReturnTo } from './return-to.js';
import { notAuthenticatedAgain, notOurCallback, providerRefused, providerUnavailable, signInExpired, type OpenIdConnect } from './oidc.js';
import type { ReloconService } from './services.js';
import { wrongCredentials } from './sign-in.js';

/** How long somebody may be at the provider. */
const AWAY_MS = 600_000;

const starting = z.strictObject({
  returnTo: z.string().max(1_000).default('/').describe('A path of this site to come back to.'),
  again: z.enum(['true']).optional().describe('To sign in there again, for what is sensitive here.'),
});

const callback = z.looseObject({ code: z.string().max(10_000).optional().describe('From the provider.'), state: z.string().max(1_000).optional().describe('From the provider.') });

const leadsThere = [{ status: 302, description: 'To the provider.' }];
const leadsBack = [{ status: 303, description: 'Back to where one came from.' }];

function providerOf({ people }: ReloconService): OpenIdConnect {
  const provider = people.provider();
  if (!provider) throw new RefusedError(unknownRoute('This installation has no provider to sign in through.'));
  return provider;
}

type Start = { url: string; secret: string };

export const ProviderController = defineActions<ReloconService>({
  path: 'provider',
  tag: 'Signing in',
  actions: [
    action({
      method: 'GET',
      path: '',
      operationId: 'signInThroughProvider',
      summary: 'Sign in through the provider',
      description: 'Leads to the organisation’s provider, and back. Whoever was never linked to an account signs in to theirs first, and links it.',
      access: 'everybody',
      query: starting,
      otherAnswers: leadsThere,
      refusals: [badReturnTo, providerUnavailable, unknownRoute],
      async run({ runtime, reply, query }) {
        const begun = orRefuse<Start>(await providerOf(runtime).start({ returnTo: query.returnTo, purpose: query.again ? 'again' : 'sign-in', ...(query.again && { maxAge: 0 }) }));
        giveProviderSecret(reply, begun.secret, AWAY_MS);
        reply.redirect(begun.url, 302);
      },
    }),
    action({
      method: 'POST',
      path: 'link',
      operationId: 'linkProvider',
      summary: 'Link one’s account with the provider',
      description: 'Answers where to go; whoever comes back from there signs in to this account through the provider from then on.',
      access: sensitiveForThem,
      body: z.strictObject({ returnTo: z.string().max(1_000).default('/') }),
      example: { returnTo: '/#/me' },
      answer: { name: 'ProviderAddress', schema: z.strictObject({ url: z.string().max(10_000) }), example: { url: 'https://login.example.org/authorize?client_id=relocon' } },
      refusals: [badReturnTo, providerUnavailable, unknownRoute],
      async run({ runtime, request, reply, body }) {
        const begun = orRefuse<Start>(await providerOf(runtime).start({ returnTo: body.returnTo, purpose: `link ${signedOf(request).accountId}` }));
        giveProviderSecret(reply, begun.secret, AWAY_MS);
        return { url: begun.url };
      },
    }),
    action({
      method: 'GET',
      path: 'callback',
      operationId: 'returnFromProvider',
      summary: 'Come back from the provider',
      description: 'Where the provider leads to.',
      access: 'everybody',
      query: callback,
      otherAnswers: leadsBack,
      refusals: [notOurCallback, signInExpired, providerRefused, notAuthenticatedAgain, providerUnavailable, identityTaken, wrongCredentials, unknownRoute],
      async run({ runtime, request, reply }) {
        const { people } = runtime;
        const secret = providerSecret(request.headers);
        takeProviderSecret(reply);
        const proven = await providerOf(runtime).finish(request.url, secret);
        if (isRefusal(proven)) return proven;
        const { issuer, subject, purpose, returnTo } = proven;
        const [what, linking] = purpose.split(' ');
        if (what === 'link' && linking !== undefined) await link(runtime, request as CredentialedRequest, linking, { issuer, subject });
        else {
          const accountId = await people.identities.find({ issuer, subject });
          const account = accountId === undefined ? undefined : await people.signIn.account(accountId);
          if (accountId === undefined || account?.status !== 'open') return wrongCredentials('No account here is linked with this sign-in. Sign in with your e-mail address and password, and link it under your account.');
          const { token } = await people.signIn.open(accountId, account, seatOf(request), what === 'again');
          giveSession(reply, token, people.sessionLifeMs);
        }
        reply.redirect(returnTo, 303);
        return undefined;
      },
    }),
  ],
});

/** Only in the session that began it, whose cookie does not come along from the provider's page: its account is sealed in what began it. */
async function link(runtime: ReloconService, request: CredentialedRequest, accountId: string, identity: { issuer: string; subject: string }): Promise<void> {
  const account = await runtime.people.signIn.account(accountId);
  if (account.status !== 'open') throw new RefusedError(wrongCredentials('This account cannot be signed in to.'));
  orRefuse(await runtime.people.identities.link(accountId, identity, runtime.clock()));
  await giveAs(runtime, accountId, account, linkIdentity, { accountId, issuer: identity.issuer, fromAddress: request.ip });
}

/** /api/v1/provider: signing in through an organisation's own provider (OpenID Connect). */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { defineRefusal, isRefusal, RefusedError } from '#event-sourcing';
import { defineActions, must, unauthenticated, unknownRoute } from '#event-sourcing-nest';
import { linkIdentity } from '#features/accounts/accounts.decider.js';
import type { AccountStanding } from '#features/accounts/accounts.events.js';
import { action, giveAs, seatOf, sensitiveForThem, signedOf } from './asked.js';
import { giveProviderSecret, giveSession, providerSecret, takeProviderSecret } from '../credentials/cookie.js';
import { foreignOrigin } from '../settings/origin.js';
import { identityTaken, type Identity } from './identities.js';
import { badReturnTo } from './return-to.js';
import { notAuthenticatedAgain, notOurCallback, providerRefused, providerUnavailable, signInExpired, type OpenIdConnect } from './oidc.js';
import type { ReloconService } from './services.js';
import type { Session } from '../credentials/sessions.js';
import { signInNotUnderWay, wrongCredentials } from './sign-in.js';

export const providerLinked = defineRefusal('provider-linked-already', 'This account is linked with the provider already');

/** How long somebody may be at the provider. */
const AWAY_MS = 600_000;

const starting = z.strictObject({
  returnTo: z.string().max(1_000).default('/').describe('A path of this site to come back to.'),
  again: z.enum(['true']).optional().describe('To sign in there again, for what is sensitive here.'),
});

const callback = z.looseObject({ code: z.string().max(10_000).optional().describe('From the provider.'), state: z.string().max(1_000).optional().describe('From the provider.') });

const leadsThere = [{ status: 302, description: 'To the provider.' }];
const leadsBack = [{ status: 303, description: 'Back to where one came from; a browser whose sign-in is refused, to a page that says why.' }];

function providerOf({ people }: ReloconService): OpenIdConnect {
  const provider = people.provider();
  if (!provider) throw new RefusedError(unknownRoute('This installation has no provider to sign in through.'));
  return provider;
}

/**
 * What somebody goes to the provider for, sealed in the cookie they come back with. The session's own cookie stays behind when they come
 * back from another site, so the session that began it is named here, and must still be alive then.
 */
type Purpose = 'sign-in' | 'again' | 'link';

function purposeOf(what: Purpose, session?: Pick<Session, 'accountId' | 'id'>): string {
  return session ? `${what} ${session.accountId} ${session.id}` : what;
}

export const ProviderController = defineActions<ReloconService>({
  path: 'provider',
  tag: 'Signing in',
  actions: [
    action({
      method: 'GET',
      path: '',
      operationId: 'signInThroughProvider',
      summary: 'Sign in through the provider',
      description: 'Leads to the organisation’s provider, and back. Whoever was never linked to an account signs in to theirs first, and links it. The second factor of an account is asked for all the same. With `again=true`, the session one has counts as if its password had been given now.',
      access: 'everybody',
      query: starting,
      otherAnswers: [...leadsThere, { status: 303, description: 'A browser, to a page that says why not.' }],
      refusals: [badReturnTo, foreignOrigin, providerUnavailable, unauthenticated, unknownRoute],
      run: ({ runtime, request, reply, query: { returnTo, again } }) => orSayWhy(request, reply, async () => {
        const provider = providerOf(runtime);
        if (BESIDE_US.includes(String(request.headers['sec-fetch-site']))) return foreignOrigin('Signing in begins at this site: open it, and sign in there.');
        const session = (await runtime.credentials.of(request.headers, request.ip))?.session;
        if (again && !session) return unauthenticated('Sign in first: only who is signed in can sign in again.');
        const begun = must(await provider.start({ returnTo, purpose: purposeOf(again ? 'again' : 'sign-in', session), ...(again && ANEW) }));
        giveProviderSecret(reply, begun.secret, AWAY_MS);
        reply.redirect(begun.url, 302);
        return undefined;
      }),
    }),
    action({
      method: 'POST',
      path: 'link',
      operationId: 'linkProvider',
      summary: 'Link one’s account with the provider',
      description: 'Answers where to go; whoever signs in there and comes back signs in to this account through the provider from then on. The session that asked must last until then.',
      access: sensitiveForThem,
      body: z.strictObject({ returnTo: z.string().max(1_000).default('/') }),
      example: { returnTo: '/#/me' },
      answer: { name: 'ProviderAddress', schema: z.strictObject({ url: z.string().max(10_000) }), example: { url: 'https://login.example.org/authorize?client_id=relocon' } },
      refusals: [badReturnTo, providerUnavailable, unknownRoute],
      async run({ runtime, request, reply, body }) {
        const begun = must(await providerOf(runtime).start({ returnTo: body.returnTo, purpose: purposeOf('link', signedOf(request).session), ...ANEW }));
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
      refusals: [notOurCallback, signInExpired, providerRefused, notAuthenticatedAgain, providerUnavailable, identityTaken, providerLinked, signInNotUnderWay, wrongCredentials, unknownRoute],
      run: ({ runtime, request, reply }) => orSayWhy(request, reply, async () => {
        const secret = providerSecret(request.headers);
        takeProviderSecret(reply);
        const proven = must(await providerOf(runtime).finish(request.url, secret));
        const [what, accountId = '', sessionId = ''] = proven.purpose.split(' ') as [Purpose, string?, string?];
        await GO_ON[what]({ runtime, request, reply, identity: proven, accountId, sessionId });
        reply.redirect(proven.returnTo, 303);
        return undefined;
      }),
    }),
  ],
});

/** People come here by links and redirections: a browser gets no problem document to read, but the console's page about it. */
async function orSayWhy<T>(request: FastifyRequest, reply: FastifyReply, run: () => Promise<T>): Promise<T | undefined> {
  try {
    const answer = await run();
    if (isRefusal(answer)) throw new RefusedError(answer);
    return answer;
  } catch (error) {
    if (!(error instanceof RefusedError) || !request.headers.accept?.includes('text/html')) throw error;
    reply.redirect(`/#/returned?refused=${error.refusal.type}`, 303);
    return undefined;
  }
}

/** Another site could sign somebody in here as whoever it has signed in at the provider. */
const BESIDE_US = ['cross-site', 'same-site'];

/** What lasts, or opens what is sensitive, takes more than a session that somebody left open at the provider, or that another put there. */
const ANEW = { maxAge: 0 };

interface Return {
  runtime: ReloconService;
  request: FastifyRequest;
  reply: FastifyReply;
  identity: Identity;
  /** Of the session that began it; empty for none. */
  accountId: string;
  sessionId: string;
}

const GO_ON: Record<Purpose, (back: Return) => Promise<void>> = { 'sign-in': signIn, again, link };

async function signIn({ runtime, request, reply, identity, ...before }: Return): Promise<void> {
  const { people, sessions } = runtime;
  const accountId = await people.identities.find(identity);
  const account = accountId === undefined ? undefined : await people.signIn.account(accountId);
  if (account?.status === 'disabled') throw new RefusedError(wrongCredentials('The account that is linked with this sign-in is disabled. Ask your administrator.'));
  if (accountId === undefined || account?.status !== 'open') throw new RefusedError(wrongCredentials('No account here is linked with this sign-in. Sign in with your e-mail address and password, and link it under your account.'));
  const { token } = await people.signIn.open(accountId, account, seatOf(request));
  if (before.sessionId) await sessions.endById(before.accountId, before.sessionId);
  giveSession(reply, token, people.sessionLifeMs);
}

/** Renews the session that asked, at the stage it has: no second factor has been given by this. */
async function again({ runtime, request, reply, identity, accountId, sessionId }: Return): Promise<void> {
  await begunBy(runtime, accountId, sessionId);
  if ((await runtime.people.identities.find(identity)) !== accountId) throw new RefusedError(wrongCredentials('You are signed in here to an account that is not linked with this sign-in.'));
  const renewed = await runtime.sessions.renewById(accountId, sessionId, { authenticatedAt: Date.parse(runtime.clock()), ...seatOf(request) });
  if (!renewed) throw new RefusedError(endedMeanwhile());
  giveSession(reply, renewed.token, runtime.people.sessionLifeMs);
}

async function link({ runtime, request, identity, accountId, sessionId }: Return): Promise<void> {
  const { identities } = runtime.people;
  const account = await begunBy(runtime, accountId, sessionId);
  const already = await identities.listOf(accountId);
  const { id } = must(await linkOnce());
  if (!already.some((each) => each.id === id)) await giveAs(runtime, accountId, account, linkIdentity, { accountId, issuer: identity.issuer, fromAddress: request.ip });

  async function linkOnce() {
    const mine = (await identities.find(identity)) === accountId;
    return !mine && already.some(({ issuer }) => issuer === identity.issuer)
      ? providerLinked('Your account is linked with another sign-in at this provider. Unlink that one first.')
      : identities.link(accountId, identity, runtime.clock());
  }
}

/** The account of the session that began it. @throws RefusedError where that has ended, or what it rests on has changed. */
async function begunBy({ people, sessions }: ReloconService, accountId: string, sessionId: string): Promise<AccountStanding> {
  const session = await sessions.findById(accountId, sessionId);
  const account = await people.signIn.account(accountId);
  if (account.status !== 'open' || session?.epoch !== account.epoch) throw new RefusedError(endedMeanwhile());
  return account;
}

const endedMeanwhile = () => signInNotUnderWay('The session in which you began this has ended meanwhile. Sign in, and begin again.');

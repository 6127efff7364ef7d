/** /api/v1/sessions: signing in, signing out, and where one is signed in. */
import { z } from 'zod';
import { defineActions, must, notFound } from '#event-sourcing-nest';
import { endSessions } from '#features/accounts/accounts.decider.js';
import { action, code, email, giveAs, newlySignedIn, password, seatOf, signedIn, signedInAnswer, signedOf, signingIn, state, stateAnswer } from './asked.js';
import { takeSession } from '../credentials/cookie.js';
import type { ReloconService } from './services.js';
import { signInNotUnderWay, tooManyAttempts, wrongCredentials } from './sign-in.js';

const listed = z.strictObject({
  id: z.uuid(),
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  address: z.string().max(64).describe('Network address it was used from last.'),
  userAgent: z.string().max(200).describe('What the browser calls itself.'),
});

const sessionList = z.strictObject({ items: z.array(listed).max(1_000) });

const example = { id: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e61', current: true, createdAt: '2026-01-12T18:00:00.000Z', lastSeenAt: '2026-01-12T18:04:00.000Z', address: '203.0.113.7', userAgent: 'Mozilla/5.0' };

const ways = z.strictObject({
  stage: state.shape.stage.nullable().describe('How far this browser has come; null: not signed in.'),
  provider: z.boolean().describe('Whether people can sign in through a provider.'),
});

export const SessionsController = defineActions<ReloconService>({
  path: 'sessions',
  tag: 'Signing in',
  actions: [
    action({
      method: 'POST',
      path: '',
      operationId: 'signIn',
      summary: 'Sign in',
      description: 'With e-mail address and password. Sets the session cookie; `stage` tells what is left to do. Whether there is an account with this address does not show.',
      access: 'everybody',
      body: z.strictObject({ email, password }),
      example: { email: 'amara@example.org', password: 'four words nobody guesses' },
      answer: { ...stateAnswer, status: 201 },
      refusals: [wrongCredentials, tooManyAttempts],
      async run({ runtime, request, reply, body }) {
        return newlySignedIn(runtime, request, reply, must(await runtime.people.signIn.withPassword(body, seatOf(request))));
      },
    }),
    action({
      method: 'POST',
      path: 'second-factor',
      operationId: 'giveSecondFactor',
      summary: 'Give the second factor',
      description: 'A code of the authenticator, or one of the recovery codes. The session gets a new cookie.',
      access: signingIn,
      body: z.strictObject({ code: code.optional(), recoveryCode: code.optional() }).refine((body) => (body.code === undefined) !== (body.recoveryCode === undefined), { error: 'give either code or recoveryCode', path: ['code'] }),
      example: { code: '492039' },
      answer: stateAnswer,
      refusals: [wrongCredentials, tooManyAttempts, signInNotUnderWay],
      async run({ runtime, request, reply, body }) {
        const { token, session, account } = signedOf(request);
        return signedInAnswer(runtime, reply, must(await runtime.people.signIn.withSecondFactor(token, session, body, seatOf(request))), account);
      },
    }),
    action({
      method: 'GET',
      path: 'ways',
      operationId: 'readSignInWays',
      summary: 'Read how one can sign in',
      description: 'What a page of signing in offers, and whether this browser needs it.',
      access: 'everybody',
      answer: { name: 'SignInWays', schema: ways, example: { stage: null, provider: false } },
      async run({ runtime, request }) {
        const credential = await runtime.credentials.of(request.headers, request.ip);
        return { stage: credential?.session?.stage ?? null, provider: runtime.people.provider() !== undefined };
      },
    }),
    action({
      method: 'GET',
      path: '',
      operationId: 'listSessions',
      summary: 'List one’s own sessions',
      description: 'Where one is signed in, the one used last first.',
      access: signedIn,
      own: true,
      answer: { name: 'SessionList', schema: sessionList, example: { items: [example] } },
      async run({ runtime, request }) {
        const { session, accountId, account } = signedOf(request);
        const items = (await runtime.sessions.listOf(accountId)).filter(({ epoch, stage }) => epoch === account.epoch && stage === 'signed-in');
        return {
          items: items.map(({ id, createdAt, lastSeenAt, address, userAgent }) => ({ id, current: id === session.id, createdAt: new Date(createdAt).toISOString(), lastSeenAt: new Date(lastSeenAt).toISOString(), address, userAgent })),
        };
      },
    }),
    action({
      method: 'DELETE',
      path: 'current',
      operationId: 'signOut',
      summary: 'Sign out',
      description: 'Ends this session at once.',
      access: signingIn,
      async run({ runtime, request, reply }) {
        await runtime.sessions.end(signedOf(request).token);
        takeSession(reply);
      },
    }),
    action({
      method: 'DELETE',
      path: ':id',
      operationId: 'endSession',
      summary: 'End one of one’s own sessions',
      description: 'At its next request, wherever it is.',
      access: signedIn,
      refusals: [notFound],
      async run({ runtime, request, id }) {
        return (await runtime.sessions.endById(signedOf(request).accountId, id)) ? undefined : notFound('You have no session with this id.');
      },
    }),
    action({
      method: 'POST',
      path: 'end-all',
      operationId: 'endAllSessions',
      summary: 'End all of one’s own sessions',
      description: 'This one too.',
      access: signedIn,
      async run({ runtime, request, reply }) {
        const { accountId, account } = signedOf(request);
        await giveAs(runtime, accountId, account, endSessions, { accountId });
        await runtime.sessions.endAllOf(accountId);
        takeSession(reply);
      },
    }),
  ],
});

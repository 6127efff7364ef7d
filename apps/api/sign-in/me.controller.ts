/** /api/v1/me: what people do with their own account. */
import { z } from 'zod';
import { defineRefusal } from '#event-sourcing';
import { defineActions, must, notYours } from '#event-sourcing-nest';
import * as commands from '#features/accounts/accounts.decider.js';
import { claimEmail } from '#features/accounts/claims.js';
import { action, code, email, epochAfter, giveAs, password, sensitiveForThem, signedIn, signedInAnswer, signedOf, signingIn, state, stateAnswer, stateExample, stateOf, type Signed } from './asked.js';
import { passwordRefused, refusePassword } from './password-rules.js';
import { MOST_PREFERENCES, tooManyPreferences } from './preferences.js';
import type { ReloconService } from './services.js';
import type { SessionChanges } from '../credentials/sessions.js';
import { signInNotUnderWay, tooManyAttempts, wrongCredentials } from './sign-in.js';

export const secondFactorNeeded = defineRefusal('second-factor-needed', 'A second factor is needed', 409);
export const noSecondFactor = defineRefusal('no-second-factor', 'There is no second factor', 409);

const me = state.extend({
  email: z.string().max(254).nullable(),
  pendingEmail: z.string().max(254).nullable().describe('An address that waits to be confirmed, for the old one’s consent, or for notice to it to end.'),
  noticeEnds: z.iso.datetime().nullable(),
  secondFactor: z.boolean(),
  mustHaveSecondFactor: z.boolean().describe('The settings of the installation ask it of their role.'),
  recoveryCodesLeft: z.int().min(0).nullable(),
  providers: z.array(z.string().max(500)).max(20),
  groups: z.array(z.uuid()).max(10_000),
  facilitates: z.array(z.uuid()).max(10_000),
});

const preferenceName = z.string().max(100).regex(/^[\w.-]+$/);
const preferenceValue = z.string().max(8_000);
const preferences = z.strictObject({ items: z.array(z.strictObject({ name: preferenceName, value: preferenceValue })).max(MOST_PREFERENCES) });
const preferenceExample = { name: 'theme', value: '"dark"' };

const recoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string().max(20)).max(20).describe('Shown now and never again; each works once.') });
const recoveryExample = { recoveryCodes: ['7k2mq-x9d4r'] };

function ownerOf({ accountId, account }: Signed) {
  return { accountId, personId: account.memberId ?? accountId };
}

/** The same session with other facts, under a new token. */
async function renewed({ sessions }: ReloconService, { token }: Signed, changes: SessionChanges) {
  return (await sessions.renew(token, changes)) ?? signInNotUnderWay('Your session ended meanwhile: sign in again.');
}

export const MeController = defineActions<ReloconService>({
  path: 'me',
  tag: 'Signing in',
  actions: [
    action({
      method: 'GET',
      path: '',
      operationId: 'readMe',
      summary: 'Read who one is',
      description: 'Account, roles, groups, and how far signing in has come.',
      access: signingIn,
      answer: { name: 'Me', schema: me, example: { ...stateExample, email: 'amara@example.org', pendingEmail: null, noticeEnds: null, secondFactor: false, mustHaveSecondFactor: false, recoveryCodesLeft: null, providers: [], groups: [], facilitates: [] } },
      async run({ runtime, request }) {
        const { session, accountId } = signedOf(request);
        const account = await runtime.people.signIn.account(accountId);
        const done = session.stage === 'signed-in';
        const { groups, facilitates } = done && account.memberId !== undefined ? await runtime.readerOf({ kind: 'member', id: account.memberId, role: 'member', via: 'console' }) : { groups: [], facilitates: [] };
        return {
          ...stateOf(session, account),
          // Who has given a password alone learns no more than that it was right.
          email: done ? account.email : null,
          pendingEmail: done ? (account.pending?.email ?? null) : null,
          noticeEnds: done ? (account.pending?.noticeEnds ?? null) : null,
          secondFactor: account.secondFactor,
          mustHaveSecondFactor: runtime.people.signIn.needsSecondFactor(account),
          recoveryCodesLeft: done && account.secondFactor ? await runtime.people.secondFactors.remaining(accountId) : null,
          providers: done ? [...account.issuers] : [],
          groups,
          facilitates,
        };
      },
    }),
    action({
      method: 'POST',
      path: 'change-password',
      operationId: 'changePassword',
      summary: 'Change one’s password',
      description: 'All other sessions end; this one gets a new cookie.',
      access: signedIn,
      body: z.strictObject({ currentPassword: password, password }),
      example: { currentPassword: 'four words nobody guesses', password: 'four other words for this' },
      answer: stateAnswer,
      refusals: [wrongCredentials, tooManyAttempts, passwordRefused, signInNotUnderWay],
      async run({ runtime, request, reply, body }) {
        const { people } = runtime;
        const signed = signedOf(request);
        const { accountId, account } = signed;
        must(await refusePassword(body.password, [account.email ?? '']));
        const version = must(await people.signIn.checkPassword(accountId, body.currentPassword, request.ip));
        const hashed = await people.passwords.hashed(body.password);
        // First, so that no session goes on where this is cut off.
        const changed = await giveAs(runtime, accountId, account, commands.notePasswordChange, { accountId, how: 'changed', fromAddress: request.ip });
        if (!(await people.passwords.putAfter(accountId, version, hashed))) return wrongCredentials('Your password was changed meanwhile: sign in with the new one.');
        const session = must(await renewed(runtime, signed, { epoch: epochAfter(changed, account), authenticatedAt: Date.parse(runtime.clock()) }));
        await runtime.sessions.endAllOf(accountId, session.session.id);
        return signedInAnswer(runtime, reply, session, account);
      },
    }),
    action({
      method: 'POST',
      path: 're-authenticate',
      operationId: 'reAuthenticate',
      summary: 'Give one’s password again',
      description: 'For five minutes, what is sensitive needs no more. Whoever signs in through a provider does it there: GET /api/v1/provider with `again=true`.',
      access: signingIn,
      body: z.strictObject({ password }),
      example: { password: 'four words nobody guesses' },
      answer: stateAnswer,
      refusals: [wrongCredentials, tooManyAttempts, signInNotUnderWay],
      async run({ runtime, request, reply, body }) {
        const signed = signedOf(request);
        must(await runtime.people.signIn.checkPassword(signed.accountId, body.password, request.ip));
        return signedInAnswer(runtime, reply, must(await renewed(runtime, signed, { authenticatedAt: Date.parse(runtime.clock()) })), signed.account);
      },
    }),
    action({
      method: 'POST',
      path: 'second-factor',
      operationId: 'beginSecondFactor',
      summary: 'Begin to set up a second factor',
      description: 'A secret for an authenticator, as text and as an `otpauth:` address for a QR code. It counts once a code of it was given.',
      access: { ...sensitiveForThem, early: true },
      answer: { name: 'NewSecondFactor', schema: z.strictObject({ secret: z.string().max(64), uri: z.string().max(1_000) }), example: { secret: 'KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD', uri: 'otpauth://totp/Relocon:amara%40example.org?secret=KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD' } },
      refusals: [signInNotUnderWay],
      async run({ runtime, request }) {
        const { accountId, account, session } = signedOf(request);
        if (session.stage === 'second-factor') return signInNotUnderWay('Give the code of your second factor first.');
        return runtime.people.secondFactors.begin(accountId, account.email ?? accountId);
      },
    }),
    action({
      method: 'POST',
      path: 'second-factor/confirm',
      operationId: 'confirmSecondFactor',
      summary: 'Confirm the second factor',
      description: 'With a code of the authenticator. Answers the recovery codes, once. All other sessions end.',
      access: { ...sensitiveForThem, early: true },
      body: z.strictObject({ code }),
      example: { code: '492039' },
      answer: { name: 'RecoveryCodes', schema: recoveryCodes, example: recoveryExample },
      refusals: [wrongCredentials, signInNotUnderWay],
      async run({ runtime, request, reply, body }) {
        const signed = signedOf(request);
        const { accountId, account, session } = signed;
        if (session.stage === 'second-factor') return signInNotUnderWay('Give the code of your second factor first.');
        const codes = await runtime.people.secondFactors.confirm(accountId, body.code);
        if (!codes) return wrongCredentials('The code is not right, or the set-up took more than half an hour: look at the authenticator again, or begin anew.');
        const enabled = await giveAs(runtime, accountId, account, commands.enableSecondFactor, { accountId, fromAddress: request.ip });
        signedInAnswer(runtime, reply, must(await renewed(runtime, signed, { stage: 'signed-in', epoch: epochAfter(enabled, account) })), account);
        return { recoveryCodes: codes };
      },
    }),
    action({
      method: 'DELETE',
      path: 'second-factor',
      operationId: 'removeOwnSecondFactor',
      summary: 'Remove one’s second factor',
      description: 'Refused where one is required. All other sessions end.',
      access: sensitiveForThem,
      refusals: [secondFactorNeeded, noSecondFactor, signInNotUnderWay],
      async run({ runtime, request, reply }) {
        const signed = signedOf(request);
        const { accountId, account } = signed;
        const { signIn, secondFactors } = runtime.people;
        if (!account.secondFactor) return noSecondFactor('Your account has no second factor.');
        if (signIn.needsSecondFactor(account)) return secondFactorNeeded('Your account must have a second factor; set up another one instead.');
        const removed = await giveAs(runtime, accountId, account, commands.removeSecondFactor, { accountId, fromAddress: request.ip });
        await secondFactors.remove(accountId);
        signedInAnswer(runtime, reply, must(await renewed(runtime, signed, { epoch: epochAfter(removed, account) })), account);
        return undefined;
      },
    }),
    action({
      method: 'POST',
      path: 'recovery-codes',
      operationId: 'renewOwnRecoveryCodes',
      summary: 'Get new recovery codes',
      description: 'The old ones end.',
      access: sensitiveForThem,
      answer: { name: 'RecoveryCodes', schema: recoveryCodes, example: recoveryExample },
      refusals: [noSecondFactor],
      async run({ runtime, request }) {
        const { accountId, account } = signedOf(request);
        if (!account.secondFactor) return noSecondFactor('Recovery codes stand in for a second factor, and your account has none.');
        const codes = await runtime.people.secondFactors.renewRecoveryCodes(accountId);
        await giveAs(runtime, accountId, account, commands.renewRecoveryCodes, { accountId, fromAddress: request.ip });
        return { recoveryCodes: codes };
      },
    }),
    action({
      method: 'POST',
      path: 'address',
      operationId: 'requestOwnAddressChange',
      summary: 'Ask for another e-mail address',
      description: 'The new address must confirm; it takes effect once the old one consents, or seven days after notice to it.',
      access: sensitiveForThem,
      body: z.strictObject({ email }),
      example: { email: 'amara.okafor@example.org' },
      refusals: [commands.addressTaken, commands.sameEmail],
      async run({ runtime, request, body }) {
        const { accountId, account } = signedOf(request);
        must(await claimEmail(runtime, body.email, accountId));
        await giveAs(runtime, accountId, account, commands.requestAddressChange, { accountId, email: body.email, fromAddress: request.ip });
      },
    }),
    action({
      method: 'DELETE',
      path: 'address',
      operationId: 'stopOwnAddressChange',
      summary: 'Stop the change of one’s e-mail address',
      description: 'While it waits for consent or notice.',
      access: signedIn,
      refusals: [commands.noAddressChange],
      async run({ runtime, request }) {
        const { accountId, account } = signedOf(request);
        await giveAs(runtime, accountId, account, commands.stopAddressChange, { accountId, fromAddress: request.ip });
      },
    }),
    action({
      method: 'DELETE',
      path: 'providers/:id',
      operationId: 'unlinkProvider',
      summary: 'Sign in through a provider no longer',
      description: 'The id is the one of the list of providers.',
      access: sensitiveForThem,
      refusals: [notYours],
      async run({ runtime, request, id }) {
        const { accountId, account } = signedOf(request);
        const linked = (await runtime.people.identities.listOf(accountId)).find((each) => each.id === id);
        if (!linked) return notYours('You do not sign in through a provider with this id.');
        await runtime.people.identities.unlink(accountId, id);
        await giveAs(runtime, accountId, account, commands.unlinkIdentity, { accountId, issuer: linked.issuer, fromAddress: request.ip });
        return undefined;
      },
    }),
    action({
      method: 'GET',
      path: 'providers',
      operationId: 'listOwnProviders',
      summary: 'List the providers one signs in through',
      description: 'Issuer and when it was linked.',
      access: signedIn,
      own: true,
      answer: {
        name: 'ProviderList',
        schema: z.strictObject({ items: z.array(z.strictObject({ id: z.string().max(64), issuer: z.string().max(500), linkedAt: z.iso.datetime() })).max(20) }),
        example: { items: [{ id: 'pUq2o6', issuer: 'https://login.example.org', linkedAt: '2026-01-12T18:00:00.000Z' }] },
      },
      async run({ runtime, request }) {
        return { items: await runtime.people.identities.listOf(signedOf(request).accountId) };
      },
    }),
    action({
      method: 'GET',
      path: 'preferences',
      operationId: 'listPreferences',
      summary: 'List one’s own preferences',
      description: 'What one chose in a client, such as the console: colours, columns, saved queries. Nobody else reads them.',
      access: signedIn,
      own: true,
      answer: { name: 'PreferenceList', schema: preferences, example: { items: [preferenceExample] } },
      async run({ runtime, request }) {
        return { items: await runtime.people.preferences.of(ownerOf(signedOf(request))) };
      },
    }),
    action({
      method: 'POST',
      path: 'preferences',
      operationId: 'keepPreferences',
      summary: 'Keep preferences',
      description: 'Each takes the place of the one of its name; null forgets that; others stay. What a value says is for clients to know.',
      access: signedIn,
      body: z.strictObject({ changes: z.array(z.strictObject({ name: preferenceName, value: preferenceValue.nullable() })).min(1).max(MOST_PREFERENCES) }),
      example: { changes: [preferenceExample] },
      refusals: [tooManyPreferences],
      run: ({ runtime, request, body }) => runtime.people.preferences.change(ownerOf(signedOf(request)), body.changes),
    }),
  ],
});

/** What links sent by mail are good for: invitations, new passwords, other addresses. And the link that sets the service up. */
import { z } from 'zod';
import { RefusedError } from '#event-sourcing';
import { defineActions, must } from '#event-sourcing-nest';
import * as commands from '#features/accounts/accounts.decider.js';
import { sameAddress, type AccountStanding } from '#features/accounts/accounts.events.js';
import { accountOfEmail } from '#features/accounts/claims.js';
import { action, email, giveAs, linkRefused, linkToken, password, signedInByLink, stateAnswer } from './asked.js';
import { LINKS, type LinkPurpose } from './mails.js';
import { passwordRefused, refusePassword } from './password-rules.js';
import type { ReloconService } from './services.js';
import { setUp } from './set-up.js';
import { tooManyAttempts } from './sign-in.js';

const tokenOnly = z.strictObject({ token: linkToken });
const withPassword = z.strictObject({ token: linkToken, password });
const tokenExample = { token: 'Yw3…' };
const passwordExample = { ...tokenExample, password: 'four words nobody guesses' };

/** The account a link is for. @throws RefusedError where it does not work. */
async function linked({ people }: ReloconService, token: string, purpose: LinkPurpose): Promise<{ accountId: string; account: AccountStanding; about: unknown }> {
  const link = await people.links.peek(token, purpose);
  if (!link) throw new RefusedError(linkRefused());
  return { accountId: link.accountId, account: await people.signIn.account(link.accountId), about: link.data?.about };
}

/** Of all who send the same link at once, one gets through. @throws RefusedError for the others. */
async function useUp({ people }: ReloconService, token: string, purpose: LinkPurpose): Promise<void> {
  if (!(await people.links.redeem(token, purpose))) throw new RefusedError(linkRefused());
}

/** What a link about a change of address does to it. */
function onAddressChange(operationId: string, path: string, purpose: LinkPurpose, command: typeof commands.confirmAddress, summary: string, description: string) {
  return action({
    method: 'POST',
    path,
    operationId,
    summary,
    description,
    access: 'everybody',
    body: tokenOnly,
    example: tokenExample,
    refusals: [commands.noAddressChange],
    async run({ runtime, request, body }) {
      const { accountId, account, about } = await linked(runtime, body.token, purpose);
      if (account.pending?.eventId !== about) return linkRefused();
      await giveAs(runtime, accountId, account, command, { accountId, fromAddress: request.ip });
      // Last, so that whoever is cut off can send it again: it does the same once and twice.
      await runtime.people.links.redeem(body.token, purpose);
      return undefined;
    },
  });
}

export const InvitationsController = defineActions<ReloconService>({
  path: 'invitations',
  tag: 'Signing in',
  actions: [
    action({
      method: 'POST',
      path: 'redeem',
      operationId: 'redeemInvitation',
      summary: 'Take up an invitation',
      description: 'With the token of the link and a password of one’s own. Signs in.',
      access: 'everybody',
      body: withPassword,
      example: passwordExample,
      answer: { ...stateAnswer, status: 201 },
      refusals: [passwordRefused],
      async run({ runtime, request, reply, body }) {
        const { accountId, account, about } = await linked(runtime, body.token, 'invitation');
        if (account.status !== 'invited' || account.invitation !== about) return linkRefused();
        must(await refusePassword(body.password, [account.email ?? '']));
        await useUp(runtime, body.token, 'invitation');
        await runtime.people.passwords.set(accountId, body.password);
        await giveAs(runtime, accountId, account, commands.openAccount, { accountId, by: 'invitation', fromAddress: request.ip });
        return signedInByLink(runtime, request, reply, accountId);
      },
    }),
  ],
});

export const PasswordResetsController = defineActions<ReloconService>({
  path: 'password-resets',
  tag: 'Signing in',
  actions: [
    action({
      method: 'POST',
      path: '',
      operationId: 'requestPasswordReset',
      summary: 'Ask for a new password',
      description: 'Sends a link to the address, where an account has it. The answer is the same in any case.',
      access: 'everybody',
      body: z.strictObject({ email }),
      example: { email: 'amara@example.org' },
      async run({ runtime, request, reply, body }) {
        reply.status(204).send();
        // After the answer, so that neither the answer nor its time tells whether there is such an account.
        await requestReset(runtime, body.email, request.ip).catch((error: unknown) => runtime.logger.error({ err: error }, 'a password reset could not be begun'));
      },
    }),
    action({
      method: 'POST',
      path: 'redeem',
      operationId: 'redeemPasswordReset',
      summary: 'Set a new password',
      description: 'With the token of the link. Every session ends; sign in with the new password.',
      access: 'everybody',
      body: withPassword,
      example: passwordExample,
      refusals: [passwordRefused],
      async run({ runtime, request, body }) {
        const { accountId, account } = await linked(runtime, body.token, 'passwordReset');
        if (account.status !== 'open') return linkRefused();
        must(await refusePassword(body.password, [account.email ?? '']));
        const hashed = await runtime.people.passwords.hashed(body.password);
        await useUp(runtime, body.token, 'passwordReset');
        // Before the password is another: who is cut off here needs one more link, and no session goes on.
        await giveAs(runtime, accountId, account, commands.notePasswordChange, { accountId, how: 'reset', fromAddress: request.ip });
        await runtime.people.passwords.put(accountId, hashed);
        await runtime.sessions.endAllOf(accountId);
        return undefined;
      },
    }),
  ],
});

/** Nobody's mailbox is flooded: an address can be written to a few times, then at growing intervals. */
async function requestReset(runtime: ReloconService, address: string, from: string): Promise<void> {
  const { attempts, signIn } = runtime.people;
  const attempt = await attempts.begin([attempts.accountScope(sameAddress(address), 'reset'), attempts.addressScope(from, 'reset')]);
  const accountId = await accountOfEmail(runtime, address);
  if ('waitMs' in attempt || accountId === undefined) return;
  const account = await signIn.account(accountId);
  if (account.status === 'open') await giveAs(runtime, accountId, account, commands.requestPasswordReset, { accountId, fromAddress: from });
}

export const AddressChangesController = defineActions<ReloconService>({
  path: 'address-changes',
  tag: 'Signing in',
  actions: [
    onAddressChange('confirmAddress', 'confirm', 'confirmAddress', commands.confirmAddress, 'Confirm a new address', 'With the token sent to it.'),
    onAddressChange('consentToAddressChange', 'consent', 'addressChange', commands.consentToAddressChange, 'Consent to another address', 'With the token sent to the old address: the change takes effect at once.'),
    onAddressChange('stopAddressChangeByLink', 'stop', 'addressChange', commands.stopAddressChange, 'Stop a change of address', 'With the token sent to the old address.'),
  ],
});

export const SetUpController = defineActions<ReloconService>({
  path: 'set-up',
  tag: 'Signing in',
  actions: [
    action({
      method: 'POST',
      path: '',
      operationId: 'setUp',
      summary: 'Set the service up',
      description: `Makes the first administrator, with the token of the link that the terminal shows at the first start; it works once, for ${LINKS.setUp / 3_600_000} hours. Signs in.`,
      access: 'everybody',
      body: z.strictObject({ token: linkToken, email, password }),
      example: { ...passwordExample, email: 'ida@example.org' },
      answer: { ...stateAnswer, status: 201 },
      refusals: [passwordRefused, commands.alreadySetUp, commands.addressTaken, tooManyAttempts],
      async run({ runtime, request, reply, body }) {
        const { accountId } = await linked(runtime, body.token, 'setUp');
        must(await refusePassword(body.password, [body.email]));
        must(await setUp(runtime, accountId, body, request.ip));
        await useUp(runtime, body.token, 'setUp');
        return signedInByLink(runtime, request, reply, accountId);
      },
    }),
  ],
});

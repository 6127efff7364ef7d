/** /api/v1/accounts: who may sign in, as what. What people do with their own account stands at /api/v1/me. */
import { z } from 'zod';
import { streamName, type Actor } from '#event-sourcing';
import { defineResource, type Runtime } from '#event-sourcing-nest';
import { claimEmail, claimMember } from './claims.js';
import * as commands from './accounts.decider.js';
import { accountStanding, grantedRole } from './accounts.events.js';
import { accountPolicy } from './accounts.policy.js';
import { accountsView } from './views/accounts.js';

const accountId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e60';
const memberId = '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11';
const idField = 'accountId';
const addressField = 'fromAddress';
const acting = { idField, addressField, sensitive: true };
/** What decides about others' rights is a scope of its own. */
const scope = 'roles:write';

interface Invitation {
  accountId: string;
  email: string;
  memberId?: string;
}

async function claimBoth(runtime: Runtime, { accountId: account, email, memberId: member }: Invitation) {
  return (member === undefined ? undefined : await claimMember(runtime, member, account)) ?? claimEmail(runtime, email, account);
}

/** One’s own is at /me, where it is refused to whoever must have one. */
async function notOwn(runtime: Runtime, { accountId: account }: { accountId: string }, actor: Actor) {
  const { memberId: member } = await runtime.runner.fold(accountStanding, streamName('account', account));
  return actor.id === account || actor.id === member ? commands.ownAccount('Your own second factor you remove at /api/v1/me/second-factor, where you need not have one.') : undefined;
}

export const AccountsController = defineResource({
  path: 'accounts',
  tag: 'Accounts',
  reads: {
    view: accountsView,
    policy: accountPolicy.documents.accounts,
    schema: z.strictObject({
      id: z.uuid(),
      memberId: z.uuid().nullable().describe('The member it belongs to, for good; null for one outside, such as an auditor.'),
      email: z.string().max(254).nullable().optional().describe('For administrators and its owner.'),
      status: z.enum(['invited', 'open', 'disabled']),
      roles: z.array(grantedRole).max(2),
      secondFactor: z.boolean(),
      invitedAt: z.iso.datetime(),
      openedAt: z.iso.datetime().nullable(),
      pendingEmail: z.string().max(254).nullable().optional().describe('An address that waits for the old one’s consent, or for notice to it to end.'),
      noticeEnds: z.iso.datetime().nullable().optional(),
      providers: z.array(z.string().max(500)).max(20).describe('Issuers of the providers it signs in through.'),
    }),
    singular: 'account',
    plural: 'accounts',
    example: { id: accountId, memberId, status: 'open', roles: [], secondFactor: false, invitedAt: '2026-01-12T18:00:00.000Z', openedAt: '2026-01-12T19:00:00.000Z', providers: [] },
  },
  commands: [
    {
      verb: 'create',
      command: commands.inviteAccount, records: 'AccountInvited',
      addressField,
      sensitive: true,
      scope,
      prepare: claimBoth,
      summary: 'Invite somebody to sign in',
      description: 'Sends a link to the address. The account belongs to the member named, or to none, for good.',
      example: { email: 'amara@example.org', memberId },
    },
    { verb: 'renew-invitation', command: commands.renewInvitation, records: 'InvitationRenewed', idField, addressField, scope, summary: 'Send the invitation again', description: 'The link sent before ends.', example: {} },
    { verb: 'grant-role', command: commands.grantRole, records: 'RoleGranted', ...acting, scope, summary: 'Make an account administrator or auditor', example: { role: 'administrator', reason: 'Takes over from Ida.' } },
    { verb: 'revoke-role', command: commands.revokeRole, records: 'RoleRevoked', ...acting, scope, summary: 'Take a role away', description: 'Every session and key of the account is bound at its next request.', example: { role: 'administrator' } },
    { verb: 'disable', command: commands.disableAccount, records: 'AccountDisabled', ...acting, scope, summary: 'Disable an account', description: 'Its sessions end and its keys stop at the next request.', example: { reason: 'Left the organisation.' } },
    { verb: 'enable', command: commands.enableAccount, records: 'AccountEnabled', ...acting, scope, summary: 'Enable an account again', example: {} },
    {
      verb: 'request-address-change',
      command: commands.requestAddressChange, records: 'AddressChangeRequested', row: accountPolicy.routes.requestAddressChange,
      ...acting,
      scope,
      prepare: (runtime: Runtime, { email, accountId: account }: Invitation) => claimEmail(runtime, email, account),
      summary: 'Ask for another e-mail address',
      description: 'The new address must confirm. It takes effect once the old one consents, or seven days after notice to it.',
      example: { email: 'amara.okafor@example.org' },
    },
    { verb: 'stop-address-change', command: commands.stopAddressChange, records: 'AddressChangeStopped', row: accountPolicy.routes.stopAddressChange, idField, addressField, scope, summary: 'Stop a change of the address', example: {} },
    { verb: 'remove-second-factor', command: commands.removeSecondFactor, records: 'SecondFactorRemoved', row: accountPolicy.routes.removeSecondFactor, ...acting, scope, prepare: notOwn, summary: 'Remove the second factor', description: 'For somebody who lost theirs; they are told, and their sessions end.', example: { reason: 'Lost the phone; identified in person.' } },
  ],
});

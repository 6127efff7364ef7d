/** Accounts as they are today. */
import { audienceFor, defineView } from '#event-sourcing';
import { accountEvents, type AccountDocument } from '../accounts.events.js';
import { accountPolicy } from '../accounts.policy.js';

export const accountsView = defineView<AccountDocument, typeof accountEvents>({
  name: 'accounts',
  version: 2,
  events: accountEvents,
  lists: [[], ['status'], ['memberId'], ['roles']].flatMap((by) => [{ by, sort: 'invitedAt' }, { by: [...by, 'audience'], sort: 'invitedAt' }]),
  fields: { invitedAt: 'instant', status: 'string', memberId: 'id', roles: 'list', audience: 'list' },
  tag: (id) => `account:${id}`,
  ids: (event) => [event.data.accountId],
  evolve(before, event) {
    if (event.type === 'AccountInvited') {
      const { accountId: id, memberId = null, email } = event.data;
      const doc: AccountDocument = { id, memberId, email, status: 'invited', roles: [], secondFactor: false, invitedAt: event.occurredAt, openedAt: null, pendingEmail: null, noticeEnds: null, providers: [], audience: [] };
      return { ...doc, audience: audienceFor(accountPolicy.documents.accounts, doc) };
    }
    if (!before) return undefined;
    const doc = settled(before, event.occurredAt);
    switch (event.type) {
      case 'AccountOpened':
        return { ...doc, status: 'open', openedAt: event.occurredAt };
      case 'RoleGranted':
        return { ...doc, roles: [...doc.roles.filter((role) => role !== event.data.role), event.data.role] };
      case 'RoleRevoked':
        return { ...doc, roles: doc.roles.filter((role) => role !== event.data.role) };
      case 'AccountDisabled':
        return { ...doc, status: 'disabled' };
      case 'AccountEnabled':
        return { ...doc, status: doc.openedAt === null ? 'invited' : 'open' };
      case 'SecondFactorEnabled':
        return { ...doc, secondFactor: true };
      case 'SecondFactorRemoved':
        return { ...doc, secondFactor: false };
      case 'AddressChangeRequested':
        return { ...doc, pendingEmail: event.data.email, noticeEnds: event.data.noticeEnds, _confirmed: false, _consented: false };
      case 'AddressConfirmed':
        return settled({ ...doc, _confirmed: true }, event.occurredAt);
      case 'AddressChangeConsented':
        return settled({ ...doc, _consented: true }, event.occurredAt);
      case 'AddressChangeStopped':
        return { ...doc, pendingEmail: null, noticeEnds: null };
      case 'IdentityLinked':
        return { ...doc, providers: [...new Set([...doc.providers, event.data.issuer])] };
      case 'IdentityUnlinked':
        return { ...doc, providers: doc.providers.filter((issuer) => issuer !== event.data.issuer) };
      case 'InvitationRenewed':
      case 'PasswordChanged':
      case 'PasswordResetRequested':
      case 'RecoveryCodesRenewed':
      case 'SessionsEnded':
        return doc;
      default:
        event satisfies never;
        return doc;
    }
  },
});

/** A change that was confirmed takes effect with consent, or once its notice has ended; one that was not is over then. Seen with the next event. */
function settled(doc: AccountDocument, now: string): AccountDocument {
  if (doc.noticeEnds === null || (now < doc.noticeEnds && !(doc._confirmed && doc._consented))) return doc;
  return { ...doc, email: doc._confirmed ? doc.pendingEmail : doc.email, pendingEmail: null, noticeEnds: null };
}

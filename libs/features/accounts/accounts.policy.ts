/** Who may do what to accounts. Whoever signed in does the rest of what `me` says with their own. */
import { definePolicy, type DocumentPolicy, type Row } from '#event-sourcing';
import type { AccountDocument } from './accounts.events.js';

const byAdministrator: Row = ['administrator'];
const bySelf: Row = ['self'];

const accounts: DocumentPolicy<AccountDocument> = {
  self: ({ id, memberId }) => [id, ...(memberId === null ? [] : [memberId])],
  read: { any: ['administrator', 'auditor', 'self'] },
  fields: { email: ['administrator', 'self'], pendingEmail: ['administrator', 'self'], noticeEnds: ['administrator', 'self'] },
};

export const accountPolicy = definePolicy({
  commands: {
    inviteAccount: byAdministrator,
    renewInvitation: byAdministrator,
    grantRole: byAdministrator,
    revokeRole: byAdministrator,
    disableAccount: byAdministrator,
    enableAccount: byAdministrator,
    requestAddressChange: ['administrator', 'self'],
    stopAddressChange: ['administrator', 'self'],
    removeSecondFactor: ['administrator', 'self'],
    openAccount: bySelf,
    notePasswordChange: bySelf,
    requestPasswordReset: bySelf,
    enableSecondFactor: bySelf,
    renewRecoveryCodes: bySelf,
    confirmAddress: bySelf,
    consentToAddressChange: bySelf,
    linkIdentity: bySelf,
    unlinkIdentity: bySelf,
    endSessions: bySelf,
    // The service itself, before an account is invited or changed.
    makeClaim: [],
  },
  documents: { accounts },
  // With their own account people do it at /me, where keys do nothing.
  routes: { requestAddressChange: byAdministrator, stopAddressChange: byAdministrator, removeSecondFactor: byAdministrator },
});

/** Who may do what to API keys. */
import { definePolicy, type DocumentPolicy } from '#event-sourcing';

/** What policy needs to know of a key. */
export interface OwnedKey {
  /** Whose it is; without one it belongs to the installation. */
  accountId?: string;
  /** As whom it acts. */
  memberId?: string;
}

const keys: DocumentPolicy<OwnedKey> = {
  self: ({ accountId, memberId }) => [accountId, memberId].filter((id) => id !== undefined),
  read: { any: ['administrator', 'auditor', 'self'] },
  fields: { lastUsedAt: ['administrator', 'self'], lastUsedFrom: ['administrator', 'self'] },
};

export const keyPolicy = definePolicy({
  commands: {
    // The command says which roles: none that one has not oneself.
    createKey: ['administrator', 'auditor', 'member'],
    rotateKey: ['administrator', 'self'],
    revokeKey: ['administrator', 'self'],
  },
  documents: { keys },
});

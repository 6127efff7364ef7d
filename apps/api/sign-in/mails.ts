/** Which mail follows which event, and what stands in it. Nothing of it is kept but ids: the rest is found when it is sent. */
import { streamName, type Actor, type RecordedEvent } from '#event-sourcing';
import { accountStanding, settled, type AccountEvent, type AccountStanding } from '#features/accounts/accounts.events.js';
import type { Mail } from '../mail/mail.js';
import * as messages from '../mail/messages.js';
import type { OutboxEntry } from '../mail/outbox.js';
import type { ReloconRuntime } from '../platform/runtime.js';
import type { Links } from './links.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What links are for, and how long they work. */
export const LINKS = { invitation: 7 * DAY_MS, passwordReset: HOUR_MS, addressChange: 7 * DAY_MS, confirmAddress: 7 * DAY_MS, setUp: DAY_MS } as const;

export type LinkPurpose = keyof typeof LINKS;

const KINDS: Readonly<Partial<Record<AccountEvent['type'], readonly string[]>>> = {
  AccountInvited: ['invitation'],
  InvitationRenewed: ['invitation'],
  PasswordResetRequested: ['passwordReset'],
  PasswordChanged: ['passwordChanged'],
  AddressChangeRequested: ['addressToBeChanged', 'confirmAddress'],
  SecondFactorRemoved: ['secondFactorRemoved'],
  IdentityLinked: ['providerLinked'],
};

/** Events that somebody is written to about. */
export const MAILED = Object.keys(KINDS);

/** Who acts when the first administrator is made. */
export const SET_UP: Actor = { kind: 'system', id: 'set-up', role: 'system', via: 'console' };

/** The entries of the outbox that an event brings about; the same for the same event. Whoever sets the service up has a link already. */
export function mailsAbout(event: RecordedEvent): OutboxEntry[] {
  if (event.actor.kind === SET_UP.kind && event.actor.id === SET_UP.id) return [];
  const { accountId } = event.data as { accountId: string };
  return (KINDS[event.type as AccountEvent['type']] ?? []).map((kind) => ({ id: `${kind}.${event.id}`, kind, ref: accountId }));
}

interface Needed {
  runtime: Pick<ReloconRuntime, 'log' | 'codec' | 'clock'>;
  links: Links;
  site: messages.Site;
}

/** The mail of an entry; `drop` where things have gone on since. */
export function composeWith({ runtime, links, site }: Needed): (entry: OutboxEntry) => Promise<Mail | 'drop' | 'later'> {
  const make = async (purpose: LinkPurpose, accountId: string, about: string) => ({
    token: await links.make({ purpose, accountId, data: { about } }, LINKS[purpose]),
    expiresAt: new Date(Date.parse(runtime.clock()) + LINKS[purpose]).toISOString(),
  });
  const write: Record<string, (event: RecordedEvent, account: AccountStanding, accountId: string) => Promise<(messages.Message & { to?: string | null }) | 'drop'>> = {
    invitation: async (event, { status, invitation }, accountId) => (status === 'invited' && invitation === event.id ? messages.invitation(site, await make('invitation', accountId, event.id)) : 'drop'),
    passwordReset: async (event, { status }, accountId) => (status === 'open' ? messages.passwordReset(site, await make('passwordReset', accountId, event.id)) : 'drop'),
    passwordChanged: async ({ occurredAt }) => messages.passwordChanged(site, { changedAt: occurredAt }),
    secondFactorRemoved: async ({ occurredAt, actor }, { memberId }, accountId) => messages.secondFactorRemoved(site, { removedAt: occurredAt, byAdministrator: actor.id !== memberId && actor.id !== accountId }),
    providerLinked: async ({ occurredAt, data }) => messages.providerLinked(site, { linkedAt: occurredAt, issuer: (data as { issuer: string }).issuer }),
    addressToBeChanged: async (event, { pending }, accountId) =>
      pending?.eventId === event.id ? messages.addressToBeChanged(site, { ...(await make('addressChange', accountId, event.id)), takesEffectAt: pending.noticeEnds }) : 'drop',
    confirmAddress: async (event, { pending }, accountId) =>
      pending?.eventId === event.id ? { ...messages.confirmAddress(site, await make('confirmAddress', accountId, event.id)), to: pending.email } : 'drop',
  };
  return async ({ id, kind, ref: accountId }) => {
    const events = await runtime.codec.decode(await runtime.log.readStream(streamName('account', accountId)));
    const event = events.find((each) => id === `${kind}.${each.id}`);
    if (!event || !write[kind]) return 'drop';
    const account = settled(events.reduce((state, each) => accountStanding.evolve(state, each as never), accountStanding.initial), runtime.clock());
    const message = await write[kind](event, account, accountId);
    if (message === 'drop') return 'drop';
    const { to = account.email, ...text } = message;
    // Once somebody is erased, nobody knows where to write.
    return to === null ? 'drop' : { to, ...text };
  };
}

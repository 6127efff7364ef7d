/** The first administrator: made with a link that only the terminal shows. Nothing is there by default, and nothing can be guessed. */
import { isRefusal, newId, streamName, type Actor, type Refusal } from '#event-sourcing';
import { alreadySetUp, inviteAccount, makeClaim, openAccount } from '#features/accounts/accounts.decider.js';
import { claimHolder } from '#features/accounts/accounts.events.js';
import { claimEmail } from '#features/accounts/claims.js';
import { LINKS } from './mails.js';
import type { ReloconService } from './services.js';

export { alreadySetUp };

const SERVICE: Actor = { kind: 'system', id: 'set-up', role: 'system', via: 'console' };

/** @returns the link to show; undefined once the service is set up. A newer link replaces the older. */
export async function setUpLink(service: ReloconService): Promise<string | undefined> {
  const holder = (await service.runner.fold(claimHolder, streamName('claim', claimIdOf(service)))).accountId;
  if (holder !== undefined && (await service.people.signIn.account(holder)).status !== 'none') return undefined;
  const [first] = await service.vault.putIfAbsent('set-up', [{ key: 'account', value: newId() }]);
  const token = await service.people.links.make({ purpose: 'setUp', accountId: holder ?? (first?.value as string) }, LINKS.setUp);
  return `${service.people.origin()}/#/set-up?token=${token}`;
}

/** Makes the administrator; of two at once one does. Again after a crash in the middle, it goes on where it was. */
export async function setUp(service: ReloconService, accountId: string, { email, password }: { email: string; password: string }, fromAddress: string): Promise<Refusal | undefined> {
  const { runner, people } = service;
  const request = { actor: SERVICE };
  const claimed = await runner.execute(makeClaim, { claimId: claimIdOf(service), of: 'setUp', accountId }, request);
  if (isRefusal(claimed)) return claimed;
  const taken = await claimEmail(service, email, accountId);
  if (taken) return taken;
  const { status } = await people.signIn.account(accountId);
  // Whoever was cut off behind this signs in; the link is not good for another password.
  if (status !== 'none' && status !== 'invited') return done();
  if (status === 'none') {
    const invited = await runner.execute(inviteAccount, { accountId, email, role: 'administrator', fromAddress }, request);
    if (isRefusal(invited)) return elsewhere(invited);
  }
  await people.passwords.set(accountId, password);
  const opened = await runner.execute(openAccount, { accountId, by: 'setUp', fromAddress }, request);
  return isRefusal(opened) ? elsewhere(opened) : undefined;
}

function done(): Refusal {
  return alreadySetUp('The service is set up already; sign in instead.');
}

/** Whoever sent the same link at once was faster. */
function elsewhere(refused: Refusal): Refusal {
  return refused.status === 409 ? done() : refused;
}

function claimIdOf({ keyedHash }: Pick<ReloconService, 'keyedHash'>): string {
  return keyedHash('set-up', 'the first administrator');
}

/** The first administrator: made with a link that only the terminal shows. Nothing is there by default, and nothing can be guessed. */
import { isRefusal, type Refusal } from '#event-sourcing';
import { alreadySetUp, inviteAccount, makeClaim, openAccount } from '#features/accounts/accounts.decider.js';
import { claimEmail } from '#features/accounts/claims.js';
import { SET_UP } from './mails.js';
import type { ReloconService } from './services.js';
import { setUpClaim, setUpLinkAt } from './set-up-link.js';

/** @returns the link to show; undefined once the service is set up. A newer link replaces the older. */
export function setUpLink(service: ReloconService): Promise<string | undefined> {
  return setUpLinkAt(service.people.origin(), service);
}

/** Makes the administrator; of two at once one does. Again after a crash in the middle, it goes on where it was. */
export async function setUp(service: ReloconService, accountId: string, { email, password }: { email: string; password: string }, fromAddress: string): Promise<Refusal | undefined> {
  const { runner, people } = service;
  const request = { actor: SET_UP };
  const claimed = await runner.execute(makeClaim, { claimId: setUpClaim(service), of: 'setUp', accountId }, request);
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

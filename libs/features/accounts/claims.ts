/** E-mail addresses and members that accounts have claimed, known by keyed hash alone. */
import { isRefusal, plus, streamName, type Actor, type Refusal } from '#event-sourcing';
import type { Runtime } from '#event-sourcing-nest';
import { makeClaim } from './accounts.decider.js';
import { accountStanding, claimHolder, sameAddress, settled } from './accounts.events.js';

type Needed = Pick<Runtime, 'runner' | 'clock' | 'keyedHash'>;

const SERVICE: Actor = { kind: 'system', id: 'accounts', role: 'system', via: 'reaction' };
/** After this long a claim of an account that never came to be holds nothing. */
const FORSAKEN_MS = 60_000;

/** Claims an e-mail address for an account. Of several at once, on whatever instances, one wins. */
export async function claimEmail(runtime: Needed, email: string, accountId: string): Promise<Refusal | undefined> {
  return claim(runtime, 'email', sameAddress(email), accountId);
}

/** Claims a member for an account: nobody has two. */
export async function claimMember(runtime: Needed, memberId: string, accountId: string): Promise<Refusal | undefined> {
  return claim(runtime, 'member', memberId, accountId);
}

async function claim(runtime: Needed, of: 'email' | 'member', what: string, accountId: string): Promise<Refusal | undefined> {
  const claimId = runtime.keyedHash(of, what);
  const make = (over?: number) => runtime.runner.execute(makeClaim, { claimId, of, accountId, ...(over !== undefined && { over }) }, { actor: SERVICE });
  const outcome = await make();
  if (!isRefusal(outcome)) return undefined;
  const { accountId: holder, claimedAt, revision } = await runtime.runner.fold(claimHolder, streamName('claim', claimId));
  if (holder === undefined || claimedAt === undefined || (await isHeld(runtime, of, what, holder, claimedAt))) return outcome;
  const again = await make(revision);
  return isRefusal(again) ? again : undefined;
}

/** Whether the account that made a claim has what it claimed, or is about to. */
async function isHeld(runtime: Needed, of: 'email' | 'member', what: string, holder: string, claimedAt: string): Promise<boolean> {
  const now = runtime.clock();
  const { email, pending, memberId } = settled(await runtime.runner.fold(accountStanding, streamName('account', holder)), now);
  if (now < plus(claimedAt, FORSAKEN_MS)) return true;
  return of === 'member' ? memberId === what : [email, pending?.email].some((each) => typeof each === 'string' && sameAddress(each) === what);
}

/** The account that an e-mail address belongs to now; undefined for none. */
export async function accountOfEmail(runtime: Needed, email: string): Promise<string | undefined> {
  const { accountId } = await runtime.runner.fold(claimHolder, streamName('claim', runtime.keyedHash('email', sameAddress(email))));
  if (accountId === undefined) return undefined;
  const account = settled(await runtime.runner.fold(accountStanding, streamName('account', accountId)), runtime.clock());
  return account.email !== null && sameAddress(account.email) === sameAddress(email) ? accountId : undefined;
}

/** The link that makes the first administrator: nothing else can, and only who is at the machine gets to see it. */
import { newId, streamName } from '#event-sourcing';
import { accountStanding, claimHolder } from '#features/accounts/accounts.events.js';
import type { ReloconRuntime } from '../platform/runtime.js';
import { Links } from './links.js';
import { LINKS } from './mails.js';

type Needed = Pick<ReloconRuntime, 'runner' | 'vault' | 'keyedHash' | 'masterKey'>;

/** Whether there is an administrator. Who was cut off in the middle of setting up goes on with another link. */
export async function isSetUp(runtime: Pick<Needed, 'runner' | 'keyedHash'>): Promise<boolean> {
  const accountId = await claimedBy(runtime);
  if (accountId === undefined) return false;
  const { status } = await runtime.runner.fold(accountStanding, streamName('account', accountId));
  return status === 'open' || status === 'disabled';
}

/** @returns undefined once the service is set up. A newer link replaces the older. */
export async function setUpLinkAt(origin: string, runtime: Needed): Promise<string | undefined> {
  if (await isSetUp(runtime)) return undefined;
  const { vault, masterKey } = runtime;
  const [first] = await vault.putIfAbsent('set-up', [{ key: 'account', value: newId() }]);
  const accountId = (await claimedBy(runtime)) ?? (first?.value as string);
  const token = await new Links(vault, masterKey).make({ purpose: 'setUp', accountId }, LINKS.setUp);
  return `${origin}/#/set-up?token=${token}`;
}

async function claimedBy(runtime: Pick<Needed, 'runner' | 'keyedHash'>): Promise<string | undefined> {
  return (await runtime.runner.fold(claimHolder, streamName('claim', setUpClaim(runtime)))).accountId;
}

/** What the first administrator's account claims. */
export function setUpClaim({ keyedHash }: Pick<ReloconRuntime, 'keyedHash'>): string {
  return keyedHash('set-up', 'the first administrator');
}

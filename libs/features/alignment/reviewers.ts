/** Who reviews, whatever they act through: a decision that was appealed is for somebody else, not for another key of the same person. */
import { streamName } from '#event-sourcing';
import type { Runtime } from '#event-sourcing-nest';
import { accountStanding } from '../accounts/accounts.events.js';
import { keyStanding } from '../keys/keys.events.js';
import type { Reviewer } from './alignment.events.js';

type Needed = Pick<Runtime, 'runner'>;

/** The member somebody is, else the account, else a key of the installation, which nobody owns. */
async function personOf({ runner }: Needed, { kind, id }: Reviewer): Promise<string> {
  const accountId = kind === 'account' ? id : kind === 'key' ? (await runner.fold(keyStanding, streamName('key', id))).accountId : undefined;
  if (accountId === undefined) return `${kind}:${id}`;
  const { memberId } = await runner.fold(accountStanding, streamName('account', accountId));
  return memberId === undefined ? `account:${accountId}` : `member:${memberId}`;
}

/** Which of them are the same person as one of the others. */
export async function sameAs(runtime: Needed, some: readonly Reviewer[], others: readonly Reviewer[]): Promise<Reviewer[]> {
  const those = new Set(await Promise.all(others.map((each) => personOf(runtime, each))));
  const people = await Promise.all(some.map(async (reviewer) => ({ reviewer, person: await personOf(runtime, reviewer) })));
  return people.filter(({ person }) => those.has(person)).map(({ reviewer }) => reviewer);
}

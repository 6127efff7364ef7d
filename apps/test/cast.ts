/** People, keys and groups to ask with, made from below and quickly: the commands that the API gives, in the service's own name. */
import { isRefusal, newId, type Actor, type AnyCommand, type CommandOutcome } from '#event-sourcing';
import { PERSONAL_SCOPE, SCOPES } from '../api/credentials/scopes.js';
import type { GrantedRole } from '#features/accounts/accounts.events.js';
import type { Stage } from '../api/credentials/sessions.js';
import { openedAccount, openedSession } from './people.js';
import type { ReloconService } from '../api/sign-in/services.js';
import type { TestService } from './api.js';
import type { Who } from './matrix.table.js';

/** Somebody with what they prove it by. */
export interface Somebody {
  memberId?: string;
  accountId?: string;
  email?: string;
  /** Of their session. */
  sessionId?: string;
  token?: string;
  /** Of a key. */
  secret?: string;
}

export const TESTS: Actor = { kind: 'system', id: 'tests', role: 'system', via: 'console' };
export const FOUNDED = '2025-01-02T09:00:00Z';
export const JOINED = '2025-01-10T09:00:00Z';

/** Minutes in which nobody is asked for their password again, however slow the machine. */
const AS_LONG_AS_IT_TAKES = 60;

/** Those whose own a thing is, when they ask for it. */
export const OWNERS: readonly Who[] = ['own', 'ownKey', 'admOwn'];

export class Cast {
  private count = 0;
  private readonly commands: ReadonlyMap<string, AnyCommand>;
  private readonly names = new Map<string, string>();
  private readonly narrowKeys = new Map<string, Promise<Somebody>>();
  readonly people = {} as Record<Exclude<Who, 'narrow'>, Somebody>;
  /** Ben's, where somebody else asks. */
  ben: Somebody = {};
  /** Belongs to no group here. */
  eve = '';
  groupId = '';
  otherGroupId = '';

  private constructor(readonly api: TestService) {
    this.commands = new Map(this.runtime.features.flatMap(({ commands }) => commands.map((command) => [command.name, command] as const)));
  }

  get runtime(): ReloconService {
    return this.api.service.runtime;
  }

  static async of(api: TestService): Promise<Cast> {
    const cast = new Cast(api);
    await cast.assemble();
    return cast;
  }

  private async assemble(): Promise<void> {
    const [ada, ben, cleo, dan, lea, max] = [await this.member(), await this.member(), await this.member(), await this.member(), await this.member(), await this.member()];
    this.eve = await this.member();
    this.ben = await this.person({ memberId: ben });
    Object.assign(this.people, {
      nobody: {},
      admin: await this.person({ role: 'administrator' }),
      adminKey: await this.key({ role: 'admin' }),
      auditor: await this.person({ role: 'auditor' }),
      integr: await this.key({ role: 'integrator' }),
      account: await this.person({}),
      own: this.ben,
      ownKey: await this.key({ memberId: ben }),
      facil: await this.person({ memberId: ada }),
      group: await this.person({ memberId: cleo }),
      else: await this.person({ memberId: dan }),
      left: await this.person({ memberId: lea }),
      admOwn: await this.person({ memberId: max, role: 'administrator' }),
    });
    this.people.admElse = this.people.admOwn;
    this.groupId = await this.group(ben);
    this.otherGroupId = await this.found();
    await this.join(this.otherGroupId, dan, 'facilitator');
  }

  /** A name nobody else has. */
  name(what = 'name'): string {
    return `${what}${(++this.count).toString(36)}`;
  }

  async give(name: string, input: Record<string, unknown>): Promise<CommandOutcome> {
    const command = this.commands.get(name) as AnyCommand;
    const minted = command.mints !== undefined && input[command.mints] === undefined && { [command.mints]: newId() };
    const outcome = await this.runtime.runner.execute(command, command.input.parse({ ...input, ...minted }) as never, { actor: TESTS });
    if (isRefusal(outcome)) throw new Error(`${name}: ${outcome.detail}`);
    return outcome;
  }

  /** What a member or a group made here is called. */
  nameOf(id: string): string {
    return this.names.get(id) as string;
  }

  /** Until the views have seen everything. */
  async settled(): Promise<void> {
    const { projector, log } = this.runtime;
    await projector.waitFor(await log.head());
  }

  async member(memberId: string = newId()): Promise<string> {
    const name = this.name('person');
    this.names.set(memberId, name);
    await this.give('registerMember', { memberId, displayName: name, email: `${name}@example.org`, interests: ['gardens'], timeZone: 'Europe/Berlin', occurredAt: FOUNDED });
    return memberId;
  }

  async found(groupId: string = newId()): Promise<string> {
    const name = this.name('circle');
    this.names.set(groupId, name);
    await this.give('foundGroup', { groupId, name, timeZone: 'Europe/Berlin', occurredAt: FOUNDED });
    return groupId;
  }

  async join(groupId: string, memberId: string, role?: 'facilitator'): Promise<void> {
    await this.give('joinGroup', { groupId, memberId, occurredAt: JOINED });
    if (role) await this.give('assignRole', { groupId, memberId, role, occurredAt: JOINED });
  }

  /** A group of those who ask, with these members besides. */
  async group(...members: string[]): Promise<string> {
    const { facil, group, left } = this.people;
    const groupId = await this.found();
    await this.join(groupId, facil.memberId as string, 'facilitator');
    await this.join(groupId, group.memberId as string);
    await this.join(groupId, left.memberId as string, 'facilitator');
    await this.give('leaveGroup', { groupId, memberId: left.memberId });
    for (const memberId of members) await this.join(groupId, memberId);
    return groupId;
  }

  /** Somebody who is signed in. */
  async person({ memberId, role, stage }: { memberId?: string; role?: GrantedRole; stage?: Stage }): Promise<Somebody> {
    const email = `${this.name('account')}@example.org`;
    const accountId = await openedAccount(this.runtime, { email, ...(memberId !== undefined && { memberId }), ...(role !== undefined && { role }) });
    return this.signedIn({ ...(memberId !== undefined && { memberId }), accountId, email }, stage);
  }

  /** The same person with another session. */
  async signedIn(person: Somebody, stage: Stage = 'signed-in'): Promise<Somebody> {
    const { token, session } = await openedSession(this.runtime, person.accountId as string, { stage, minutesAgo: -AS_LONG_AS_IT_TAKES });
    return { ...person, token, sessionId: session.id };
  }

  async key(request: { role?: 'admin' | 'integrator'; memberId?: string; scopes?: readonly string[] }): Promise<Somebody> {
    const { secret } = await this.runtime.apiKeys.create({ name: 'tests', ...request }, this.runtime.clock());
    return { secret, ...(request.memberId !== undefined && { memberId: request.memberId }) };
  }

  /** Somebody newly come who is to everybody what `who` is; of the group where `who` is a member of it. */
  async anew(who: Who): Promise<Somebody> {
    const old = who === 'narrow' ? this.people.adminKey : this.people[who];
    const ofMember = old.memberId !== undefined;
    const memberId = ofMember ? await this.member() : undefined;
    if (who === 'ownKey') {
      const { token: _none, ...owner } = await this.person({ memberId: memberId as string });
      return { ...owner, ...(await this.key({ memberId: memberId as string })) };
    }
    if (old.token === undefined) return old;
    const role = who === 'admin' || who === 'admOwn' || who === 'admElse' ? 'administrator' : who === 'auditor' ? 'auditor' : undefined;
    return this.person({ ...(memberId !== undefined && { memberId }), ...(role !== undefined && { role }) });
  }

  /** A key with every scope but one; of an administrator, or of Ben. */
  narrow(scope: string, owner: 'admin' | 'ben'): Promise<Somebody> {
    const known = `${scope} ${owner}`;
    const scopes = SCOPES.filter((each) => each !== scope && (owner === 'admin' || each !== PERSONAL_SCOPE));
    if (!this.narrowKeys.has(known)) this.narrowKeys.set(known, this.key({ ...(owner === 'admin' ? { role: 'admin' } : { memberId: this.ben.memberId as string }), scopes }));
    return this.narrowKeys.get(known) as Promise<Somebody>;
  }

  /** What a request of somebody carries. */
  headersOf({ token, secret }: Somebody): Record<string, string> {
    return { ...(token !== undefined && { cookie: `__Host-relocon=${token}`, origin: this.api.url }), ...(secret !== undefined && { authorization: `Bearer ${secret}` }) };
  }
}

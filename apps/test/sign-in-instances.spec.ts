/**
 * What one instance takes away binds the others at their next request. Two webs and a worker over MongoDB and EventStoreDB or its stand-in,
 * each the built service as it is.
 */
import { randomBytes } from 'node:crypto';
import { until } from '#event-sourcing-testing';
import { criterion } from '#features/alignment/alignment.events.js';
import { temporaryFolder } from './api.js';
import { relocon, serve, type Served } from './cli.js';
import { startMailServer, type MailServer } from './mail-server.js';
import { tokenIn } from './mailbox.js';
import { passwordFor, Person } from './person.js';
import { databaseAddress, dropDatabases, mongodbUrl, startLog } from './test-stores.js';

jest.setTimeout(60_000);
const suite = mongodbUrl ? describe : describe.skip;

suite('Several instances', () => {
  const database = `test-rights-${randomBytes(4).toString('hex')}`;
  const folder = temporaryFolder();
  const processes: Served[] = [];
  let log: Awaited<ReturnType<typeof startLog>>;
  let mails: MailServer;
  let one: string;
  let two: string;
  let worker: Served;
  let ida: Person;
  let groupId: string;
  let meetingId: string;

  const personAt = (url: string): Person => new Person({ url, raw: (path, { key: _key, ...init } = {}) => fetch(url + path, init) });
  /** The same browser at another instance: a balancer leads it there. */
  const elsewhere = (url: string, { cookie }: Person): Person => Object.assign(personAt(url), { cookie });

  beforeAll(async () => {
    [log, mails] = [await startLog(), await startMailServer()];
    const env = { ...log.settings, RELOCON_VIEWS: databaseAddress(database), RELOCON_MASTER_KEY: randomBytes(32).toString('hex'), RELOCON_DATA: folder.path, RELOCON_MAIL: `smtp://127.0.0.1:${mails.port}` };
    const start = async (ROLE: 'web' | 'worker'): Promise<Served> => {
      const started = await serve({ ...env, ROLE });
      processes.push(started);
      return started;
    };
    [{ url: one }, { url: two }] = await Promise.all([start('web'), start('web')]);
    worker = await start('worker');
    for (const url of [one, two]) await until(async () => (await fetch(`${url}/ready`)).status === 200, `${url} to be ready`, 30_000);
    const link = (await relocon(['set-up-link'], { data: folder.path, env })).out;
    ida = personAt(one);
    await done(ida.post('/api/v1/set-up', { token: tokenIn({ to: '', subject: '', text: link }, 'set-up'), email: 'ida@example.org', password: passwordFor('ida@example.org') }));
    await ida.enrol();
    groupId = (await done(ida.post('/api/v1/groups', { name: 'Builders', timeZone: 'Europe/Berlin', charter: { purpose: 'Learning together', domain: ['pricing'] } }))).id;
    meetingId = (await done(ida.post('/api/v1/meetings', { groupId, title: 'War stories', startsAt: '2025-03-04T17:00:00Z', endsAt: '2025-03-04T19:00:00Z', mode: 'online' }))).id;
  });
  afterAll(async () => {
    worker.child.kill('SIGCONT');
    for (const { child, ended } of processes) {
      child.kill('SIGTERM');
      await ended;
    }
    await mails.stop();
    await log.stop();
    await dropDatabases(database);
    folder.remove();
  });

  async function done(asked: Promise<{ status: number; problem?: string; body: any }>): Promise<any> {
    const { status, problem, body } = await asked;
    if (status >= 400) throw new Error(problem);
    return body;
  }

  /** Somebody invited at one instance, who takes it up at the other; a member of the group if they are to be. */
  async function somebody(name: string, member = false): Promise<{ person: Person; accountId: string; memberId: string }> {
    const email = `${name}@example.org`;
    const memberId = member ? (await done(ida.post('/api/v1/members', { displayName: name }))).id : undefined;
    if (member) await done(ida.post(`/api/v1/groups/${groupId}/join`, { memberId }));
    await done(ida.post('/api/v1/accounts', { email, ...(member && { memberId }) }));
    await until(() => mails.received.some(({ to }) => to[0] === email), `mail to ${name}`, 20_000);
    const { text } = mails.received.find(({ to }) => to[0] === email) as { text: string };
    const person = personAt(two);
    const { accountId } = await done(person.post('/api/v1/invitations/redeem', { token: tokenIn({ to: '', subject: '', text }, 'invitation'), password: passwordFor(email) }));
    return { person, accountId, memberId };
  }
  const signedIn = async (url: string, name: string): Promise<Person> => {
    const person = personAt(url);
    await done(person.signIn(`${name}@example.org`, passwordFor(`${name}@example.org`)));
    return person;
  };

  it('know a session that began at the other, and its end', async () => {
    await somebody('ada');
    for (let round = 0; round < 5; round++) {
      const ada = await signedIn(one, 'ada');
      const there = elsewhere(two, ada);
      expect((await there.get('/api/v1/me')).status).toBe(200);
      await done(ada.call('DELETE', '/api/v1/sessions/current'));
      expect((await there.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    }
  });

  it('end sessions where a password was changed at the other, and take the new one alone', async () => {
    const { person: there } = await somebody('bea');
    const here = await signedIn(one, 'bea');
    await done(here.post('/api/v1/me/change-password', { currentPassword: passwordFor('bea@example.org'), password: 'four other words for this' }));
    expect((await there.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect((await elsewhere(two, here).get('/api/v1/me')).status).toBe(200);
    expect((await there.signIn('bea@example.org', passwordFor('bea@example.org'))).problem).toBe('401 wrong-credentials');
    expect((await there.signIn('bea@example.org', 'four other words for this')).status).toBe(201);
  });

  it('let nobody read on whose role or account was taken away at the other', async () => {
    const { accountId } = await somebody('nora');
    await done(ida.post(`/api/v1/accounts/${accountId}/grant-role`, { role: 'auditor' }));
    const nora = await signedIn(two, 'nora');
    expect((await nora.get('/api/v1/members')).status).toBe(200);
    await done(ida.post(`/api/v1/accounts/${accountId}/revoke-role`, { role: 'auditor' }));
    expect((await nora.get('/api/v1/members')).problem).toBe('401 unauthenticated');
    const again = await signedIn(two, 'nora');
    expect((await again.get('/api/v1/members')).problem).toBe('403 forbidden');
    await done(ida.post(`/api/v1/accounts/${accountId}/disable`));
    expect((await again.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect((await personAt(two).signIn('nora@example.org', passwordFor('nora@example.org'))).problem).toBe('401 wrong-credentials');
  });

  it('refuse a key that was revoked at the other, or whose owner was disabled there', async () => {
    const { person, accountId } = await somebody('kim', true);
    const make = async () => done(elsewhere(one, person).post('/api/v1/keys', { name: 'kim’s' }));
    const statusAt = async (url: string, { secret }: { secret: string }) => (await fetch(`${url}/api/v1/members`, { headers: { authorization: `Bearer ${secret}` } })).status;
    const [first, second] = [await make(), await make()];
    expect([await statusAt(two, first), await statusAt(two, second)]).toEqual([200, 200]);
    await done(elsewhere(one, person).post(`/api/v1/keys/${first.id}/revoke`));
    expect([await statusAt(two, first), await statusAt(two, second)]).toEqual([401, 200]);
    await done(ida.post(`/api/v1/accounts/${accountId}/disable`));
    expect(await statusAt(two, second)).toBe(401);
  });

  it('let nobody do what their role in a group gave them, once it was taken at the other', async () => {
    const { person: fay, memberId } = await somebody('fay', true);
    const schedule = () => fay.post('/api/v1/meetings', { groupId, title: 'More', startsAt: '2025-04-04T17:00:00Z', endsAt: '2025-04-04T19:00:00Z', mode: 'online' });
    const roster = () => fay.get(`/api/v1/meetings/${meetingId}/roster`);
    for (let round = 0; round < 10; round++) {
      const role = (next: 'facilitator' | 'member') => ida.post(`/api/v1/groups/${groupId}/assign-role`, { memberId, role: next });
      const { position } = await done(role('facilitator'));
      expect((await fay.get('/api/v1/memberships', { 'relocon-after': position })).status).toBe(200);
      expect([(await schedule()).status, (await roster()).status]).toEqual([201, 200]);
      await done(role('member'));
      expect([(await roster()).status, (await schedule()).problem]).toEqual([403, '403 forbidden']);
    }
  });

  it('show a reflection to nobody from whom it was withdrawn at the other', async () => {
    const [{ person: ben, memberId: benId }, { person: cleo }] = [await somebody('ben', true), await somebody('cleo', true)];
    const { id, position } = await done(ben.post('/api/v1/reflections', { authorId: benId, context: { kind: 'meeting', id: meetingId }, what: 'A price is a promise.', soWhat: 'Say it early.', value: 'immediate', visibility: 'group' }));
    const atOne = elsewhere(one, ben);
    const read = (headers = {}) => cleo.get(`/api/v1/reflections/${id}`, headers);
    expect((await read({ 'relocon-after': position })).status).toBe(200);
    for (let round = 0; round < 10; round++) {
      await done(atOne.post(`/api/v1/reflections/${id}/share`, { visibility: 'private' }));
      expect((await read()).problem).toBe('404 not-found');
      const { position: shared } = await done(atOne.post(`/api/v1/reflections/${id}/share`, { visibility: 'group' }));
      expect((await read({ 'relocon-after': shared })).status).toBe(200);
    }
  });

  it('show the public no group that opted out of the directory at the other', async () => {
    const { id, position } = await done(ida.post('/api/v1/groups', { name: 'Listed', timeZone: 'UTC', charter: { purpose: 'Learning in public', domain: ['law'] } }));
    const described = (listed: boolean) => done(ida.call('PATCH', `/api/v1/groups/${id}`, { listed }, { 'if-match': '*' }));
    await done(ida.get(`/api/v1/groups/${id}`, { 'relocon-after': position }));
    const { id: reviewId } = await done(ida.post('/api/v1/alignment-reviews', { groupId: id }));
    const evidence = [{ kind: 'document', url: 'https://example.org/minutes', title: 'Minutes' }];
    for (const each of criterion.options) await done(ida.post(`/api/v1/alignment-reviews/${reviewId}/score`, { criterion: each, level: 4, evidence }));
    await done(ida.post(`/api/v1/alignment-reviews/${reviewId}/decide`, {}));
    const [listed, entry] = [() => fetch(`${two}/api/public/directory?domain=law`), () => fetch(`${two}/api/public/directory/${id}`)];
    const shown = async () => [((await (await listed()).json()) as { items: object[] }).items.length, (await entry()).status];
    for (let round = 0; round < 5; round++) {
      await described(true);
      expect(await shown()).toEqual([1, 200]);
      await described(false);
      expect(await shown()).toEqual([0, 404]);
    }
    await described(true);
    expect(await shown()).toEqual([1, 200]);
    worker.child.kill('SIGSTOP');
    try {
      await described(false);
      expect((await Promise.all([listed(), entry()])).map(({ status }) => status)).toEqual([503, 503]);
    } finally {
      worker.child.kill('SIGCONT');
    }
    await until(async () => (await entry()).status === 404, 'the views to go on', 20_000);
  });

  it('give an address to one of two who take it at the same moment, and tell the other', async () => {
    const there = elsewhere(two, ida);
    for (let round = 0; round < 10; round++) {
      const both = await Promise.all([ida, there].map((person) => person.post('/api/v1/accounts', { email: `twin-${round}@example.org` })));
      expect(both.map(({ status, problem }) => problem ?? status).sort()).toEqual([201, '409 address-taken']);
    }
  });

  it('count together how often somebody guessed', async () => {
    await somebody('lea');
    for (const url of [one, two, one, two, one]) expect((await personAt(url).signIn('lea@example.org', 'wrong wrong wrong')).problem).toBe('401 wrong-credentials');
    for (const url of [one, two]) expect((await personAt(url).signIn('lea@example.org', passwordFor('lea@example.org'))).problem).toBe('429 too-many-attempts');
  });

  it('take a code of the second factor once', async () => {
    const { person } = await somebody('otp');
    const { recoveryCodes, secret } = await person.enrol();
    const halves = await Promise.all([one, two].map((url) => signedIn(url, 'otp')));
    for (const proof of [{ code: person.codeOf(secret) }, { recoveryCode: recoveryCodes[0] }]) {
      const both = await Promise.all([one, two].map(async (url, index) => {
        const half = index === 0 ? halves[0] : halves[1];
        return (await elsewhere(url, half as Person).post('/api/v1/sessions/second-factor', proof)).status;
      }));
      expect(both.sort()).toEqual([200, 401]);
      // The next proof needs two who wait for it again.
      halves.splice(0, 2, ...(await Promise.all([one, two].map((url) => signedIn(url, 'otp')))));
    }
  });

  it('rather answer nothing than by rights that were taken away, where views stand still; what needs no views goes on', async () => {
    const [{ person: dan, memberId }, { person: eva, memberId: evaId }] = [await somebody('dan', true), await somebody('eva', true)];
    const { id, position } = await done(eva.post('/api/v1/reflections', { authorId: evaId, context: { kind: 'meeting', id: meetingId }, what: 'For the group.', soWhat: 'And nobody else.', value: 'immediate', visibility: 'group' }));
    const read = () => dan.get(`/api/v1/reflections/${id}`);
    expect((await dan.get(`/api/v1/reflections/${id}`, { 'relocon-after': position })).status).toBe(200);
    worker.child.kill('SIGSTOP');
    try {
      // Nothing was taken away yet: what the views last saw is right.
      expect((await read()).status).toBe(200);
      expect((await ida.post(`/api/v1/groups/${groupId}/leave`, { memberId })).status).toBe(200);
      const refused = await Promise.all([read(), dan.get('/api/v1/reflections'), dan.get('/api/v1/memberships'), dan.get(`/api/v1/members/${evaId}/timeline`), elsewhere(one, dan).get(`/api/v1/reflections/${id}`)]);
      expect(refused.map(({ problem }) => problem)).toEqual(refused.map(() => '503 unavailable'));
      // Who somebody is, and whether they may give a command, stands in the log.
      expect((await signedIn(two, 'dan')).cookie).toBeDefined();
      expect((await dan.post('/api/v1/meetings', { groupId, title: 'No', startsAt: '2025-04-04T17:00:00Z', endsAt: '2025-04-04T19:00:00Z', mode: 'online' })).problem).toBe('403 forbidden');
      expect((await dan.post(`/api/v1/members/${memberId}/offer-skill`, { skill: 'Law' })).status).toBe(200);
      expect((await fetch(`${two}/health`)).status).toBe(200);
    } finally {
      worker.child.kill('SIGCONT');
    }
    await until(async () => (await read()).problem === '404 not-found', 'the views to go on', 20_000);
    expect((await elsewhere(one, dan).get(`/api/v1/reflections/${id}`)).problem).toBe('404 not-found');
  });
});

/** People sign in: from the link in the terminal to the last session that ends. */
import { setUpLink } from '../api/sign-in/set-up.js';
import { startTestService, type TestService } from './api.js';
import { tokenIn } from './mailbox.js';
import { inviteBy, passwordFor, Person, setUpBy } from './person.js';
import { everythingStored } from './test-stores.js';

let api: TestService;
let ida: Person;
let idaSecret: string;
let idaCodes: string[];
const IDA = 'ida@example.org';

/** How far the service's clock is ahead, in milliseconds. */
let ahead = 0;
const MINUTE = 60_000;

beforeAll(async () => {
  api = await startTestService({ clock: () => new Date(Date.now() + ahead).toISOString() });
});
afterAll(() => api.stop());

async function registered(displayName: string): Promise<string> {
  const { data } = await api.admin.POST('/api/v1/members', { body: { displayName } });
  return data?.id as string;
}

describe('Setting the service up', () => {
  it('takes a link that works once, and makes an administrator who must have a second factor', async () => {
    const first = await setUpLink(api.service.runtime);
    const second = (await setUpLink(api.service.runtime)) as string;
    const body = (link: string) => ({ token: tokenIn({ to: '', subject: '', text: link }, 'set-up'), email: IDA, password: passwordFor(IDA) });
    expect((await new Person(api).post('/api/v1/set-up', body(first as string))).problem).toBe('400 invalid-input');
    expect((await new Person(api).post('/api/v1/set-up', { ...body(second), password: 'password1234' })).problem).toBe('422 password-not-accepted');
    ida = await setUpBy(api, second, IDA);
    expect((await new Person(api).post('/api/v1/set-up', body(second))).problem).toBe('400 invalid-input');
    expect(await setUpLink(api.service.runtime)).toBeUndefined();
    expect((await ida.get('/api/v1/me')).body).toMatchObject({ stage: 'enrol', memberId: null, roles: ['administrator'] });
    expect((await ida.get('/api/v1/members')).problem).toBe('401 unauthenticated');
    ({ secret: idaSecret, recoveryCodes: idaCodes } = await ida.enrol());
    expect(idaCodes).toHaveLength(10);
    expect((await ida.get('/api/v1/me')).body).toMatchObject({ stage: 'signed-in', email: IDA, secondFactor: true, mustHaveSecondFactor: true, recoveryCodesLeft: 10 });
    expect((await ida.get('/api/v1/members')).status).toBe(200);
  });
});

describe('The cookie', () => {
  it('is for this host alone, out of reach for scripts and other sites, and new at every step', async () => {
    const person = new Person(api);
    const answer = await person.signIn(IDA, passwordFor(IDA));
    const [line] = answer.headers.getSetCookie();
    expect(line?.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Strict', 'Secure']);
    expect(line).toMatch(/^__Host-relocon=[\w-]{43};/);
    expect(answer.body.stage).toBe('second-factor');
    const before = person.cookie;
    expect((await person.get('/api/v1/members')).problem).toBe('401 unauthenticated');
    expect((await person.get('/api/v1/me')).body).toMatchObject({ stage: 'second-factor', email: null });
    const done = await person.post('/api/v1/sessions/second-factor', { recoveryCode: idaCodes[0] });
    expect(done.body.stage).toBe('signed-in');
    expect(person.cookie).not.toBe(before);
    const old = new Person(api);
    old.cookie = before;
    expect((await old.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect((await person.get('/api/v1/me')).body.recoveryCodesLeft).toBe(9);
    const again = new Person(api);
    await again.signIn(IDA, passwordFor(IDA));
    expect((await again.post('/api/v1/sessions/second-factor', { recoveryCode: idaCodes[0] })).problem).toBe('401 wrong-credentials');
    expect((await again.post('/api/v1/sessions/second-factor', { code: '000000' })).problem).toBe('401 wrong-credentials');
    expect((await again.post('/api/v1/sessions/second-factor', { code: ida.codeOf(idaSecret) })).body.stage).toBe('signed-in');
  });

  it('does nothing at another site’s bidding', async () => {
    const before = (await ida.get('/api/v1/members')).body.items.length;
    const foreign: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site', origin: '' }];
    for (const headers of foreign) {
      expect((await ida.call('POST', '/api/v1/members', { displayName: 'Forged' }, headers)).problem).toBe('403 foreign-origin');
    }
    expect((await ida.get('/api/v1/members')).body.items).toHaveLength(before);
    expect((await new Person(api, { origin: 'https://evil.example' }).signIn(IDA, passwordFor(IDA))).problem).toBe('403 foreign-origin');
  });
});

describe('An invitation', () => {
  it('opens an account for the member it names, once', async () => {
    const memberId = await registered('Ben Ode');
    const invited = await ida.post('/api/v1/accounts', { email: 'ben@example.org', memberId });
    expect(invited.status).toBe(201);
    const mail = await api.mails.next('ben@example.org', /invitation/i);
    const token = tokenIn(mail, 'invitation');
    const password = passwordFor('ben@example.org');
    const people = [new Person(api), new Person(api)];
    const taken = await Promise.all(people.map((person) => person.post('/api/v1/invitations/redeem', { token, password })));
    expect(taken.map(({ status }) => status).sort()).toEqual([201, 400]);
    const ben = people[taken.findIndex(({ status }) => status === 201)] as Person;
    expect((await ben.get('/api/v1/me')).body).toMatchObject({ stage: 'signed-in', memberId, roles: [], email: 'ben@example.org' });
    const offered = await ben.post(`/api/v1/members/${memberId}/offer-skill`, { skill: 'Law' });
    expect(offered.status).toBe(200);
    expect((await ben.post('/api/v1/members', { displayName: 'No' })).problem).toBe('403 forbidden');
    // The event names the member as actor.
    const { body } = await ida.get(`/api/v1/events?type=SkillOffered&tag=member:${memberId}`, { 'relocon-after': offered.body.position });
    expect(body.items[0]).toMatchObject({ actorkind: 'member', actorid: memberId, actorrole: 'member', actorvia: 'console' });
  });

  it('goes to one of two who take the same address at once, and tells the other', async () => {
    const both = await Promise.all([0, 1].map(() => ida.post('/api/v1/accounts', { email: 'Same@Example.org' })));
    expect(both.map(({ status, problem }) => problem ?? status).sort()).toEqual([201, '409 address-taken']);
    expect((await ida.post('/api/v1/accounts', { email: 'same@example.ORG' })).problem).toBe('409 address-taken');
    const memberId = await registered('Only One');
    await ida.post('/api/v1/accounts', { email: 'one@example.org', memberId });
    expect((await ida.post('/api/v1/accounts', { email: 'two@example.org', memberId })).problem).toBe('409 member-has-account');
  });

  it('ends when it is sent again', async () => {
    const { body } = await ida.post('/api/v1/accounts', { email: 'cleo@example.org' });
    const first = tokenIn(await api.mails.next('cleo@example.org', /invitation/i), 'invitation');
    expect((await ida.post(`/api/v1/accounts/${body.id}/renew-invitation`)).status).toBe(200);
    const second = tokenIn(await api.mails.next('cleo@example.org', /invitation/i), 'invitation');
    const redeem = (token: string) => new Person(api).post('/api/v1/invitations/redeem', { token, password: passwordFor('cleo@example.org') });
    expect((await redeem(first)).problem).toBe('400 invalid-input');
    expect((await redeem(second)).status).toBe(201);
    expect((await ida.post(`/api/v1/accounts/${body.id}/renew-invitation`)).problem).toBe('409 not-invited');
  });
});

describe('Signing in', () => {
  it('tells nobody whether there is an account, and does the same work for both', async () => {
    const { passwords } = api.service.runtime.people;
    const before = passwords.verifications;
    const right = await new Person(api).signIn('ben@example.org', 'not his password');
    const unknown = await new Person(api).signIn('nobody@example.org', 'not his password');
    expect([right.problem, unknown.problem]).toEqual(['401 wrong-credentials', '401 wrong-credentials']);
    expect(right.body).toEqual(unknown.body);
    expect(passwords.verifications - before).toBe(2);
    expect((await new Person(api).post('/api/v1/password-resets', { email: 'nobody@example.org' })).status).toBe(204);
  });

  it('locks an account for a while after wrong passwords, the right one included, and nobody else', async () => {
    await inviteBy(ida, api, { email: 'lea@example.org' });
    for (let attempt = 0; attempt < 5; attempt++) expect((await new Person(api).signIn('lea@example.org', 'wrong wrong wrong')).problem).toBe('401 wrong-credentials');
    let answered = false;
    const waiting = new Person(api).signIn('lea@example.org', passwordFor('lea@example.org')).finally(() => (answered = true));
    for (let request = 0; request < 5; request++) await api.raw('/api/v1/members');
    // Whoever goes on guessing is answered after everybody else.
    expect(answered).toBe(false);
    const locked = await waiting;
    expect(locked.problem).toBe('429 too-many-attempts');
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await new Person(api).signIn('ben@example.org', passwordFor('ben@example.org'))).status).toBe(201);
  });

  it('tells a page what it has to offer, and how far this browser has come', async () => {
    const ways = async (person: Person) => (await person.get('/api/v1/sessions/ways')).body;
    const halfway = new Person(api);
    expect(await ways(halfway)).toEqual({ stage: null, provider: false });
    await halfway.signIn(IDA, passwordFor(IDA));
    expect(await ways(halfway)).toEqual({ stage: 'second-factor', provider: false });
    expect(await ways(ida)).toEqual({ stage: 'signed-in', provider: false });
  });

  it('keeps what somebody chose for their next browser, and for nobody else', async () => {
    const [here, there] = [new Person(api), new Person(api)];
    for (const person of [here, there]) await person.signIn('ben@example.org', passwordFor('ben@example.org'));
    const keep = (person: Person, ...changes: { name: string; value: string | null }[]) => person.post('/api/v1/me/preferences', { changes });
    expect((await keep(here, { name: 'theme', value: '"dark"' }, { name: 'groups.savedQueries', value: '[]' })).status).toBe(204);
    expect((await keep(there, { name: 'theme', value: null })).status).toBe(204);
    expect((await here.get('/api/v1/me/preferences')).body).toEqual({ items: [{ name: 'groups.savedQueries', value: '[]' }] });
    expect((await ida.get('/api/v1/me/preferences')).body).toEqual({ items: [] });
    expect((await keep(here, { name: 'no spaces', value: 'x' })).problem).toBe('400 invalid-input');
    expect((await keep(here, { name: 'long', value: 'x'.repeat(8_001) })).problem).toBe('400 invalid-input');
    expect((await keep(new Person(api), { name: 'theme', value: 'x' })).problem).toBe('401 unauthenticated');
  });

  it('ends by signing out, at once and for good', async () => {
    const ben = new Person(api);
    await ben.signIn('ben@example.org', passwordFor('ben@example.org'));
    const { cookie } = ben;
    expect((await ben.call('DELETE', '/api/v1/sessions/current')).status).toBe(204);
    expect(ben.cookie).toBeUndefined();
    ben.cookie = cookie;
    expect((await ben.get('/api/v1/me')).problem).toBe('401 unauthenticated');
  });

  it('ends the session that the browser had, whoever’s it was', async () => {
    const shared = new Person(api);
    await shared.signIn('ben@example.org', passwordFor('ben@example.org'));
    const bens = Object.assign(new Person(api), { cookie: shared.cookie });
    expect((await shared.signIn('ben@example.org', 'not his password')).problem).toBe('401 wrong-credentials');
    expect((await bens.get('/api/v1/me')).status).toBe(200);
    await shared.signIn('cleo@example.org', passwordFor('cleo@example.org'));
    expect((await bens.get('/api/v1/me')).problem).toBe('401 unauthenticated');
  });

  it('shows where one is signed in, and ends it there', async () => {
    const [here, there] = [new Person(api, { 'user-agent': 'Here' }), new Person(api, { 'user-agent': 'There' })];
    for (const person of [here, there]) await person.signIn('cleo@example.org', passwordFor('cleo@example.org'));
    const { body } = await here.get('/api/v1/sessions');
    expect(body.items.find((each: any) => each.current)).toMatchObject({ userAgent: 'Here', address: '127.0.0.1' });
    const other = body.items.find((each: any) => each.userAgent === 'There');
    expect((await here.call('DELETE', `/api/v1/sessions/${other.id}`)).status).toBe(204);
    expect((await there.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect((await here.post('/api/v1/sessions/end-all')).status).toBe(204);
    expect((await here.get('/api/v1/me')).problem).toBe('401 unauthenticated');
  });

  it('tells a page of signing in how far its browser has come, and brings what somebody chose to any of theirs', async () => {
    const [one, other] = [new Person(api, { 'user-agent': 'One' }), new Person(api, { 'user-agent': 'Other' })];
    expect((await one.get('/api/v1/sessions/ways')).body).toEqual({ stage: null, provider: false });
    for (const person of [one, other]) await person.signIn('cleo@example.org', passwordFor('cleo@example.org'));
    expect((await one.get('/api/v1/sessions/ways')).body).toEqual({ stage: 'signed-in', provider: false });
    await one.post('/api/v1/me/preferences', { changes: [{ name: 'theme', value: '"dark"' }, { name: 'columns', value: '[1]' }] });
    await other.post('/api/v1/me/preferences', { changes: [{ name: 'columns', value: null }] });
    expect((await other.get('/api/v1/me/preferences')).body).toEqual({ items: [{ name: 'theme', value: '"dark"' }] });
  });
});

describe('A password', () => {
  it('is changed with the old one; every other session ends', async () => {
    const [here, there] = [new Person(api), new Person(api)];
    for (const person of [here, there]) await person.signIn('cleo@example.org', passwordFor('cleo@example.org'));
    const change = (currentPassword: string, password: string) => here.post('/api/v1/me/change-password', { currentPassword, password });
    expect((await change('wrong', 'four new words here')).problem).toBe('401 wrong-credentials');
    expect((await change(passwordFor('cleo@example.org'), 'short')).problem).toBe('422 password-not-accepted');
    expect((await change(passwordFor('cleo@example.org'), 'four new words here')).status).toBe(200);
    expect((await here.get('/api/v1/me')).status).toBe(200);
    expect((await there.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect((await new Person(api).signIn('cleo@example.org', passwordFor('cleo@example.org'))).problem).toBe('401 wrong-credentials');
    expect((await api.mails.next('cleo@example.org', /password .*changed/i)).text).toContain('signed out');
  });

  it('is set anew with a link, once', async () => {
    expect((await new Person(api).post('/api/v1/password-resets', { email: 'cleo@example.org' })).status).toBe(204);
    const token = tokenIn(await api.mails.next('cleo@example.org', /new password/i), 'password-reset');
    const redeem = (password: string) => new Person(api).post('/api/v1/password-resets/redeem', { token, password });
    expect((await redeem('cleo@example.org')).problem).toBe('422 password-not-accepted');
    expect((await redeem('yet four other words')).status).toBe(204);
    expect((await redeem('and four more words')).problem).toBe('400 invalid-input');
    expect((await new Person(api).signIn('cleo@example.org', 'yet four other words')).status).toBe(201);
  });
});

describe('Rights', () => {
  let nora: Person;
  let noraId: string;
  beforeAll(async () => {
    nora = await inviteBy(ida, api, { email: 'nora@example.org' });
    noraId = (await nora.get('/api/v1/me')).body.accountId;
  });

  it('come with a role and go with it, at the next request', async () => {
    expect((await nora.get('/api/v1/members')).problem).toBe('403 forbidden');
    expect((await ida.post(`/api/v1/accounts/${noraId}/grant-role`, { role: 'auditor', reason: 'Looks after the books' })).status).toBe(200);
    // Whoever may do more signs in again.
    expect((await nora.get('/api/v1/members')).problem).toBe('401 unauthenticated');
    await nora.signIn('nora@example.org', passwordFor('nora@example.org'));
    expect((await nora.get('/api/v1/members')).status).toBe(200);
    expect((await nora.post('/api/v1/members', { displayName: 'No' })).problem).toBe('403 forbidden');
    expect((await ida.post(`/api/v1/accounts/${noraId}/grant-role`, { role: 'administrator' })).problem).toBe('409 auditor-is-independent');
    expect((await ida.post(`/api/v1/accounts/${noraId}/revoke-role`, { role: 'auditor' })).status).toBe(200);
    expect((await nora.get('/api/v1/members')).problem).toBe('401 unauthenticated');
  });

  it('end with the account, and come back with it', async () => {
    await nora.signIn('nora@example.org', passwordFor('nora@example.org'));
    expect((await ida.post(`/api/v1/accounts/${noraId}/disable`, { reason: 'Left' })).status).toBe(200);
    expect((await nora.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect((await nora.signIn('nora@example.org', passwordFor('nora@example.org'))).problem).toBe('401 wrong-credentials');
    expect((await ida.post(`/api/v1/accounts/${noraId}/enable`)).status).toBe(200);
    expect((await nora.signIn('nora@example.org', passwordFor('nora@example.org'))).status).toBe(201);
  });

  it('are nobody’s to give themselves or to take from themselves', async () => {
    const { accountId } = (await ida.get('/api/v1/me')).body;
    for (const [verb, body] of [['revoke-role', { role: 'administrator' }], ['grant-role', { role: 'auditor' }], ['disable', {}]] as const) {
      expect((await ida.post(`/api/v1/accounts/${accountId}/${verb}`, body)).problem).toBe('409 own-account');
    }
    expect((await ida.call('DELETE', '/api/v1/me/second-factor')).problem).toBe('409 second-factor-needed');
    expect((await nora.post(`/api/v1/accounts/${noraId}/grant-role`, { role: 'administrator' })).problem).toBe('403 forbidden');
  });
});

describe('Another address', () => {
  it('takes effect once the new one confirms and the old one consents', async () => {
    const gus = await inviteBy(ida, api, { email: 'gus@example.org' });
    expect((await gus.post('/api/v1/me/address', { email: 'ben@example.org' })).problem).toBe('409 address-taken');
    expect((await gus.post('/api/v1/me/address', { email: 'gus@example.com' })).status).toBe(204);
    const notice = await api.mails.next('gus@example.org', /address .*changed/i);
    const confirm = await api.mails.next('gus@example.com', /confirm/i);
    expect((await gus.get('/api/v1/me')).body).toMatchObject({ email: 'gus@example.org', pendingEmail: 'gus@example.com' });
    const send = (what: string, token: string) => new Person(api).post(`/api/v1/address-changes/${what}`, { token });
    expect((await send('consent', tokenIn(confirm, 'address-change/confirm'))).problem).toBe('400 invalid-input');
    expect((await send('consent', tokenIn(notice, 'address-change/consent'))).status).toBe(204);
    expect((await gus.get('/api/v1/me')).body.email).toBe('gus@example.org');
    expect((await send('confirm', tokenIn(confirm, 'address-change/confirm'))).status).toBe(204);
    expect((await gus.get('/api/v1/me')).body).toMatchObject({ email: 'gus@example.com', pendingEmail: null });
    expect((await new Person(api).signIn('gus@example.com', passwordFor('gus@example.org'))).status).toBe(201);
    expect((await new Person(api).signIn('gus@example.org', passwordFor('gus@example.org'))).problem).toBe('401 wrong-credentials');
  });

  it('can be stopped by the old one: no administrator becomes somebody else overnight', async () => {
    const hal = await inviteBy(ida, api, { email: 'hal@example.org' });
    const { accountId } = (await hal.get('/api/v1/me')).body;
    expect((await ida.post(`/api/v1/accounts/${accountId}/request-address-change`, { email: 'ida+hal@example.org' })).status).toBe(200);
    const confirm = tokenIn(await api.mails.next('ida+hal@example.org', /confirm/i), 'address-change/confirm');
    const stop = tokenIn(await api.mails.next('hal@example.org', /address .*changed/i), 'address-change/stop');
    expect((await new Person(api).post('/api/v1/address-changes/confirm', { token: confirm })).status).toBe(204);
    await new Person(api).post('/api/v1/password-resets', { email: 'ida+hal@example.org' });
    expect((await hal.get('/api/v1/me')).body.email).toBe('hal@example.org');
    expect((await new Person(api).post('/api/v1/address-changes/stop', { token: stop })).status).toBe(204);
    expect((await hal.get('/api/v1/me')).body).toMatchObject({ email: 'hal@example.org', pendingEmail: null });
    expect(api.mails.all.filter(({ to }) => to === 'ida+hal@example.org')).toEqual([]);
  });
});

describe('What is sensitive', () => {
  it('needs the password again after five minutes', async () => {
    const invite = () => ida.post('/api/v1/accounts', { email: 'zoe@example.org' });
    ahead += 6 * MINUTE;
    expect((await invite()).problem).toBe('403 re-authentication-needed');
    expect((await ida.post('/api/v1/me/re-authenticate', { password: 'not hers at all' })).problem).toBe('401 wrong-credentials');
    expect((await ida.post('/api/v1/me/re-authenticate', { password: passwordFor(IDA) })).status).toBe(200);
    const invited = await invite();
    expect(invited.status).toBe(201);
    await ida.call('GET', '/api/v1/accounts', undefined, { 'relocon-after': invited.body.position });
  });

  it('is an event with actor, reason and address, which others do not see', async () => {
    const zoe = (await ida.get('/api/v1/accounts?status=invited')).body.items.find((each: any) => each.email === 'zoe@example.org');
    const { body: granted } = await ida.post(`/api/v1/accounts/${zoe.id}/grant-role`, { role: 'administrator', reason: 'Takes over' });
    const after = { 'relocon-after': granted.position };
    const { accountId } = (await ida.get('/api/v1/me')).body;
    const [hers] = (await ida.get(`/api/v1/events?type=RoleGranted&tag=account:${zoe.id}`, after)).body.items;
    expect(hers).toMatchObject({ actorkind: 'account', actorid: accountId, actorrole: 'admin', data: { role: 'administrator', reason: 'Takes over', fromAddress: '127.0.0.1' } });
    const narrow = await api.service.runtime.apiKeys.create({ name: 'narrow', role: 'auditor', scopes: ['events:read'] }, new Date().toISOString());
    const masked = await api.raw(`/api/v1/events?type=RoleGranted&tag=account:${zoe.id}`, { key: narrow.secret });
    expect(((await masked.json()) as any).items[0]).toMatchObject({ masked: ['reason', 'fromAddress'], data: { accountId: zoe.id, role: 'administrator' } });
  });
});

describe('A second factor', () => {
  it('is for everybody who wants one, and goes at their wish or with an administrator’s help', async () => {
    const kit = await inviteBy(ida, api, { email: 'kit@example.org' });
    expect((await kit.post('/api/v1/me/recovery-codes')).problem).toBe('409 no-second-factor');
    const { recoveryCodes } = await kit.enrol();
    const renewed = await kit.post('/api/v1/me/recovery-codes');
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    const again = new Person(api);
    await again.signIn('kit@example.org', passwordFor('kit@example.org'));
    expect((await again.post('/api/v1/sessions/second-factor', { recoveryCode: recoveryCodes[0] })).problem).toBe('401 wrong-credentials');
    expect((await again.post('/api/v1/sessions/second-factor', { recoveryCode: renewed.body.recoveryCodes[0] })).status).toBe(200);
    expect((await kit.call('DELETE', '/api/v1/me/second-factor')).status).toBe(204);
    expect((await again.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect((await api.mails.next('kit@example.org', /second factor/i)).text).toContain('removed');
    await kit.enrol();
    const { accountId } = (await kit.get('/api/v1/me')).body;
    expect((await ida.post(`/api/v1/accounts/${accountId}/remove-second-factor`, { reason: 'Lost the phone' })).status).toBe(200);
    expect((await kit.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect((await kit.signIn('kit@example.org', passwordFor('kit@example.org'))).body.stage).toBe('signed-in');
    expect((await ida.get(`/api/v1/accounts/${accountId}`)).body).toMatchObject({ status: 'open', secondFactor: false });
  });
});

describe('Notice of another address', () => {
  it('lasts seven days; then the change takes effect without consent', async () => {
    const ute = await inviteBy(ida, api, { email: 'ute@example.org' });
    const { accountId } = (await ute.get('/api/v1/me')).body;
    const ask = () => ida.post(`/api/v1/accounts/${accountId}/request-address-change`, { email: 'ute@example.com' });
    expect((await ask()).status).toBe(200);
    expect((await ida.post(`/api/v1/accounts/${accountId}/stop-address-change`)).status).toBe(200);
    expect((await ask()).status).toBe(200);
    expect((await ute.call('DELETE', '/api/v1/me/address')).status).toBe(204);
    expect((await ask()).status).toBe(200);
    const mails = [await api.mails.next('ute@example.com', /confirm/i)];
    while (api.mails.all.some(({ to }) => to === 'ute@example.com')) mails.push(await api.mails.next('ute@example.com', /confirm/i));
    const confirmed = await Promise.all(mails.map((mail) => new Person(api).post('/api/v1/address-changes/confirm', { token: tokenIn(mail, 'address-change/confirm') })));
    expect(confirmed.map(({ status }) => status)).toContain(204);
    const DAY = 24 * 60 * MINUTE;
    const signIn = (email: string) => new Person(api).signIn(email, passwordFor('ute@example.org'));
    ahead += 7 * DAY - MINUTE;
    expect((await signIn('ute@example.com')).problem).toBe('401 wrong-credentials');
    expect((await signIn('ute@example.org')).status).toBe(201);
    ahead += 2 * MINUTE;
    expect((await signIn('ute@example.org')).problem).toBe('401 wrong-credentials');
    expect((await signIn('ute@example.com')).status).toBe(201);
    // Nobody used hers for eight hours.
    expect((await ute.get('/api/v1/me')).problem).toBe('401 unauthenticated');
  });
});

it('Nothing that was secret is stored readably, nor any address in log and vault', async () => {
  const stored = await everythingStored(api.config.RELOCON_DATA);
  const secrets = [passwordFor(IDA), idaSecret, ...idaCodes, ida.cookie?.split('=')[1] as string];
  // Views show addresses to administrators, and can be thrown away.
  const told = (name: string) => (name.startsWith('views') ? secrets : [...secrets, 'ben@example.org', 'same@example.org']);
  for (const { name, text } of stored) for (const secret of told(name)) expect([name, secret, text.includes(secret)]).toEqual([name, secret, false]);
});

it('Every operation of signing in has been seen to succeed, and to record what the example of its answer says', () => {
  const { operations, records } = api.contract.unseen((tag) => ['Signing in', 'Accounts'].includes(tag));
  // The provider has a spec of its own.
  expect(operations.filter((operation) => !/Provider/.test(operation))).toEqual([]);
  expect(records).toEqual([]);
});

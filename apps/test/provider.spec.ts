/** Signing in through an organisation's own provider: a real one, in a process of its own. */
import { createServer, type AddressInfo } from 'node:net';
import { setUpLink } from '../api/sign-in/set-up.js';
import { startTestService, type TestService } from './api.js';
import { startIdentityProvider, type IdentityProvider } from './identity-provider.js';
import { inviteBy, passwordFor, Person, setUpBy } from './person.js';
import { everythingStored } from './test-stores.js';
import { Visitor } from './visitor.js';

const MINUTE = 60_000;
let api: TestService;
let provider: IdentityProvider;
let ida: Visitor;
let idaSecret: string;
/** How far the service's clock is ahead, in milliseconds. */
let ahead = 0;

beforeAll(async () => {
  const port = await freePort();
  const clock = () => new Date(Date.now() + ahead).toISOString();
  api = await startTestService({ clock, config: { RELOCON_OIDC_ISSUER: `http://127.0.0.1:${port}`, RELOCON_OIDC_CLIENT_ID: 'relocon', RELOCON_OIDC_CLIENT_SECRET: 'a secret: of/tests + alone' } });
  provider = await startIdentityProvider({ port, redirectUris: [`${api.url}/api/v1/provider/callback`] });
  const first = await setUpBy(api, (await setUpLink(api.service.runtime)) as string);
  ida = as(first, 'ida-at-the-provider');
  idaSecret = (await ida.enrol()).secret;
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
});
// What is sensitive needs a password of the last five minutes; most tests are not about that.
beforeEach(async () => void (await ida.post('/api/v1/me/re-authenticate', { password: passwordFor('ida@example.org') })));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The same person, at the browser they signed in with. */
function as({ cookie }: Person, login: string): Visitor {
  return Object.assign(new Visitor(api, login), { cookie });
}

/** Somebody with an account of their own, who has signed in by password. */
async function somebody(name: string, role?: 'administrator'): Promise<Visitor> {
  const invited = await inviteBy(ida, api, { email: `${name}@example.org`, ...(role && { role }) });
  return as(invited, `${name}-at-the-provider`);
}

const elsewhere = (login: string) => new Visitor(api, login);
/** The links of an account that the log tells of. */
async function linkings(accountId: string): Promise<any[]> {
  const { projector, log } = api.service.runtime;
  await projector.waitFor(await log.head(), ['events'], 10_000);
  return (await ida.get(`/api/v1/events?type=IdentityLinked&tag=account:${accountId}`)).body.items;
}
const me = async (person: Person) => (await person.get('/api/v1/me')).body;

it('Where there is no provider, nobody is led to one', async () => {
  const without = await startTestService();
  for (const path of ['/api/v1/provider', '/api/v1/provider/callback?code=x&state=y']) expect((await new Person(without).get(path)).problem).toBe('404 no-such-route');
  await without.stop();
});

describe('Somebody whom no account is linked with', () => {
  it('is told what to do, and is not signed in', async () => {
    const stranger = elsewhere('stranger');
    const { problem, body } = await stranger.through();
    expect(problem).toBe('401 wrong-credentials');
    expect(body.detail).toMatch(/Sign in with your e-mail address and password, and link it/);
    expect([stranger.cookie, stranger.pending]).toEqual([undefined, undefined]);
  });

  it('is linked with no account for an address that is the same', async () => {
    // The provider says ada@example.org of whoever signs in there as `ada`.
    await inviteBy(ida, api, { email: 'ada@example.org' });
    expect((await elsewhere('ada').through()).problem).toBe('401 wrong-credentials');
  });
});

describe('Linking', () => {
  it('takes a sign-in to the account, and to the provider; from then on the one leads to the other', async () => {
    const ben = await somebody('ben');
    const back = await ben.link();
    expect([back.status, back.headers.get('location')]).toEqual([303, '/#/me']);
    expect(await ben.linked()).toEqual([{ id: expect.stringMatching(/^[\w-]{43}$/), issuer: provider.issuer, linkedAt: expect.any(String) }]);
    const { accountId } = await me(ben);
    expect(await linkings(accountId)).toEqual([expect.objectContaining({ actorid: accountId, data: expect.objectContaining({ issuer: provider.issuer }) })]);
    const there = elsewhere('ben-at-the-provider');
    const arrived = await there.through('?returnTo=/%23/meetings');
    expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/#/meetings']);
    expect(await me(there)).toMatchObject({ stage: 'signed-in', accountId, providers: [provider.issuer] });
    // Both cookies are for this host alone; that of the way back is used up.
    expect(arrived.headers.getSetCookie().find((line) => line.startsWith('__Host-relocon='))?.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Strict', 'Secure']);
    expect(there.pending).toBeUndefined();
  });

  it('is told to the address of the account', async () => {
    await (await somebody('told')).link();
    expect((await api.mails.next('told@example.org', /sign in through/i)).text).toContain(new URL(provider.issuer).host);
  });

  it('is sensitive, and for people alone', async () => {
    const cara = await somebody('cara');
    ahead += 6 * MINUTE;
    expect((await cara.link()).problem).toBe('403 re-authentication-needed');
    expect((await new Person(api).post('/api/v1/provider/link')).problem).toBe('401 unauthenticated');
    expect((await cara.call('POST', '/api/v1/provider/link', {}, { origin: 'https://evil.example' })).problem).toBe('403 foreign-origin');
    expect((await api.raw('/api/v1/provider/link', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(403);
  });

  it('asks at the provider who it is, also somebody who is signed in there', async () => {
    const dora = await somebody('dora');
    await dora.through();
    expect(dora.logins).toBe(1);
    await dora.link();
    expect(dora.logins).toBe(2);
  });

  it('gives one identity to one account, and one account one identity of a provider', async () => {
    const [emil, fritz] = [await somebody('emil'), await somebody('fritz')];
    expect((await emil.link()).status).toBe(303);
    expect((await fritz.link('emil-at-the-provider')).problem).toBe('409 identity-belongs-to-another-account');
    expect(await fritz.linked()).toEqual([]);
    expect((await emil.link('emil-elsewhere')).problem).toBe('409 provider-linked-already');
    expect((await emil.link()).status).toBe(303);
    expect(await emil.linked()).toHaveLength(1);
    const { accountId } = await me(emil);
    expect(await linkings(accountId)).toHaveLength(1);
  });

  it('tells a browser by a page of the console why it is refused, and a program by a problem', async () => {
    const stranger = elsewhere('a-stranger');
    const page = { accept: 'text/html,application/xhtml+xml', 'sec-fetch-site': 'cross-site' };
    const arrive = async (headers: Record<string, string>) => {
      const callback = await stranger.pass((await stranger.begin()).headers.get('location') as string);
      return stranger.call('GET', callback.slice(api.url.length), undefined, { cookie: stranger.pending as string, ...headers });
    };
    const refused = await arrive(page);
    expect([refused.status, refused.headers.get('location')]).toEqual([303, '/#/returned?refused=wrong-credentials']);
    expect((await arrive({ accept: 'application/json' })).problem).toBe('401 wrong-credentials');
    const begun = await stranger.get('/api/v1/provider?again=true', { accept: 'text/html' });
    expect([begun.status, begun.headers.get('location')]).toEqual([303, '/#/returned?refused=unauthenticated']);
  });

  it('ends at another browser: nobody’s identity is linked by an address they were sent', async () => {
    const gerd = await somebody('gerd');
    const { body } = await gerd.post('/api/v1/provider/link');
    const victim = elsewhere('victim');
    const callback = await victim.pass(body.url);
    expect((await victim.arrive(callback)).problem).toBe('400 sign-in-not-recognised');
    // Nor with what the victim's browser keeps of a sign-in of its own.
    await victim.begin();
    expect((await victim.arrive(callback)).problem).toBe('400 sign-in-not-recognised');
    expect(await gerd.linked()).toEqual([]);
  });

  it.each<[string, (person: Visitor, accountId: string) => Promise<unknown>]>([
    ['signed out', (person) => person.call('DELETE', '/api/v1/sessions/current')],
    ['changed the password', async (person) => {
      const there = elsewhere('');
      const password = passwordFor((await me(person)).email);
      await there.signIn((await me(person)).email, password);
      return there.post('/api/v1/me/change-password', { currentPassword: password, password: 'four other words for this' });
    }],
    ['was made auditor', (_, accountId) => ida.post(`/api/v1/accounts/${accountId}/grant-role`, { role: 'auditor' })],
    ['was disabled', (_, accountId) => ida.post(`/api/v1/accounts/${accountId}/disable`)],
    ['signed in as somebody else in this browser', (person) => person.signIn('ben@example.org', passwordFor('ben@example.org'))],
  ])('ends with the session that began it: who meanwhile %s', async (what, meanwhile) => {
    const name = `meanwhile-${what.replaceAll(' ', '-').slice(0, 20)}`;
    const person = await somebody(name);
    const { accountId } = await me(person);
    const { body } = await person.post('/api/v1/provider/link');
    const callback = await person.pass(body.url);
    const done = await meanwhile(person, accountId);
    expect((done as { problem?: string }).problem).toBeUndefined();
    expect((await person.arrive(callback)).problem).toBe('409 sign-in-not-under-way');
    expect((await elsewhere(`${name}-at-the-provider`).through()).problem).toBe('401 wrong-credentials');
    expect(await linkings(accountId)).toEqual([]);
  });
});

describe('Signing in through the provider', () => {
  it('takes the second factor of the account all the same', async () => {
    expect((await ida.link()).status).toBe(303);
    const there = elsewhere('ida-at-the-provider');
    expect((await there.through()).status).toBe(303);
    expect(await me(there)).toMatchObject({ stage: 'second-factor', email: null });
    expect((await there.get('/api/v1/members')).problem).toBe('401 unauthenticated');
    expect((await there.post('/api/v1/sessions/second-factor', { code: ida.codeOf(idaSecret) })).body.stage).toBe('signed-in');
    expect((await there.get('/api/v1/members')).status).toBe(200);
  });

  it('asks whoever must have a second factor to set one up', async () => {
    const max = await somebody('max', 'administrator');
    await max.enrol();
    await max.link();
    const { accountId } = await me(max);
    expect((await ida.post(`/api/v1/accounts/${accountId}/remove-second-factor`)).status).toBe(200);
    const there = elsewhere('max-at-the-provider');
    await there.through();
    expect((await me(there)).stage).toBe('enrol');
    expect((await there.get('/api/v1/members')).problem).toBe('401 unauthenticated');
  });

  it('ends with the account, and says so; comes back with it', async () => {
    const nils = await somebody('nils');
    await nils.link();
    const { accountId } = await me(nils);
    await ida.post(`/api/v1/accounts/${accountId}/disable`);
    const refused = await elsewhere('nils-at-the-provider').through();
    expect([refused.problem, refused.body.detail]).toEqual(['401 wrong-credentials', expect.stringMatching(/disabled.*administrator/)]);
    await ida.post(`/api/v1/accounts/${accountId}/enable`);
    expect((await elsewhere('nils-at-the-provider').through()).status).toBe(303);
  });

  it('ends the session that the browser had', async () => {
    const otto = await somebody('otto');
    await otto.link();
    const before = Object.assign(new Person(api), { cookie: otto.cookie });
    expect((await before.get('/api/v1/me')).status).toBe(200);
    expect((await otto.through()).status).toBe(303);
    expect((await otto.get('/api/v1/me')).status).toBe(200);
    expect((await before.get('/api/v1/me')).problem).toBe('401 unauthenticated');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example', 'javascript:alert(1)', 'meetings'])('leads back to this site alone, not to %s', async (address) => {
    expect((await elsewhere('').begin(`?returnTo=${encodeURIComponent(address)}`)).problem).toBe('400 return-address-not-ours');
    expect((await ida.post('/api/v1/provider/link', { returnTo: address })).problem).toBe('400 return-address-not-ours');
  });

  it('begins at this site, and at no other’s bidding', async () => {
    const beginFrom = (site: string) => elsewhere('').get('/api/v1/provider', { 'sec-fetch-site': site });
    for (const site of ['cross-site', 'same-site']) expect((await beginFrom(site)).problem).toBe('403 foreign-origin');
    for (const site of ['same-origin', 'none']) expect((await beginFrom(site)).status).toBe(302);
  });

  it('takes a callback in the browser that began, once', async () => {
    const pia = await somebody('pia');
    await pia.link();
    const there = elsewhere('pia-at-the-provider');
    const { headers } = await there.begin();
    const kept = there.pending as string;
    const callback = await there.pass(headers.get('location') as string);
    for (const cookie of ['', '__Host-relocon-provider=forged']) expect((await there.arrive(callback, cookie)).problem).toBe('400 sign-in-not-recognised');
    expect(there.cookie).toBeUndefined();
    expect((await there.arrive(callback, kept)).status).toBe(303);
    const again = elsewhere('');
    expect((await again.arrive(callback, kept)).problem).toBe('400 sign-in-not-recognised');
    expect(again.cookie).toBeUndefined();
  });

  it('says so where the provider cannot be reached', async () => {
    const port = await freePort();
    const alone = await startTestService({ config: { RELOCON_OIDC_ISSUER: `http://127.0.0.1:${port}`, RELOCON_OIDC_CLIENT_ID: 'relocon', RELOCON_OIDC_CLIENT_SECRET: 'a secret' } });
    expect((await new Person(alone).get('/api/v1/provider')).problem).toBe('503 provider-unavailable');
    await alone.stop();
  });
});

describe('Signing in there again, for what is sensitive', () => {
  let rita: Visitor;
  const invite = () => rita.post('/api/v1/me/address', { email: `rita-${ahead}@example.org` });
  beforeAll(async () => {
    rita = await somebody('rita');
    await rita.link();
    await rita.through();
  });

  it('counts as a password given now, for the session that asked; it gets a new cookie', async () => {
    ahead += 6 * MINUTE;
    expect((await invite()).problem).toBe('403 re-authentication-needed');
    const [{ cookie }, { sessionId }, { logins }] = [rita, await me(rita), rita];
    const back = await rita.through('?again=true&returnTo=/%23/me');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/#/me']);
    // Who is signed in at the provider had to sign in there all the same.
    expect(rita.logins).toBe(logins + 1);
    expect(rita.cookie).not.toBe(cookie);
    expect((await me(rita)).sessionId).not.toBe(sessionId);
    expect((await Object.assign(new Person(api), { cookie }).get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect((await invite()).status).toBe(204);
  });

  it('is for whoever is signed in here alone', async () => {
    const nobody = elsewhere('rita-at-the-provider');
    expect((await nobody.begin('?again=true')).problem).toBe('401 unauthenticated');
    expect(nobody.pending).toBeUndefined();
    nobody.cookie = `__Host-relocon=${'x'.repeat(43)}`;
    expect((await nobody.begin('?again=true')).problem).toBe('401 unauthenticated');
  });

  it('does not stand in for a second factor that was not given yet', async () => {
    const there = elsewhere('ida-at-the-provider');
    await there.signIn('ida@example.org', passwordFor('ida@example.org'));
    await there.through('?again=true');
    expect((await me(there)).stage).toBe('second-factor');
    expect((await there.get('/api/v1/members')).problem).toBe('401 unauthenticated');
  });

  it('takes the identity of this account, and no other', async () => {
    const before = (await me(rita)).authenticatedUntil;
    const { cookie } = rita;
    ahead += MINUTE;
    for (const login of ['ben-at-the-provider', 'stranger']) expect((await rita.through('?again=true', login)).problem).toBe('401 wrong-credentials');
    expect(rita.cookie).toBe(cookie);
    expect((await me(rita)).authenticatedUntil).toBe(before);
  });

  it('renews no session that has ended meanwhile', async () => {
    const { headers } = await rita.begin('?again=true');
    const callback = await rita.pass(headers.get('location') as string);
    const { pending } = rita;
    await rita.call('DELETE', '/api/v1/sessions/current');
    expect((await rita.arrive(callback, pending)).problem).toBe('409 sign-in-not-under-way');
    expect(rita.cookie).toBeUndefined();
  });
});

describe('Unlinking', () => {
  it('ends signing in through the provider, and lets the identity be linked elsewhere', async () => {
    const [sven, tara] = [await somebody('sven'), await somebody('tara')];
    await sven.link();
    const [linked] = await sven.linked();
    expect((await tara.call('DELETE', `/api/v1/me/providers/${linked?.id}`)).problem).toBe('403 forbidden');
    ahead += 6 * MINUTE;
    expect((await sven.call('DELETE', `/api/v1/me/providers/${linked?.id}`)).problem).toBe('403 re-authentication-needed');
    await sven.post('/api/v1/me/re-authenticate', { password: passwordFor('sven@example.org') });
    expect((await sven.call('DELETE', `/api/v1/me/providers/${linked?.id}`)).status).toBe(204);
    expect(await sven.linked()).toEqual([]);
    expect((await me(sven)).providers).toEqual([]);
    expect((await elsewhere('sven-at-the-provider').through()).problem).toBe('401 wrong-credentials');
    await tara.post('/api/v1/me/re-authenticate', { password: passwordFor('tara@example.org') });
    expect((await tara.link('sven-at-the-provider')).status).toBe(303);
    const there = elsewhere('sven-at-the-provider');
    await there.through();
    expect((await me(there)).accountId).toBe((await me(tara)).accountId);
  });
});

it('Nothing that the provider says of somebody is stored, nor its secret', async () => {
  for (const { name, text } of await everythingStored(api.config.RELOCON_DATA)) for (const said of ['at-the-provider', 'of/tests + alone']) expect([name, said, text.includes(said)]).toEqual([name, said, false]);
});

it('Every operation of the provider has been seen to succeed', () => {
  const { operations } = api.contract.unseen((tag) => tag === 'Signing in');
  expect(operations.filter((operation) => /Provider/.test(operation))).toEqual([]);
});

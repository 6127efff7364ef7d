/** What stands where a step of signing in is cut off, and where two come at once or somebody else got there first. */
import { setUpLink } from '../api/sign-in/set-up.js';
import { startTestService, type TestService } from './api.js';
import { tokenIn } from './mailbox.js';
import { inviteBy, passwordFor, Person } from './person.js';

const MINUTE = 60_000;
const IDA = 'ida@example.org';
let api: TestService;
let ida: Person;
let ahead = 0;

beforeAll(async () => {
  api = await startTestService({ clock: () => new Date(Date.now() + ahead).toISOString() });
});
afterAll(() => api.stop());

/** The first call of a method that passes what is asked of it to what it does fails, as where the process dies before it. */
function cutOff<K extends string>(at: Record<K, (...args: any[]) => Promise<unknown>>, method: K, before: (...args: any[]) => boolean = () => true): void {
  const whole = at[method];
  at[method] = ((...args: unknown[]) => {
    if (!before(...args)) return whole.apply(at, args);
    at[method] = whole;
    return Promise.reject(new Error('cut off'));
  }) as never;
}
const parts = () => api.service.runtime as any;
const command = (name: string) => (given: { name: string }) => given.name === name;
/** As the client of a service that broke in the middle sees it. */
const broken = async (person: Person, path: string, body: unknown) => {
  const response = await fetch(api.url + path, { method: 'POST', headers: { 'content-type': 'application/json', origin: api.url, ...(person.cookie && { cookie: person.cookie }) }, body: JSON.stringify(body) });
  return response.status;
};
const signedIn = async (email: string, password = passwordFor(email)) => {
  const person = new Person(api);
  const { problem } = await person.signIn(email, password);
  if (problem) throw new Error(problem);
  return person;
};
const eventsOf = async (accountId: string, type: string) => {
  const { data } = await api.admin.GET('/api/v1/operations/views');
  return (await ida.get(`/api/v1/events?type=${type}&tag=account:${accountId}`, { 'relocon-after': data?.head as string })).body.items;
};

describe('Setting up', () => {
  it('goes on where it was cut off; once the account is open, the link gives it no other password', async () => {
    const token = tokenIn({ to: '', subject: '', text: (await setUpLink(api.service.runtime)) as string }, 'set-up');
    const body = (password: string) => ({ token, email: IDA, password });
    cutOff(parts().people.passwords, 'set');
    expect(await broken(new Person(api), '/api/v1/set-up', body('a first set of words'))).toBe(500);
    cutOff(parts().people.links, 'redeem');
    expect(await broken(new Person(api), '/api/v1/set-up', body(passwordFor(IDA)))).toBe(500);
    expect((await new Person(api).post('/api/v1/set-up', body('quite another password'))).problem).toBe('409 already-set-up');
    expect((await new Person(api).signIn(IDA, 'quite another password')).problem).toBe('401 wrong-credentials');
    ida = await signedIn(IDA);
    await ida.enrol();
  });
});

describe('A new password', () => {
  it('ends every session, also where it is cut off before the password is another', async () => {
    const ben = await inviteBy(ida, api, { email: 'ben@example.org' });
    await new Person(api).post('/api/v1/password-resets', { email: 'ben@example.org' });
    const token = tokenIn(await api.mails.next('ben@example.org', /new password/i), 'password-reset');
    cutOff(parts().people.passwords, 'put');
    expect(await broken(new Person(api), '/api/v1/password-resets/redeem', { token, password: 'four other words now' })).toBe(500);
    expect((await ben.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    await api.mails.next('ben@example.org', /password .*changed/i);
    await signedIn('ben@example.org');
  });

  it('given by link stands against one that somebody who knows the old one gives at the same time', async () => {
    const { passwords } = parts().people;
    const cleo = await inviteBy(ida, api, { email: 'cleo@example.org' });
    await new Person(api).post('/api/v1/password-resets', { email: 'cleo@example.org' });
    const token = tokenIn(await api.mails.next('cleo@example.org', /new password/i), 'password-reset');
    const hashed = passwords.hashed.bind(passwords);
    let redeemed: Promise<unknown> | undefined;
    // Behind the comparison with the old one.
    passwords.hashed = async (password: string) => {
      if (password !== 'the words of a thief') return hashed(password);
      redeemed = new Person(api).post('/api/v1/password-resets/redeem', { token, password: 'entirely new words here' });
      expect(await redeemed).toMatchObject({ status: 204 });
      return hashed(password);
    };
    const stolen = await cleo.post('/api/v1/me/change-password', { currentPassword: passwordFor('cleo@example.org'), password: 'the words of a thief' });
    passwords.hashed = hashed;
    expect(redeemed).toBeDefined();
    expect(stolen.problem).toBe('401 wrong-credentials');
    expect((await cleo.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect((await new Person(api).signIn('cleo@example.org', 'the words of a thief')).problem).toBe('401 wrong-credentials');
    await signedIn('cleo@example.org', 'entirely new words here');
  });

  it('ends also the session that is being opened with the one before', async () => {
    const { attempts } = parts().people;
    await inviteBy(ida, api, { email: 'dan@example.org' });
    await new Person(api).post('/api/v1/password-resets', { email: 'dan@example.org' });
    const token = tokenIn(await api.mails.next('dan@example.org', /new password/i), 'password-reset');
    const thief = new Person(api);
    const succeeded = attempts.succeeded.bind(attempts);
    // Behind the comparison, before the session; the account stands as it did when the reset had told the log.
    const told = parts().people.passwords.put.bind(parts().people.passwords);
    let late: Promise<unknown> | undefined;
    parts().people.passwords.put = async (...args: unknown[]) => {
      const compared = new Promise<void>((resolve) => {
        attempts.succeeded = async (scope: string) => {
          resolve();
          await finished;
          return succeeded(scope);
        };
      });
      late = thief.signIn('dan@example.org', passwordFor('dan@example.org'));
      await compared;
      return told(...args);
    };
    let finish = () => undefined as void;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    expect((await new Person(api).post('/api/v1/password-resets/redeem', { token, password: 'entirely other words here' })).status).toBe(204);
    finish();
    Object.assign(parts().people.passwords, { put: told });
    attempts.succeeded = succeeded;
    expect(await late).toMatchObject({ problem: '401 wrong-credentials' });
    expect((await thief.get('/api/v1/me')).problem).toBe('401 unauthenticated');
  });
});

describe('A link about another address', () => {
  it('can be sent again where it was cut off: who wants to stop a change can', async () => {
    const gus = await inviteBy(ida, api, { email: 'gus@example.org' });
    expect((await gus.post('/api/v1/me/address', { email: 'gus@example.com' })).status).toBe(204);
    const stop = { token: tokenIn(await api.mails.next('gus@example.org', /address .*changed/i), 'address-change/stop') };
    cutOff(parts().runner, 'execute', command('stopAddressChange'));
    expect(await broken(new Person(api), '/api/v1/address-changes/stop', stop)).toBe(500);
    expect((await new Person(api).post('/api/v1/address-changes/stop', stop)).status).toBe(204);
    expect((await gus.get('/api/v1/me')).body.pendingEmail).toBeNull();
    expect((await new Person(api).post('/api/v1/address-changes/stop', stop)).problem).toBe('400 invalid-input');
  });
});

describe('An invitation that is sent again', () => {
  it('ends the link before, also while the new one has not been written yet', async () => {
    const { body } = await ida.post('/api/v1/accounts', { email: 'hal@example.org' });
    const first = tokenIn(await api.mails.next('hal@example.org', /invitation/i), 'invitation');
    cutOff(parts().people.links, 'make', ({ accountId }) => accountId === body.id);
    expect((await ida.post(`/api/v1/accounts/${body.id}/renew-invitation`)).status).toBe(200);
    expect((await new Person(api).post('/api/v1/invitations/redeem', { token: first, password: passwordFor('hal@example.org') })).problem).toBe('400 invalid-input');
  });
});

describe('A second factor', () => {
  it('that its owner set up ends the sessions of whoever knew the password before', async () => {
    const lea = await inviteBy(ida, api, { email: 'lea@example.org' });
    const { accountId } = (await lea.get('/api/v1/me')).body;
    await ida.post(`/api/v1/accounts/${accountId}/grant-role`, { role: 'administrator' });
    const [owner, thief] = [await signedIn('lea@example.org'), await signedIn('lea@example.org')];
    expect((await thief.get('/api/v1/me')).body.stage).toBe('enrol');
    await owner.enrol();
    expect((await thief.post('/api/v1/me/second-factor')).problem).toBe('401 unauthenticated');
    expect((await owner.get('/api/v1/me')).body).toMatchObject({ stage: 'signed-in', secondFactor: true });
  });

  it('that takes another’s place leaves a trace, and ends all other sessions', async () => {
    const kit = await inviteBy(ida, api, { email: 'kit@example.org' });
    const { accountId } = (await kit.get('/api/v1/me')).body;
    const { recoveryCodes } = await kit.enrol();
    const other = await signedIn('kit@example.org');
    expect((await other.post('/api/v1/sessions/second-factor', { recoveryCode: recoveryCodes[0] })).status).toBe(200);
    await kit.enrol();
    expect((await other.get('/api/v1/me')).problem).toBe('401 unauthenticated');
    expect(await eventsOf(accountId, 'SecondFactorEnabled')).toHaveLength(2);
  });

  it('lets nobody past who knows the password alone, nor gives them longer than ten minutes', async () => {
    const thief = await signedIn('kit@example.org');
    const refused: [string, string, unknown, string][] = [
      ['POST', '/api/v1/me/second-factor', {}, '409 sign-in-not-under-way'],
      ['POST', '/api/v1/me/second-factor/confirm', { code: '123456' }, '409 sign-in-not-under-way'],
      ['DELETE', '/api/v1/me/second-factor', undefined, '401 unauthenticated'],
      ['POST', '/api/v1/me/recovery-codes', {}, '401 unauthenticated'],
      ['POST', '/api/v1/me/change-password', { currentPassword: passwordFor('kit@example.org'), password: 'four words of a thief' }, '401 unauthenticated'],
      ['POST', '/api/v1/me/address', { email: 'thief@example.org' }, '401 unauthenticated'],
      ['DELETE', '/api/v1/me/address', undefined, '401 unauthenticated'],
      ['GET', '/api/v1/me/providers', undefined, '401 unauthenticated'],
      ['GET', '/api/v1/sessions', undefined, '401 unauthenticated'],
      ['POST', '/api/v1/sessions/end-all', {}, '401 unauthenticated'],
      ['POST', '/api/v1/keys', { name: 'x' }, '401 unauthenticated'],
      ['GET', '/api/v1/members', undefined, '401 unauthenticated'],
      ['GET', '/api/v1/changes', undefined, '401 unauthenticated'],
    ];
    for (const [method, path, body, problem] of refused) expect([path, (await thief.call(method, path, body)).problem]).toEqual([path, problem]);
    expect((await thief.get('/api/v1/me')).body).toMatchObject({ email: null, pendingEmail: null, recoveryCodesLeft: null, groups: [], providers: [] });
    ahead += 9 * MINUTE;
    expect((await thief.post('/api/v1/me/re-authenticate', { password: passwordFor('kit@example.org') })).body.stage).toBe('second-factor');
    expect((await thief.get('/api/v1/me')).status).toBe(200);
    ahead += MINUTE;
    expect((await thief.get('/api/v1/me')).problem).toBe('401 unauthenticated');
  });
});

describe('What is taken away', () => {
  const DEADLINE = 10_000;
  beforeAll(async () => {
    expect((await ida.post('/api/v1/me/re-authenticate', { password: passwordFor(IDA) })).status).toBe(200);
  });

  /** An open stream, and everything it said until it ended. */
  async function follow(headers: Record<string, string>): Promise<{ ended: Promise<string>; first: Promise<void> }> {
    const response = await fetch(`${api.url}/api/v1/changes`, { headers, signal: AbortSignal.timeout(DEADLINE) });
    expect(response.status).toBe(200);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let begun = () => undefined as void;
    const first = new Promise<void>((resolve) => (begun = resolve));
    const read = async (): Promise<string> => {
      let text = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += Buffer.from(value).toString();
        begun();
      }
    };
    return { ended: read(), first };
  }

  it('ends open streams of sessions and keys, with the event that took it', async () => {
    const nora = await inviteBy(ida, api, { email: 'nora@example.org', role: 'auditor' });
    const { accountId } = (await nora.get('/api/v1/me')).body;
    const made = await nora.post('/api/v1/keys', { name: 'Watcher', role: 'auditor' });
    expect(made.status).toBe(201);
    const streams = [await follow({ cookie: nora.cookie as string }), await follow({ authorization: `Bearer ${made.body.secret}` })];
    await Promise.all(streams.map(({ first }) => first));
    expect((await ida.post(`/api/v1/accounts/${accountId}/revoke-role`, { role: 'auditor' })).status).toBe(200);
    const told = await Promise.all(streams.map(({ ended }) => ended));
    expect(told.map((text) => text.includes('RoleRevoked'))).toEqual([false, false]);
  });

  it('ends the stream of an account that is disabled', async () => {
    const memberId = (await api.admin.POST('/api/v1/members', { body: { displayName: 'Otto' } })).data?.id as string;
    const otto = await inviteBy(ida, api, { email: 'otto@example.org', memberId });
    const { accountId } = (await otto.get('/api/v1/me')).body;
    const stream = await follow({ cookie: otto.cookie as string });
    await stream.first;
    expect((await ida.post(`/api/v1/accounts/${accountId}/disable`)).status).toBe(200);
    expect(await stream.ended).not.toContain('AccountDisabled');
  });
});

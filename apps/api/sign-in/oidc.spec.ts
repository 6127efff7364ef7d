import { isRefusal } from '#event-sourcing';
import { Browser, passProvider, startIdentityProvider, type IdentityProvider } from '../../test/identity-provider.js';
import { OpenIdConnect } from './oidc.js';

const redirectUri = 'http://127.0.0.1:9/api/v1/sign-in/callback';
const MINUTE = 60_000;
const masterKey = Buffer.alloc(32, 5);

let provider: IdentityProvider;
let browser: Browser;
let ahead: number;
let reasons: string[];
beforeAll(async () => void (provider = await startIdentityProvider({ redirectUris: [redirectUri] })));
afterAll(() => provider.stop());
beforeEach(() => {
  browser = new Browser();
  ahead = 0;
  reasons = [];
});

const now = () => Date.now() + ahead;
const connectTo = ({ issuer, clientId, clientSecret }: IdentityProvider) => new OpenIdConnect({ issuer, clientId, clientSecret, redirectUri }, masterKey, { now, trouble: (reason) => reasons.push(reason) });

async function begun(oidc: OpenIdConnect, request: Partial<Parameters<OpenIdConnect['start']>[0]> = {}): Promise<{ url: string; secret: string }> {
  const started = await oidc.start({ returnTo: '/#/meetings', ...request });
  if (isRefusal(started)) throw new Error(started.detail);
  return started;
}
const pass = (url: string, more: { login?: string; agrees?: boolean } = {}) => passProvider(browser, url, { until: redirectUri, ...more });
const changed = (url: string, parameters: Record<string, string | undefined>) => {
  const other = new URL(url);
  for (const [name, value] of Object.entries(parameters)) value === undefined ? other.searchParams.delete(name) : other.searchParams.set(name, value);
  return other.href;
};
const typeOf = (answer: unknown) => (isRefusal(answer) ? `${answer.status} ${answer.type}` : answer);

it('says who signed in at the provider, and where they wanted to go', async () => {
  const oidc = connectTo(provider);
  const { url, secret } = await begun(oidc, { purpose: 'link' });
  const { callback } = await pass(url);
  expect(await oidc.finish(callback, secret)).toEqual({
    issuer: provider.issuer,
    subject: 'anna',
    email: 'anna@example.org',
    emailVerified: true,
    returnTo: '/#/meetings',
    purpose: 'link',
  });
});

it('says of an address that nobody has verified that it is not', async () => {
  const oidc = connectTo(provider);
  const { url, secret } = await begun(oidc);
  const { callback } = await pass(url, { login: 'unverified-eve' });
  expect(await oidc.finish(callback, secret)).toMatchObject({ subject: 'unverified-eve', emailVerified: false });
});

it('sends the browser with everything that ties the answer to it, and tells nobody else', async () => {
  const oidc = connectTo(provider);
  const [one, two] = [await begun(oidc), await begun(oidc)];
  const asked = [one, two].map(({ url }) => new URL(url).searchParams);
  expect(Object.fromEntries(asked[0] as URLSearchParams)).toEqual({
    response_type: 'code', client_id: 'relocon', redirect_uri: redirectUri, scope: 'openid email', code_challenge_method: 'S256',
    state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/), code_challenge: expect.stringMatching(/^[\w-]{43}$/),
  });
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(asked[0]?.get(name)).not.toBe(asked[1]?.get(name));
    expect(one.secret).not.toContain(asked[0]?.get(name));
  }
});

it('refuses the callback of another sign-in, begun here or by somebody else', async () => {
  const oidc = connectTo(provider);
  const [mine, theirs] = [await begun(oidc), await begun(oidc)];
  const { callback } = await pass(theirs.url);
  expect(typeOf(await oidc.finish(callback, mine.secret))).toBe('400 sign-in-not-recognised');
  expect(typeOf(await oidc.finish(changed(callback, { state: 'another' }), theirs.secret))).toBe('400 sign-in-not-recognised');
  expect(typeOf(await oidc.finish(changed(callback, { state: undefined }), theirs.secret))).toBe('400 sign-in-not-recognised');
  expect(typeOf(await oidc.finish(changed(callback, { iss: 'https://evil.example' }), theirs.secret))).toBe('400 sign-in-not-recognised');
  for (const nothing of [redirectUri, 'http://[']) expect(typeOf(await oidc.finish(nothing, theirs.secret))).toBe('400 sign-in-not-recognised');
});

it('refuses a browser without the secret, with one that was changed, and one of other settings', async () => {
  const oidc = connectTo(provider);
  const { url, secret } = await begun(oidc);
  const { callback } = await pass(url);
  const elsewhere = new OpenIdConnect({ ...provider, clientId: 'another', redirectUri }, masterKey);
  for (const other of [undefined, '', 'x', `${secret.slice(0, -2)}AA`]) expect(typeOf(await oidc.finish(callback, other))).toBe('400 sign-in-not-recognised');
  expect(typeOf(await elsewhere.finish(callback, secret))).toBe('400 sign-in-not-recognised');
  expect(await oidc.finish(callback, secret)).toMatchObject({ subject: 'anna' });
});

it('takes a callback once', async () => {
  const oidc = connectTo(provider);
  const { url, secret } = await begun(oidc);
  const { callback } = await pass(url);
  expect(await oidc.finish(callback, secret)).toMatchObject({ subject: 'anna' });
  expect(typeOf(await oidc.finish(callback, secret))).toBe('400 sign-in-not-recognised');
});

it('takes no code that was issued for another nonce or another verifier', async () => {
  const oidc = connectTo(provider);
  const other = await begun(oidc);
  for (const parameters of [{ nonce: 'another' }, { nonce: undefined }, { code_challenge: String(new URL(other.url).searchParams.get('code_challenge')) }]) {
    const { url, secret } = await begun(oidc);
    const { callback } = await pass(changed(url, parameters));
    expect(callback).toContain('code=');
    expect(typeOf(await oidc.finish(callback, secret))).toBe('400 sign-in-not-recognised');
  }
});

it('gives ten minutes', async () => {
  const oidc = connectTo(provider);
  const { url, secret } = await begun(oidc);
  const { callback } = await pass(url);
  ahead = 10 * MINUTE;
  expect(typeOf(await oidc.finish(callback, secret))).toBe('400 sign-in-expired');
  ahead = 9 * MINUTE;
  expect(await oidc.finish(callback, secret)).toMatchObject({ subject: 'anna' });
});

it('says in plain words that somebody did not agree', async () => {
  const oidc = connectTo(provider);
  const { url, secret } = await begun(oidc);
  const { callback } = await pass(url, { agrees: false });
  expect(await oidc.finish(callback, secret)).toMatchObject({ type: 'provider-refused', status: 403, detail: 'The sign-in was cancelled, or your provider does not let you in here. Try again, or ask your administrator.' });
});

it('repeats nothing of what came with a callback', async () => {
  const oidc = connectTo(provider);
  const { url, secret } = await begun(oidc);
  const state = String(new URL(url).searchParams.get('state'));
  const answer = await oidc.finish(`${redirectUri}?${new URLSearchParams({ state, iss: provider.issuer, error: 'invalid_request', error_description: 'call 0900-evil' })}`, secret);
  expect(typeOf(answer)).toBe('403 provider-refused');
  expect(JSON.stringify(answer)).not.toContain('evil');
});

describe('Signing in again', () => {
  it('is asked of whoever has signed in at the provider already', async () => {
    const oidc = connectTo(provider);
    await pass((await begun(oidc)).url);
    const relaxed = await pass((await begun(oidc)).url);
    const { url, secret } = await begun(oidc, { maxAge: 0 });
    const strict = await pass(url);
    expect([relaxed.logins, strict.logins]).toEqual([0, 1]);
    const before = Date.now();
    const identity = await oidc.finish(strict.callback, secret);
    expect(identity).toMatchObject({ subject: 'anna', authTime: expect.any(String) });
    expect(Math.abs(Date.parse((identity as { authTime: string }).authTime) - before)).toBeLessThan(MINUTE);
  });

  it('cannot be left out by changing what the provider is asked', async () => {
    const oidc = connectTo(provider);
    await pass((await begun(oidc)).url);
    // The provider does not say when.
    const silent = await begun(oidc, { maxAge: 0 });
    expect(typeOf(await oidc.finish((await pass(changed(silent.url, { max_age: undefined }))).callback, silent.secret))).toBe('403 not-authenticated-again');
    // An hour later the provider says that it was an hour ago.
    ahead = 60 * MINUTE;
    const old = await begun(oidc, { maxAge: 600 });
    const { callback, logins } = await pass(changed(old.url, { max_age: '86400' }));
    expect(logins).toBe(0);
    expect(typeOf(await oidc.finish(callback, old.secret))).toBe('403 not-authenticated-again');
    const enough = await begun(oidc, { maxAge: 7_200 });
    expect(await oidc.finish((await pass(enough.url)).callback, enough.secret)).toMatchObject({ subject: 'anna' });
  });
});

describe('A provider that is down', () => {
  it('is no trouble before it is needed; then it is told, and it works once it is back', async () => {
    const first = await startIdentityProvider({ redirectUris: [redirectUri] });
    const port = Number(new URL(first.issuer).port);
    await first.stop();
    const oidc = connectTo(first);
    expect(await oidc.start({ returnTo: '/' })).toMatchObject({ status: 503, type: 'provider-unavailable', detail: 'Your provider cannot be reached at the moment. Please try again in a minute.' });
    const second = await startIdentityProvider({ redirectUris: [redirectUri], port });
    const { url, secret } = await begun(oidc);
    const { callback } = await pass(url);
    await second.stop();
    expect(typeOf(await oidc.finish(callback, secret))).toBe('503 provider-unavailable');
  });

  it('is told apart from one that is another than it should be', async () => {
    const oidc = connectTo({ ...provider, issuer: provider.issuer.replace('127.0.0.1', 'localhost') });
    expect(await oidc.start({ returnTo: '/' })).toMatchObject({ status: 503, detail: expect.stringContaining('tell your administrator') });
    expect(reasons).toEqual(['OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED']);
  });

  it('is told apart from one that does not know us', async () => {
    const oidc = connectTo({ ...provider, clientSecret: 'another' });
    const { url, secret } = await begun(oidc);
    const { callback } = await pass(url);
    const answer = await oidc.finish(callback, secret);
    expect(answer).toMatchObject({ status: 503, type: 'provider-unavailable', detail: expect.stringContaining('tell your administrator') });
    expect(reasons).toEqual(['OAUTH_WWW_AUTHENTICATE_CHALLENGE']);
  });
});

it('gives its secret the way the provider takes it', async () => {
  const other = await startIdentityProvider({ redirectUris: [redirectUri], authMethod: 'client_secret_post' });
  try {
    const oidc = connectTo(other);
    const { url, secret } = await begun(oidc);
    expect(await oidc.finish((await pass(url)).callback, secret)).toMatchObject({ subject: 'anna' });
  } finally {
    await other.stop();
  }
});

it('returns to paths of this site alone', async () => {
  expect(typeOf(await connectTo(provider).start({ returnTo: '//evil.example' }))).toBe('400 return-address-not-ours');
});

it.each(['http://login.example.org', 'login.example.org', 'https://user:hunter2@login.example.org', 'https://login.example.org?x=1', 'ftp://login.example.org'])('refuses the address %s in its settings', (address) => {
  const settings = { issuer: 'https://login.example.org', clientId: 'relocon', clientSecret: 'hunter2', redirectUri };
  for (const wrong of [{ issuer: address }, { redirectUri: address }]) {
    const setting = () => new OpenIdConnect({ ...settings, ...wrong }, masterKey);
    expect(setting).toThrow('must be an address that begins with https://');
    expect(setting).not.toThrow('hunter2');
  }
});

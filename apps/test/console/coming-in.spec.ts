/** From a link to the first page, and back in after a session has ended. */
import { createServer, type AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { setUpLink } from '../../api/sign-in/set-up.js';
import * as messages from '../../api/mail/messages.js';
import { accountOf, DESK, inBrowser, PHONE, SIZES, startConsole, type Console, type Size, type Visit } from '../browser.js';
import { startIdentityProvider, type IdentityProvider } from '../identity-provider.js';
import { inviteBy, passwordFor, Person } from '../person.js';
import { tokenIn } from '../mailbox.js';

const IDA = 'ida@example.org';
const PASSWORD = passwordFor(IDA);
const MINUTE = 60_000;

inBrowser('Coming in', () => {
  let console_: Console;
  let provider: IdentityProvider;
  let visits: Visit[] = [];
  /** How far the service's clock is ahead. */
  let ahead = 0;
  /** Ida's authenticator; each code counts once. */
  const codes = new Person({ url: '', raw: () => Promise.reject(new Error('asks nobody')) });
  let secret: string;
  let recoveryCodes: string[];
  /** Ida where she invites people from. */
  let ida: Person;

  beforeAll(async () => {
    const port = await freePort();
    console_ = await startConsole({
      samples: false,
      clock: () => new Date(Date.now() + ahead).toISOString(),
      config: { RELOCON_SECOND_FACTOR: 'administrators', RELOCON_OIDC_ISSUER: `http://127.0.0.1:${port}`, RELOCON_OIDC_CLIENT_ID: 'relocon', RELOCON_OIDC_CLIENT_SECRET: 'a secret: of/tests + alone' },
    });
    provider = await startIdentityProvider({ port, redirectUris: [`${console_.api.url}/api/v1/provider/callback`] });
  }, 120_000);
  afterAll(async () => {
    await console_.stop();
    await provider.stop();
  });
  afterEach(async () => {
    for (const visit of visits) await visit.close();
    visits = [];
  });

  async function open(size: Size, path = '/', email?: string): Promise<Visit> {
    const visit = await console_.open(size, path, email);
    visits.push(visit);
    return visit;
  }
  const inside = (page: Page): Promise<void> => page.getByRole('banner').waitFor();
  /** A code of her authenticator counts once, so she does not sign in for every test. */
  const openAsIda = (size: Size, path: string): Promise<Visit> => open(size, path, IDA);
  const givePassword = async (page: Page, email: string, password = passwordFor(email)): Promise<void> => {
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  it('begins with the link of the terminal, and a second factor before anything else', async () => {
    const visit = await open(DESK, '/');
    const { page } = visit;
    // Whoever is not signed in is led to this page first.
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await page.goto((await setUpLink(console_.api.service.runtime)) as string);
    await page.getByLabel('New password').waitFor();
    await page.getByLabel('E-mail address').fill(IDA);
    await page.getByLabel('New password').fill('too short');
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByText(/12 characters/).first().waitFor();
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set up' }).click();
    secret = new URL((await page.locator('a[href^="otpauth:"]').getAttribute('href')) as string).searchParams.get('secret') as string;
    await visit.picture('enrol');
    await page.getByLabel('Then enter the code').fill('000000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText(/not right/).waitFor();
    await page.getByLabel('Then enter the code').fill(codes.codeOf(secret));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
    recoveryCodes = await page.getByRole('listitem').allTextContents();
    expect(recoveryCodes).toHaveLength(10);
    // The token does not stay in the address, nor in what one comes back to.
    expect(page.url()).not.toContain('token');
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await inside(page);
    // With nothing there, it says how to begin.
    const content = page.locator('#main-content');
    await content.getByRole('link', { name: 'Found a group' }).waitFor();
    await content.getByRole('link', { name: 'Invite somebody' }).waitFor();
    await content.getByRole('link', { name: 'Import' }).click();
    await page.getByRole('heading', { name: 'Import' }).waitFor();
    ida = Object.assign(new Person(console_.api), { cookie: await cookieOf(visit) });
    expect(visit.complaints(/^answered 4(01|22)|status of 4(01|22)/)).toEqual([]);
  });

  it.each(SIZES)('goes on with an invitation by mail, on a $name', async (size) => {
    const email = `amara-${size.name}@example.org`;
    const visit = await openAsIda(size, '/accounts/create');
    const { page } = visit;
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('heading', { name: email, level: 2 }).waitFor();
    await page.getByText('Invited', { exact: true }).first().waitFor();
    expect(visit.complaints()).toEqual([]);

    const mail = await console_.api.mails.next(email, /invitation/i);
    const theirs = await open(size, '/sign-in');
    await theirs.page.getByLabel('E-mail address').waitFor();
    await theirs.go(`/invitation?token=${tokenIn(mail, 'invitation')}`);
    await theirs.page.getByLabel('New password').fill(passwordFor(email));
    await theirs.page.getByRole('button', { name: 'Open my account' }).click();
    await inside(theirs.page);
    await theirs.go(`/invitation?token=${tokenIn(mail, 'invitation')}`);
    await theirs.page.getByLabel('New password').fill(passwordFor(email));
    await theirs.page.getByRole('button', { name: 'Open my account' }).click();
    await theirs.page.getByText(/was used already/).waitFor();
    expect(theirs.complaints(/^answered 400|status of 400/)).toEqual([]);
  });

  it('takes a recovery code for the second factor, once', async () => {
    const visit = await open(PHONE, '/');
    const { page } = visit;
    await givePassword(page, IDA);
    await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCodes[0] as string);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await inside(page);
    await visit.go('/account');
    await page.getByText('Recovery codes left: 9').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each([DESK])('asks anew for a forgotten password, on a $name', async (size) => {
    const email = `ben-${size.name}@example.org`;
    await inviteBy(ida, console_.api, { email });
    const visit = await open(size, '/sign-in');
    const { page } = visit;
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText(/a link is on its way/).waitFor();
    const token = tokenIn(await console_.api.mails.next(email, /new password/i), 'password-reset');
    await visit.go(`/password-reset?token=${token}`);
    await page.getByLabel('New password').fill('four words nobody guesses');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('Your password is set. Sign in with it.').waitFor();
    await givePassword(page, email, 'four words nobody guesses');
    await inside(page);
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('keeps what was half written when the session ends, on a $name', async (size) => {
    const visit = await openAsIda(size, '/accounts/create');
    const { page } = visit;
    const email = `half-written-${size.name}@example.org`;
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Reason').fill('Came to three evenings.');
    await endSessions(IDA);
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    if (size.name === 'desk') await dialog.getByLabel('Code of your authenticator').fill(codes.codeOf(secret));
    else {
      await dialog.getByRole('button', { name: 'Use a recovery code instead' }).click();
      await dialog.getByLabel('Recovery code').fill(recoveryCodes[1] as string);
    }
    await visit.picture('sign-in-again');
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: email, level: 2 }).waitFor();
    await console_.api.mails.next(email, /invitation/i);
    ida = Object.assign(new Person(console_.api), { cookie: await cookieOf(visit) });
    expect(visit.complaints(UNAUTHENTICATED)).toEqual([]);
  });

  it('does not go on with the page of somebody else', async () => {
    const [mine, theirs] = ['cleo@example.org', 'dan@example.org'];
    for (const email of [mine, theirs]) await inviteBy(ida, console_.api, { email });
    const visit = await open(DESK, '/account');
    const { page } = visit;
    await givePassword(page, mine);
    await page.getByText('This browser').waitFor();
    await page.getByText(/None. A key lets/).or(page.getByText('Off. With one')).first().waitFor();
    await endSessions(mine);
    await page.getByRole('button', { name: 'Change the address' }).click();
    await page.getByLabel('New e-mail address').fill('somebody@example.org');
    await page.getByRole('dialog').getByRole('button', { name: 'Change the address' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel('E-mail address').fill(theirs);
    await dialog.getByLabel('Password', { exact: true }).fill(passwordFor(theirs));
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('main').getByText(theirs).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(visit.complaints(UNAUTHENTICATED)).toEqual([]);
  });

  it('asks for the password once more before what is sensitive, and both addresses of a change', async () => {
    const email = 'eve@example.org';
    await inviteBy(ida, console_.api, { email });
    const visit = await open(PHONE, '/account');
    const { page } = visit;
    await givePassword(page, email);
    await page.getByRole('heading', { name: 'Where I am signed in' }).waitFor();
    ahead += 6 * MINUTE;
    await page.getByRole('button', { name: 'Change the address' }).click();
    await page.getByLabel('New e-mail address').fill('eve@example.net');
    await page.getByRole('dialog').getByRole('button', { name: 'Change the address' }).click();
    const again = page.getByRole('dialog', { name: 'Your password, please' });
    // Who does not give it reads what that means, and finds what they wrote.
    await again.waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Nothing was done: it needs your password.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Change the address' }).click();
    await again.getByLabel('Password').fill('not her password');
    await again.getByRole('button', { name: 'Go on' }).click();
    await again.getByText(/not right/).waitFor();
    await again.getByLabel('Password').fill(passwordFor(email));
    await again.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('eve@example.net is waiting.').waitFor();
    await visit.picture('address-waiting');
    // Setting up a second factor needs no password again: it was given just now.
    await page.getByRole('button', { name: 'Set up', exact: true }).click();
    const key = new URL((await page.locator('a[href^="otpauth:"]').getAttribute('href')) as string).searchParams.get('secret') as string;
    await page.getByLabel('Then enter the code').fill(new Person(console_.api).codeOf(key));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('Recovery codes left: 10').waitFor();
    await page.getByRole('button', { name: 'New recovery codes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New recovery codes' }).click();
    // The codes stand in a dialog that is called what it is.
    await page.getByRole('dialog', { name: 'New recovery codes' }).getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('Recovery codes left: 10').waitFor();

    const confirm = tokenIn(await console_.api.mails.next('eve@example.net', /confirm/i), 'address-change/confirm');
    await visit.go(`/address-change/confirm?token=${confirm}`);
    await page.getByRole('button', { name: 'Confirm your new address' }).click();
    await page.getByText('Your address is confirmed.').waitFor();
    const consent = tokenIn(await console_.api.mails.next(email, /to be changed/i), 'address-change/consent');
    await visit.go(`/address-change/consent?token=${consent}`);
    await page.getByRole('button', { name: 'Agree to the change of your address' }).click();
    await page.getByText(/You have agreed/).waitFor();
    await visit.go('/account');
    await page.getByRole('main').getByText('eve@example.net', { exact: true }).waitFor();
    expect(visit.complaints(/^answered 40[13]|status of 40[13]/)).toEqual([]);
  });

  it('leads through the organisation’s provider, once the two are linked', async () => {
    const email = 'fritz@example.org';
    await ida.post('/api/v1/me/re-authenticate', { password: PASSWORD });
    await inviteBy(ida, console_.api, { email });
    // The provider has a clock of its own.
    ahead = 0;
    const visit = await open(DESK, '/sign-in');
    const { page } = visit;
    const throughProvider = async (at: Page = page): Promise<void> => {
      await at.getByPlaceholder(/login/i).fill('fritz-at-the-provider');
      await at.getByPlaceholder(/password/i).fill('anything');
      await at.getByRole('button').first().click();
      // It asks whether it may tell us who it is, once.
      const asked = at.getByRole('button', { name: /continue/i });
      await Promise.race([asked.click(), at.waitForURL(`${console_.api.url}/**`)]).catch(() => undefined);
    };
    /** In a window beside the dialog, which goes on once one comes back from there. */
    const beside = async (dialog: string, button: string, work: (there: Page) => Promise<void>): Promise<void> => {
      const [there] = await Promise.all([page.waitForEvent('popup'), page.getByRole('dialog', { name: dialog }).getByRole('link', { name: button }).click()]);
      await page.getByText('Sign in there, then come back to this window.').waitFor();
      await work(there);
      await there.getByText('close this one and go on there').waitFor();
      await there.close();
      await page.evaluate("window.dispatchEvent(new Event('focus'))");
      await page.getByRole('dialog', { name: dialog }).waitFor({ state: 'detached' });
    };
    await page.getByRole('link', { name: 'Sign in through your organisation' }).click();
    await throughProvider();
    await page.getByText(/belongs to no account here/).waitFor();
    await visit.go('/account');
    await givePassword(page, email);
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await throughProvider();
    await page.getByText(/Linked:/).waitFor();
    await page.getByRole('button', { name: 'Profile' }).click();
    await page.getByRole('menuitem', { name: /log ?out|sign out/i }).click();
    await page.getByRole('link', { name: 'Sign in through your organisation' }).click();
    await inside(page);

    // Over a page that stays as it is: the password once more, and another session.
    await visit.openSession(email, 10);
    await visit.go('/account');
    const change = async (to: string): Promise<void> => {
      await page.getByRole('button', { name: 'Change the address' }).click();
      await page.getByLabel('New e-mail address').fill(to);
      await page.getByRole('dialog').getByRole('button', { name: 'Change the address' }).click();
    };
    await change('fritz@example.net');
    await beside('Your password, please', 'Through your organisation', throughProvider);
    await page.getByText('fritz@example.net is waiting.').waitFor();
    await endSessions(email);
    await change('fritz@example.com');
    await beside('Sign in again', 'Sign in through your organisation', async () => undefined);
    await page.getByText('fritz@example.com is waiting.').waitFor();
    // Its pages have their own looks.
    expect(visit.complaints(/^left the host: http:\/\/127\.0\.0\.1|fonts\.googleapis\.com|ERR_NAME_NOT_RESOLVED|status of 404|^answered 40[13]|status of 40[13]/)).toEqual([]);
  });

  it('has a page for every link that mail holds, and says so where a link is not whole', async () => {
    const site = { name: 'Relocon', origin: console_.api.url };
    const link = { token: 'Zm9v-_1', expiresAt: '2026-03-01T12:00:00.000Z' };
    const mails = [messages.invitation(site, link), messages.passwordReset(site, link), messages.passwordChanged(site, { changedAt: link.expiresAt }), messages.addressToBeChanged(site, { ...link, takesEffectAt: link.expiresAt }), messages.confirmAddress(site, link), messages.setUpLink(site, link)];
    const paths = [...new Set(mails.flatMap(({ text }) => [...text.matchAll(/\/#(\/\S+)/g)].map(([, path]) => path as string)))];
    expect(paths).toHaveLength(7);
    const visit = await open(PHONE, '/sign-in');
    const { page } = visit;
    const headings: string[] = [];
    for (const path of paths) {
      await visit.go(path);
      await page.waitForURL((url) => !url.hash.includes('token'));
      headings.push(await page.getByRole('heading', { level: 1 }).innerText());
      expect(await page.getByText('There is nothing here').count()).toBe(0);
    }
    expect(new Set(headings).size).toBe(7);
    // Phones load pages anew that were in the background: the link is still good.
    await visit.go('/password-reset');
    await page.reload();
    await page.getByLabel('New password').waitFor();
    const other = await open(PHONE, '/password-reset');
    await other.page.getByText(/The link is not whole/).waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  const UNAUTHENTICATED = /^answered 401|status of 401/;

  const endSessions = async (email: string): Promise<void> => void (await console_.api.service.runtime.sessions.endAllOf(await accountOf(console_.api, email)));
  async function cookieOf({ context }: Visit): Promise<string> {
    const cookie = (await context.cookies()).find(({ name }) => name === '__Host-relocon');
    return `__Host-relocon=${cookie?.value}`;
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

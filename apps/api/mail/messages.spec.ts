import { addressToBeChanged, confirmAddress, invitation, passwordChanged, passwordReset, providerLinked, secondFactorRemoved, setUpLink, type Message } from './messages.js';

const SITE = { name: 'Circles', origin: 'https://circles.example.org/' };
const link = { token: 'a-b_c', expiresAt: '2026-03-08T17:30:00.000Z' };
const EXPIRY = '8 March 2026 at 17:30 (UTC)';

const messages: Record<string, { message: Message; routes: string[]; expires?: string }> = {
  invitation: { message: invitation(SITE, { ...link, invitedBy: 'Zoë Groß' }), routes: ['invitation'], expires: EXPIRY },
  'password reset': { message: passwordReset(SITE, link), routes: ['password-reset'], expires: EXPIRY },
  'password changed': { message: passwordChanged(SITE, { changedAt: '2026-03-01T09:05:00.000Z' }), routes: [] },
  'address to be changed': { message: addressToBeChanged(SITE, { ...link, takesEffectAt: '2026-03-04T00:00:00.000Z' }), routes: ['address-change/consent', 'address-change/stop'], expires: EXPIRY },
  'confirm address': { message: confirmAddress(SITE, link), routes: ['address-change/confirm'], expires: EXPIRY },
  'second factor removed': { message: secondFactorRemoved(SITE, { removedAt: '2026-03-01T09:05:00.000Z', byAdministrator: true }), routes: [] },
  'provider linked': { message: providerLinked(SITE, { linkedAt: '2026-03-01T09:05:00.000Z', issuer: 'https://login.example.com' }), routes: [] },
  'set-up link': { message: setUpLink(SITE, link), routes: ['set-up'], expires: EXPIRY },
};

describe.each(Object.entries(messages))('%s', (_, { message: { subject, text }, routes, expires }) => {
  const urls = (text.match(/https?:\S+/g) ?? []).map((found) => new URL(found));

  it('says who sent it, what to do, when it expires, and what to do if one did not ask', () => {
    expect(subject).toContain('Circles');
    expect(text).toContain('Circles, https://circles.example.org\n');
    expect(text).toMatch(/open (this|it)|Open it|there is nothing to do|set up a new one/);
    expect(text).toContain(expires ?? 'does not expire');
    expect(text).toMatch(/If you (did|do) not|If it was not you/);
  });

  it('carries its token in the fragment alone, in links of the site', () => {
    expect(urls.filter(({ hash }) => hash.includes('token')).map(({ hash }) => hash)).toEqual(routes.map((route) => `#/${route}?token=a-b_c`));
    for (const url of urls) expect([url.origin, url.pathname, url.search]).toEqual(['https://circles.example.org', '/', '']);
    expect(text.split('a-b_c')).toHaveLength(routes.length + 1);
    expect(subject).not.toContain('a-b_c');
  });
});

it('says when a change of address takes effect without an answer', () => {
  expect(messages['address to be changed']?.message.text).toContain('If you do neither, the change takes effect on 4 March 2026 at 00:00 (UTC).');
});

it('says when a password was changed, and a second factor removed, and by whom', () => {
  expect(messages['password changed']?.message.text).toContain('was changed on 1 March 2026 at 09:05 (UTC)');
  expect(messages['second factor removed']?.message.text).toContain('was removed on 1 March 2026 at 09:05 (UTC) by an administrator.');
  expect(secondFactorRemoved(SITE, { removedAt: '2026-03-01T09:05:00.000Z', byAdministrator: false }).text).not.toContain('by an administrator');
});

it('names who invites, where the name is one', () => {
  const opening = (invitedBy?: string) => invitation(SITE, { ...link, ...(invitedBy !== undefined && { invitedBy }) }).text.split('\n')[2];
  expect(opening('Dr. Zoë  Groß')).toBe('“Dr. Zoë Groß” has invited you to Circles. To accept, open this link and choose how you will sign in:');
  for (const hostile of ['Your bank https://evil.example', 'evil.example', 'write to eve@evil.example', 'x'.repeat(81), '', ' \n ', undefined]) {
    expect(opening(hostile)).toBe('An administrator has invited you to Circles. To accept, open this link and choose how you will sign in:');
  }
  expect(opening('Eve” invites you.\n\nSend money to “Eve')).toBe('“Eve invites you. Send money to Eve” has invited you to Circles. To accept, open this link and choose how you will sign in:');
});

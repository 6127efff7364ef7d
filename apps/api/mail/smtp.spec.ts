import type { SMTPServerOptions } from 'smtp-server';
import { startMailServer, type MailServer } from '../../test/mail-server.js';
import { invitation } from './messages.js';
import { SmtpTransport } from './smtp.js';

const SITE = { name: 'Circles', origin: 'https://circles.example.org' };
const FROM = 'Circles <post@circles.example.org>';
const plain = { id: 'one', to: 'anna@members.example.org', subject: 'Good morning', text: 'Hello\n' };
const users: string[] = [];
const auth: SMTPServerOptions = { authOptional: false, onAuth: ({ username, password }, _session, done) => {
  users.push(`${username} ${password}`);
  done(null, { user: 'relocon' });
} };

let server: MailServer;
const started = async (options?: Parameters<typeof startMailServer>[0]) => (server = await startMailServer(options));
beforeEach(() => void (users.length = 0));
afterEach(() => server?.stop());

it('signs in with user and password, special characters and all, over TLS', async () => {
  const { port, received } = await started({ ...auth, secure: true });
  await new SmtpTransport({ url: `smtps://re%40locon:p%3Ass%2F@localhost:${port}`, from: FROM }).send(plain);
  expect(users).toEqual(['re@locon p:ss/']);
  expect(received).toHaveLength(1);
});

// 0.0.0.0 reaches this machine, but is not one of its names.
it('gives another machine that offers no encryption neither mail nor password', async () => {
  const { port, received } = await started({ ...auth, disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
  await expect(new SmtpTransport({ url: `smtp://relocon:secret@0.0.0.0:${port}`, from: FROM }).send(plain)).rejects.toMatchObject({ code: 'ETLS' });
  await new SmtpTransport({ url: `smtp://relocon:secret@127.0.0.1:${port}`, from: FROM }).send(plain);
  expect(received).toHaveLength(1);
  expect(users).toHaveLength(1);
});

it.each(['smtp', 'smtps'])('trusts no certificate of another machine that nobody vouches for (%s)', async (scheme) => {
  const { port, received } = await started({ ...auth, secure: scheme === 'smtps' });
  await expect(new SmtpTransport({ url: `${scheme}://relocon:secret@0.0.0.0:${port}`, from: FROM }).send(plain)).rejects.toThrow(/certificate|self.signed/i);
  expect(received).toEqual([]);
  expect(users).toEqual([]);
});

it('lets nobody add headers, recipients or text through what people write', async () => {
  const { port, received } = await started();
  const transport = new SmtpTransport({ url: `smtp://localhost:${port}`, from: FROM });
  const hostile = 'Eve\r\nBcc: everybody@victim.example\r\n\r\nWin a prize';
  await transport.send({ ...plain, ...invitation(SITE, { token: 't', expiresAt: '2026-03-01T10:00:00Z', invitedBy: hostile }), subject: `Hello from ${hostile} <eve@evil.example>` });
  const [mail] = received;
  expect(mail?.to).toEqual(['anna@members.example.org']);
  expect([...(mail?.headers.keys() ?? [])].sort()).toEqual(['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']);
  expect(mail?.headers.get('subject')).toEqual(['Hello from Eve Bcc: everybody@victim.example Win a prize <eve@evil.example>']);
  expect(mail?.text.startsWith('Hello,\n\nAn administrator has invited you')).toBe(true);
});

it.each([
  'anna@members.example.org, eve@evil.example',
  'anna@members.example.org\r\nRCPT TO:<eve@evil.example>',
  'Anna <anna@members.example.org>',
  'anna@members.example.org>',
  'anna',
  '',
])('sends to one address or not at all: %j', async (to) => {
  const { port, received } = await started();
  await expect(new SmtpTransport({ url: `smtp://localhost:${port}`, from: FROM }).send({ ...plain, to })).rejects.toMatchObject({ code: 'EUNSENDABLE' });
  expect(received).toEqual([]);
});

it('carries any alphabet, long lines and lines that begin with a dot', async () => {
  const { port, received } = await started();
  const text = `Zoë Groß 💡 Ωμέγα\n.\n..two\n${'long '.repeat(400)}end\nFrom here on = nothing\n`;
  await new SmtpTransport({ url: `smtp://localhost:${port}`, from: '"Zirkel für alle" <post@circles.example.org>' }).send({ ...plain, subject: 'Einladung für Zoë – „Groß“ 💡 und noch viel mehr Text, damit die Zeile umbricht', text });
  expect(received[0]?.text).toBe(text);
  expect(received[0]?.headers.get('subject')).toEqual(['Einladung für Zoë – „Groß“ 💡 und noch viel mehr Text, damit die Zeile umbricht']);
  expect(received[0]?.headers.get('from')).toEqual(['Zirkel für alle <post@circles.example.org>']);
});

it.each([
  'mail.example.org',
  'https://user:hunter2@mail.example.org',
  'smtp://user:hunter2@',
  'smtp://user:hunter2%@mail.example.org',
  'smtp://user:hunter2@mail.example.org/inbox',
  'smtps://user:hunter2@mail.example.org?tls.rejectUnauthorized=false',
])('refuses the setting %s without repeating the password', (url) => {
  const setting = () => new SmtpTransport({ url, from: FROM });
  expect(setting).toThrow('The mail server must be an address such as');
  expect(setting).not.toThrow('hunter2');
});

it.each(['Circles', 'Circles <post>', 'Circles <post@circles.example.org', 'a@b.example, c@d.example', 'Circles\r\nBcc: x@y.example <post@circles.example.org>'])('refuses the sender %j', (from) => {
  expect(() => new SmtpTransport({ url: 'smtp://localhost', from })).toThrow('The sender of mail must be an address');
});

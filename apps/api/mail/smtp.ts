/** Sends mail through a server (SMTP, RFC 5321), encrypted unless that server is this machine. */
import { createTransport, type Transporter } from 'nodemailer';
import type { Options } from 'nodemailer/lib/smtp-transport/index.js';
import { ConfigError } from '../settings/config.js';
import { isLoopbackHost } from '../settings/loopback.js';
import { messageOf, parseSender, type MailTransport, type OutgoingMail, type Sender } from './mail.js';

const SUBMISSION_PORT = 587;
const SUBMISSION_OVER_TLS_PORT = 465;
const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

export class SmtpTransport implements MailTransport {
  private readonly transporter: Transporter;
  private readonly from: Sender;

  /**
   * @param url `smtp://user:password@host:port` (STARTTLS) or `smtps://…` (TLS from the first byte)
   * @param from the sender, `Relocon <post@example.org>`
   * @throws ConfigError saying what is wrong, never repeating the address: it holds a password.
   */
  constructor({ url, from }: { url: string; from: string }) {
    this.from = parseSender(from);
    this.transporter = createTransport(smtpOptions(url));
  }

  async send(mail: OutgoingMail): Promise<void> {
    await this.transporter.sendMail(messageOf(mail, this.from));
  }
}

/** @throws ConfigError as above. */
export function smtpOptions(text: string): Options {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname || !['', '/'].includes(url.pathname) || url.search || url.hash) throw invalid();
  const overTls = url.protocol === 'smtps:';
  const here = isLoopbackHost(url.hostname);
  const [user, pass] = [decoded(url.username), decoded(url.password)];
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port ? Number(url.port) : overTls ? SUBMISSION_OVER_TLS_PORT : SUBMISSION_PORT,
    secure: overTls,
    requireTLS: !overTls && !here,
    // Nobody stands between us and this machine, and its certificate is seldom made for `localhost`.
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !here },
    ...(user && { auth: { user, pass } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: CONNECT_MS,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid();
  }
}

const invalid = () =>
  new ConfigError('The mail server must be an address such as smtp://user:password@mail.example.org:587 or smtps://mail.example.org, without a path; write special characters of user and password as in a URL (@ is %40).');

/** What is sent, and by what. */
import { hash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { ConfigError } from '../settings/config.js';

export interface Mail {
  /** One address, nothing else. */
  to: string;
  subject: string;
  text: string;
}

/** A mail with the id of its entry in the outbox: sent again, it is the same message. */
export interface OutgoingMail extends Mail {
  id: string;
}

/** Where mail goes: to a mail server; into a folder, and so to nobody; nowhere, where no server is named: it waits for one. */
export type Delivery = 'server' | 'folder' | 'none';

export interface MailTransport {
  /** Resolves once somebody else is responsible for the mail. @throws where it was not taken. */
  send(mail: OutgoingMail): Promise<void>;
}

/** Who mail is from. */
export interface Sender {
  name: string;
  address: string;
}

const ADDRESS = /^[^\s\p{Cc}<>()[\]:;,@\\"]{1,64}@[^\s\p{Cc}<>()[\]:;,@\\"]{1,255}$/u;

/** A mail that no server can take as it is. */
export class UnsendableMailError extends Error {
  override name = 'UnsendableMailError';
  readonly code = 'EUNSENDABLE';
}

/**
 * @param text `post@example.org` or `Relocon <post@example.org>`
 * @throws ConfigError where it is neither.
 */
export function parseSender(text: string): Sender {
  const [, name = '', address = text] = /^([^<>\p{Cc}]*)<([^<>]*)>$/u.exec(text) ?? [];
  if (!ADDRESS.test(address)) throw new ConfigError('The sender of mail must be an address such as post@example.org, or a name with one: Relocon <post@example.org>.');
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address };
}

/**
 * The message in nodemailer's terms, which encodes every header. The recipient is given as one address, since a string would be read as
 * a list; the envelope is given too, so that no header can add to it.
 *
 * @throws UnsendableMailError where `to` is not one address.
 */
export function messageOf(mail: OutgoingMail, from: Sender): SendMailOptions {
  if (!ADDRESS.test(mail.to)) throw new UnsendableMailError('the recipient is not one address');
  return {
    from,
    to: { name: '', address: mail.to },
    envelope: { from: from.address, to: [mail.to] },
    subject: mail.subject.replace(/[\s\p{Cc}]+/gu, ' ').trim(),
    text: mail.text,
    textEncoding: 'quoted-printable',
    messageId: `<${hash('sha256', mail.id, 'hex')}@${from.address.split('@')[1]}>`,
    // Nobody's holiday notice should answer (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

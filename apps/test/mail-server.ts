/** A mail server that keeps what it is given, and takes its messages apart by the letter of the RFCs. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  /** The envelope's recipients. */
  to: string[];
  /** Unfolded and decoded, names in small letters; every value there is. */
  headers: Map<string, string[]>;
  text: string;
}

export interface MailServer {
  port: number;
  received: ReceivedMail[];
  /** Resolves once that many have come. */
  until(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param refuses recipients it answers 550 for, repeating the address as servers do. */
export async function startMailServer({ port = 0, refuses = () => false, ...options }: SMTPServerOptions & { port?: number; refuses?(address: string): boolean } = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const waiting: { count: number; done(): void }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    // Its own certificate, which nobody trusts, is what the tests are for.
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(refuses(address) ? Object.assign(new Error(`<${address}> is not known here`), { responseCode: 550 }) : null),
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), ...parseMail(Buffer.concat(pieces).toString('latin1')) });
        done();
        for (const { count, done: tell } of waiting) if (received.length >= count) tell();
      });
    },
    ...options,
  });
  // Clients that go away, or do not trust it, are their own affair.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '0.0.0.0', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    until: (count) => new Promise((done) => (received.length >= count ? done() : void waiting.push({ count, done }))),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** @param raw as it went over the wire, one character a byte. */
export function parseMail(raw: string): Omit<ReceivedMail, 'to'> {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of raw.slice(0, end).replace(/\r\n[ \t]/g, ' ').split('\r\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? [];
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), words(value)]);
  }
  const body = raw.slice(end + 4);
  const quoted = headers.get('content-transfer-encoding')?.[0] === 'quoted-printable';
  return { headers, text: utf8(quoted ? hexBytes(body.replace(/=\r\n/g, '')) : body).replace(/\r\n/g, '\n') };
}

/** RFC 2047: encoded words, and the space between two of them that is none. */
function words(value: string): string {
  return value
    .replace(/(=\?[^?]+\?[QB]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      utf8(kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('latin1') : hexBytes(text.replaceAll('_', ' '))),
    );
}

const hexBytes = (text: string) => text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

const utf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8');

/** Writes mail into a folder instead of sending it: for the demo, and for trying things out without a mail server. */
import { hash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { messageOf, parseSender, type Mail, type MailTransport, type OutgoingMail, type Sender } from './mail.js';

export class FileMail implements MailTransport {
  private readonly from: Sender;
  private readonly transporter = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  /** @param written told of each mail once its file is there. */
  constructor(private readonly options: { folder: string; from: string; written?(mail: Mail, file: string): void }) {
    this.from = parseSender(options.from);
  }

  /** Only the owner can read folder and files, for there are links in them. A mail sent again replaces its file. */
  async send(mail: OutgoingMail): Promise<void> {
    const { folder, written } = this.options;
    const { message } = await this.transporter.sendMail(messageOf(mail, this.from));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${hash('sha256', mail.id, 'hex').slice(0, 32)}.eml`);
    await writeFile(`${file}.part`, asItIsRead(String(message), mail.text), { mode: 0o600 });
    await rename(`${file}.part`, file);
    written?.({ to: mail.to, subject: mail.subject, text: mail.text }, file);
  }
}

/** The message with its text as it is: who opens the file in an editor finds each link whole. */
function asItIsRead(message: string, text: string): string {
  const [headers = ''] = message.split('\r\n\r\n', 1);
  return `${headers.replace(/^(Content-Transfer-Encoding:).*$/im, '$1 8bit')}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}`;
}

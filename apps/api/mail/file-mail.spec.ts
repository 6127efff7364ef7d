import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMail } from '../../test/mail-server.js';
import { FileMail } from './file-mail.js';

let parent: string;
beforeEach(() => void (parent = mkdtempSync(join(tmpdir(), 'relocon-mail-'))));
afterEach(() => rmSync(parent, { recursive: true }));

const mail = { id: '../../escape', to: 'anna@members.example.org', subject: 'Grüße', text: `Hello, Zoë,\n\nhttps://circles.example.org/#/invitation?token=${'abc'.repeat(20)}\n` };

it('writes each mail as a file that only its owner can read, and tells of it', async () => {
  const folder = join(parent, 'mail');
  const told: string[] = [];
  const transport = new FileMail({ folder, from: 'Circles <post@circles.example.org>', written: ({ to, text }, file) => told.push(`${to} ${text} ${file}`) });
  await transport.send(mail);
  const [name, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  expect(name).toMatch(/^\w+\.eml$/);
  const file = join(folder, String(name));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const { headers, text } = parseMail(readFileSync(file, 'latin1'));
  expect(text).toBe(mail.text);
  // Whoever opens it in an editor can copy the link.
  expect(readFileSync(file, 'utf8')).toContain(mail.text.split('\n')[2] as string);
  expect(headers.get('to')).toEqual(['anna@members.example.org']);
  expect(headers.get('subject')).toEqual(['Grüße']);
  expect(told).toEqual([`${mail.to} ${mail.text} ${file}`]);
});

it('has one file for a mail that was sent twice', async () => {
  const transport = new FileMail({ folder: parent, from: 'post@circles.example.org' });
  await transport.send(mail);
  await transport.send(mail);
  await transport.send({ ...mail, id: 'another' });
  expect(readdirSync(parent)).toHaveLength(2);
});

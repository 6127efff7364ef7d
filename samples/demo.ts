/** `npm run demo`: the service with the sample community, on a folder that vanishes, or on the servers that the settings name. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreUnavailableError } from '#event-sourcing';
import { ConfigError, readConfig, type Config } from '../apps/api/settings/config.js';
import { createLogger } from '../apps/api/engine.js';
import { startService } from '../apps/api/service.js';
import { usesFolder } from '../apps/api/stores.js';
import { loadSamples } from './load.js';

const folder = mkdtempSync(join(tmpdir(), 'relocon-demo-'));
const given = readConfig();
const config: Config = { ...given, RELOCON_DATA: folder, LOG_LEVEL: process.env.LOG_LEVEL ? given.LOG_LEVEL : 'warn', RELOCON_SECOND_FACTOR: 'nobody' };
const { events, people, adminKey, memberKey, accounts, password, memberId, correction, shown } = await loadSamples(config).catch(giveUp);
const taken = await isTaken(config);
if (taken) process.stderr.write(`\nPort ${config.PORT} is taken, so the demo listens on a free one.\n`);
const service = await startService({ ...config, PORT: taken ? 0 : config.PORT }, { logger: createLogger(config), tellMail: ({ to, subject, text }, file) => void process.stdout.write(`\nMail to ${to}, kept in ${file}:\n\n  ${subject}\n\n${text.trim().replace(/^/gm, '  ')}\n`) });
await service.runtime.projector.waitFor(await service.runtime.log.head(), [], 60_000);

const { title, asOf, knownAt, correctedOn } = correction;
const api = `${service.url}/api/v1`;
const amara = `${api}/members/${memberId}`;
const coop = `${api}/groups/${shown.groupId}`;
const asTable = `node -e "let {items, names} = JSON.parse(fs.readFileSync(0)); console.table(items.map(i => ({on: i.occurredAt.slice(0, 10), what: i.what, meeting: names.meetings[i.meetingId]})))"`;
const timeline = (query: string): string => `curl -s -H "Authorization: Bearer ${memberKey}" "${amara}/timeline?kind=attendance&${query}&limit=3" | ${asTable}`;

process.stdout.write(`
Relocon is running, with a sample community of ${people} people and ${events} events.

  Console              ${service.url}

Sign in there as one of these people, with the password ${password}

${accounts.map(({ email, as }) => `  ${email.padEnd(20)} ${as}`).join('\n')}

The API takes the same people, and keys: "Authorization: Bearer <key>", or Authorize in its docs.

  Docs                 ${service.url}/api/docs
  Administrator's key  ${adminKey}
  Amara's own key      ${memberKey}

curl -s -c relocon-cookies -H "Content-Type: application/json" -d "{\\"email\\":\\"amara@example.org\\",\\"password\\":\\"${password}\\"}" ${service.url}/api/v1/sessions
curl -s -b relocon-cookies ${service.url}/api/v1/me

Amara followed "${title}" by telephone and was put down as absent, until
that was corrected on ${correctedOn}. Her timeline as of ${asOf}, as we know it now:

${timeline(`asOf=${asOf}`)}

and as it was known on ${knownAt}:

${timeline(`asOf=${asOf}&knownAt=${knownAt}`)}

Worth opening with her key, most of it as of any day (asOf and knownAt):

  How far she has come         ${amara}/progress
  Whom she could learn from    ${amara}/learn-from
  What one question led to     ${api}/reflections/${shown.reflectionId}/value-story
  War stories                  ${api}/stories
  How her group is doing       ${coop}/health
  Who learned from whom there  ${coop}/network
  How it was reviewed, and why ${api}/alignment-reviews?groupId=${shown.groupId}
  What its next meeting brings ${api}/meetings/${shown.meetingId}/agenda
  Groups for who has no key    ${service.url}/api/public/directory

Ctrl-C ends the demo${usesFolder(config) ? ', and its data go with it' : '; the servers keep its data'}.
`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void service.stop().finally(() => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(0);
    });
  });
}

/** What the settings or the servers are to blame for needs no stack. */
function giveUp(error: unknown): never {
  rmSync(folder, { recursive: true, force: true });
  if (!(error instanceof ConfigError) && !(error instanceof StoreUnavailableError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** Whether somebody listens on the port already; what else may be wrong with it, the service itself says. */
function isTaken({ PORT, HOST }: Config): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: { code?: string }) => resolve(error.code === 'EADDRINUSE'));
    probe.listen(PORT, HOST, () => probe.close(() => resolve(false)));
  });
}

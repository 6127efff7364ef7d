/** The one place for configuration: every setting with its default, read from the environment. `relocon config` prints them. */
import { z } from 'zod';
import { originFrom } from './origin.js';

const setting = <S extends z.ZodType>(schema: S, description: string, options: { secret?: boolean; address?: boolean } = {}) => ({ schema, description, ...options });

function wholeNumber(least: number, most = Infinity) {
  const error = most === Infinity ? `must be a whole number, ${least} or more` : `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).refine((value) => Number.isSafeInteger(value) && value >= least && value <= most, { error });
}

/** As good as no limit, and no more than what is counted exactly. */
const MOST_UNITS = 1_000_000_000;

const ROLES = ['all', 'web', 'worker'] as const;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const address = (form: RegExp, example: string) => z.string().regex(form, `must be an address such as ${example}`).optional();
const MONGODB = /^mongodb(\+srv)?:\/\/\S+$/;

export const settings = {
  RELOCON_DATA: setting(z.string().min(1).default('./data'), 'Folder of the embedded log, views, vault and master key.'),
  RELOCON_LOG: setting(address(/^(esdb|kurrentdb)(\+discover)?:\/\/\S+$/, 'esdb://localhost:2113?tls=false'), 'EventStoreDB (KurrentDB) that keeps the log; in the data folder by default.', { address: true }),
  RELOCON_LOG_NAMESPACE: setting(z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be 1 to 64 small letters, digits and hyphens').default('relocon'), 'Beginning of the names of all streams in EventStoreDB, so that several logs can share a server.'),
  RELOCON_VIEWS: setting(address(MONGODB, 'mongodb://localhost/relocon?replicaSet=rs0'), 'MongoDB replica set that keeps the views, in the database the path names, and the vault in another beside it; in the data folder by default.', { address: true }),
  RELOCON_VAULT: setting(address(MONGODB, 'mongodb://localhost/relocon-vault?replicaSet=rs0'), 'MongoDB replica set that keeps the vault, in the database the path names; where the views are by default.', { address: true }),
  ROLE: setting(z.enum(ROLES, { error: `must be one of ${ROLES.join(', ')}` }).default('all'), 'What this process does: web answers requests, worker keeps the views up to date, all does both.'),
  PORT: setting(wholeNumber(0, 65_535).default(3000), 'TCP port; 0 takes a free one.'),
  HOST: setting(z.string().min(1).default('127.0.0.1'), 'Address to listen on; loopback by default.'),
  RELOCON_MASTER_KEY: setting(
    z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits').optional(),
    'Master key of the vault; by default kept in master.key in the data folder.',
    { secret: true },
  ),
  RELOCON_METRICS_TOKEN: setting(z.string().min(16, 'must have at least 16 characters').optional(), 'Bearer token for /metrics from other hosts than this one.', { secret: true }),
  RELOCON_BODY_LIMIT: setting(wholeNumber(1_024).default(1_048_576), 'Largest request body, in bytes; a dry run of an import may be larger.'),
  RELOCON_ORIGIN: setting(z.string().refine((text) => originFrom(text) !== undefined, 'must be an origin such as https://relocon.example.org, with https unless it is this machine').transform((text) => originFrom(text) as string).optional(), 'Where browsers reach this installation, such as https://relocon.example.org; by default http://localhost and its like alone.'),
  RELOCON_TRUST_PROXY: setting(wholeNumber(0, 10).default(0), 'How many proxies stand before it whose X-Forwarded-For and X-Forwarded-Proto are believed.'),
  RELOCON_LIMIT_ANONYMOUS: setting(wholeNumber(0, MOST_UNITS).default(300), 'Requests a minute of one address without a credential; 0 for no limit.'),
  RELOCON_LIMIT_PERSON: setting(wholeNumber(0, MOST_UNITS).default(1_200), 'Units a minute of one person, a read being 1, a list or a command 2; 0 for no limit.'),
  RELOCON_LIMIT_KEY: setting(wholeNumber(0, MOST_UNITS).default(6_000), 'Units a minute of one key with a role; 0 for no limit.'),
  RELOCON_LIMIT_ADDRESS: setting(wholeNumber(0, MOST_UNITS).default(12_000), 'Units a minute of one address over all; 0 for no limit.'),
  RELOCON_LIMIT_STREAMS: setting(wholeNumber(0, 10_000).default(10), 'Streams and exports one caller may have open at a time; 0 for no limit.'),
  RELOCON_SESSION_IDLE_MINUTES: setting(wholeNumber(1, 44_640).default(480), 'After how long without use a session ends.'),
  RELOCON_SESSION_DAYS: setting(wholeNumber(1, 366).default(30), 'After how long a session ends in any case.'),
  RELOCON_SECOND_FACTOR: setting(z.enum(['administrators', 'everybody', 'nobody'], { error: 'must be one of administrators, everybody, nobody' }).default('administrators'), 'Who must have a second factor.'),
  RELOCON_MAIL: setting(z.string().min(1).optional(), 'Mail server, such as smtps://user:password@mail.example.org, or a folder that mail is written into; by default mail in the data folder.', { address: true }),
  RELOCON_MAIL_FROM: setting(z.string().min(3).default('Relocon <relocon@localhost>'), 'Whom mail is from.'),
  RELOCON_OIDC_ISSUER: setting(address(/^https?:\/\/\S+$/, 'https://login.example.org'), 'OpenID Connect provider through which people can sign in.'),
  RELOCON_OIDC_CLIENT_ID: setting(z.string().min(1).optional(), 'Id of this service at the provider.'),
  RELOCON_OIDC_CLIENT_SECRET: setting(z.string().min(1).optional(), 'Secret of this service at the provider.', { secret: true }),
  RELOCON_COMMAND_DEADLINE_MS: setting(wholeNumber(100).default(10_000), 'How long a command retries conflicts and an unreachable log, in milliseconds.'),
  RELOCON_DRAIN_MS: setting(wholeNumber(0, 600_000).default(0), 'How long a process that is told to stop answers on, not ready any more, so that a balancer turns away from it; in milliseconds.'),
  LOG_LEVEL: setting(z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).default('info'), 'Least level that is logged.'),
} as const;

export type Config = { [K in keyof typeof settings]: z.output<(typeof settings)[K]['schema']> };

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** @throws ConfigError naming every setting that is wrong, what it must be, never its value. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const shape = Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema]));
  const given = Object.fromEntries(Object.keys(settings).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const parsed = z.object(shape).safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  return parsed.data as Config;
}

/** Name, value (secrets masked) and where it comes from. */
export function explainConfig(environment: Record<string, string | undefined> = process.env): { name: string; value: string; source: 'environment' | 'default'; description: string }[] {
  const config = readConfig(environment) as Record<string, unknown>;
  return Object.entries(settings).map(([name, { description, ...rest }]) => ({
    name,
    value: config[name] === undefined ? '' : rest.secret ? '(set)' : rest.address ? withoutCredentials(String(config[name])) : String(config[name]),
    source: environment[name] ? 'environment' : 'default',
    description,
  }));
}

/** An address as it may be shown: rather too little of it, where a password was written with characters that do not belong into one. */
export function withoutCredentials(url: string): string {
  return url.replace(/\/\/.*@/s, '//…@');
}

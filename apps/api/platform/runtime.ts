/** Opens the engine over chosen stores: what the service and the command line share. */
import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import {
  collectionName,
  CommandRunner,
  EventCatalogue,
  EventCodec,
  KeyRing,
  partyOf,
  Projector,
  RehearsedLog,
  RehearsedVault,
  START,
  streamName,
  type Feature,
  type ViewDefinition,
} from '#event-sourcing';
// Not the whole of it: the command line starts faster without Nest.
import { ForeignIds } from '#event-sourcing-nest/foreign-ids.js';
import { Idempotency } from '#event-sourcing-nest/idempotency.js';
import { tooManyRequests } from '#event-sourcing-nest/problems.js';
import type { Runtime } from '#event-sourcing-nest';
import type { MembershipDocument } from '#features/memberships/memberships.events.js';
import { memberStanding } from '#features/members/members.events.js';
import { Importer } from '../import/importer.js';
import { usesFolder, type Stores } from '../stores.js';
import { KeyGuesses } from '../credentials/key-guesses.js';
import { Attempts } from '../credentials/attempts.js';
import { Calendars } from '../credentials/calendars.js';
import { Sessions } from '../credentials/sessions.js';
import { AccessRecords } from './access-records.js';
import { ApiKeys } from '../credentials/api-keys.js';
import { authorise } from './authorise.js';
import type { Config } from '../settings/config.js';
import { Credentials, type Credential } from '../credentials/credentials.js';
import { Keys } from '../credentials/keys.js';
import { checkMasterKey, derivedKey, masterKey } from '../settings/master-key.js';
import type { Metrics } from './metrics.js';
import { Rights } from './rights.js';

export interface RuntimeOptions {
  config: Config;
  stores: Stores;
  features: readonly Feature[];
  logger: Logger;
  metrics: Metrics;
  /** Samples tell their story with a clock of their own. */
  clock?(): string;
  /** False: the views stand still until `projector.start`. */
  project?: boolean;
}

export interface ReloconRuntime extends Runtime {
  apiKeys: ApiKeys;
  keys: Keys;
  keyGuesses: KeyGuesses;
  accessRecords: AccessRecords;
  sessions: Sessions;
  calendars: Calendars;
  credentials: Credentials;
  /** The keys that personal fields are sealed with. */
  keyRing: KeyRing;
  /** What keys for one purpose are derived from. */
  masterKey: Buffer;
  importer: Importer;
  /** An importer that says what would become of rows and records nothing: it decides on the log, and on what it was given before. For one import, in memory. */
  rehearsal(): Promise<Importer>;
  /** Whether somebody is registered and not erased, from the log itself. */
  isMember(memberId: string): Promise<boolean>;
  metrics: Metrics;
  logger: Logger;
  /** Answers that do not end by themselves; closed when the service stops. */
  openStreams: Set<{ end(): unknown }>;
  /** Set once the service is about to stop: it answers still, but is not ready for more. */
  draining: boolean;
  /** Called after the views have committed something; answers how to stop listening. */
  onCommitted(listener: () => void): () => void;
  /** Whether every view has once caught up with the head since the start. */
  caughtUp(): Promise<boolean>;
}

export async function openRuntime({ config, stores, features, logger, metrics, clock: given, project = true }: RuntimeOptions): Promise<ReloconRuntime> {
  const clock = given ?? (() => new Date().toISOString());
  // Asked at every request: no text is made only to be read again.
  const now = given ? () => Date.parse(given()) : Date.now;
  const { log, views: store, vault } = stores;
  const master = masterKey(config, (await log.head()) > START, usesFolder(config));
  await checkMasterKey(master, vault);
  const keyRing = new KeyRing(vault, master);
  const codec = codecOver(features, keyRing);
  const views = features.flatMap((feature) => [...feature.views]) as unknown as ViewDefinition[];
  const listeners = new Set<() => void>();
  const projector = new Projector({
    log,
    store,
    codec,
    views,
    writes: config.ROLE !== 'web',
    onCommitted: () => listeners.forEach((listener) => listener()),
    onError: (error, what) => logger.error({ err: error, what }, 'a view could not go on'),
    observe: { batch: (events) => metrics.projected(events), parked: (count) => metrics.parked.set(count) },
  });
  const rights = new Rights(vault, projector, features);
  const runner = new CommandRunner({
    log,
    codec,
    clock,
    authorise,
    recorded: (types, position) => rights.recorded(types, position),
    deadlineMs: config.RELOCON_COMMAND_DEADLINE_MS,
    observe: { appended: (events) => metrics.appended(events), conflict: () => metrics.conflicts.inc() },
  });
  const idempotency = new Idempotency(vault, derivedKey(master, 'idempotency'));
  metrics.watch(() => projector.statuses, () => log.head());
  const foreignIds = new ForeignIds(vault, derivedKey(master, 'foreign-ids'));
  const attempts = new Attempts(vault, master, { now });
  const apiKeys = new ApiKeys(vault);
  const sessions = new Sessions(vault, { idleMs: config.RELOCON_SESSION_IDLE_MINUTES * 60_000, absoluteMs: config.RELOCON_SESSION_DAYS * 86_400_000, now });
  const accessRecords = new AccessRecords(vault, derivedKey(master, 'access-records'), { now, onError: (error) => logger.error({ err: error }, 'access records could not be kept; they are tried again') });
  rights.startAt(await log.head());
  if (project) await projector.start();
  return {
    log,
    store,
    vault,
    codec,
    runner,
    projector,
    views,
    idempotency,
    foreignIds,
    importer: new Importer({ runner, log }, vault, foreignIds, derivedKey(master, 'imported-rows')),
    async rehearsal() {
      const over = { log: await RehearsedLog.over(log), vault: new RehearsedVault(vault) };
      const rehearsing = new CommandRunner({ log: over.log, codec: new EventCodec(codec.catalogue, new KeyRing(over.vault, master)), clock, authorise, deadlineMs: config.RELOCON_COMMAND_DEADLINE_MS });
      return new Importer({ runner: rehearsing, log: over.log }, over.vault, new ForeignIds(over.vault, derivedKey(master, 'foreign-ids')), derivedKey(master, 'imported-rows'));
    },
    async isMember(memberId) {
      const { registered, erased } = await runner.fold(memberStanding, streamName('member', memberId));
      return registered && !erased;
    },
    cursorKey: derivedKey(master, 'cursors'),
    keyedHash: (purpose, text) => createHmac('sha256', derivedKey(master, purpose)).update(text).digest('base64url'),
    async guess(what, subject) {
      const scope = attempts.accountScope(subject, what);
      const attempt = await attempts.begin([scope]);
      if ('waitMs' in attempt) {
        const seconds = Math.ceil(attempt.waitMs / 1_000);
        return tooManyRequests(`That was wrong too often: try again in ${seconds} seconds.`, { extra: { retryAfterSeconds: seconds } });
      }
      return { right: () => attempts.succeeded(scope) };
    },
    apiKeys,
    keys: new Keys(apiKeys, runner, clock),
    keyGuesses: new KeyGuesses(apiKeys, vault, master),
    accessRecords,
    looked(request, { memberId, what }) {
      const { credential } = request as { credential?: Credential };
      if (credential) accessRecords.note(credential, request.ip, { memberId, what });
    },
    sessions,
    calendars: new Calendars(vault, runner),
    credentials: new Credentials(apiKeys, sessions, runner, now),
    keyRing,
    masterKey: master,
    features,
    metrics,
    logger,
    openStreams: new Set(),
    draining: false,
    clock,
    bindRights: (names) => rights.bind(names),
    readerOf(actor) {
      const party = partyOf(actor);
      if (party.memberId === undefined) return { actor, ...party };
      return (async ({ memberId }) => {
        await rights.bind(['memberships']);
        return { actor, ...party, ...(await groupsOf(store, views, memberId as string)) };
      })(party);
    },
    onCommitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    caughtUp: async () => projector.fault === undefined && projector.statuses.every((status) => !status.building) && projector.position() >= (await log.head()),
    async close() {
      await projector.stop();
      await accessRecords.stop();
      await stores.close();
    },
  };
}

/** What seals and opens the events of these slices. */
export function codecOver(features: readonly Feature[], keys: KeyRing): EventCodec {
  return new EventCodec(new EventCatalogue(features.flatMap((feature) => [...feature.events])), keys);
}

/** The groups a member belongs to today, and those they facilitate. */
async function groupsOf(store: Stores['views'], views: readonly ViewDefinition[], memberId: string): Promise<{ groups: string[]; facilitates: string[] }> {
  const memberships = views.find((view) => view.name === 'memberships') as ViewDefinition;
  const found: MembershipDocument[] = [];
  for (let last: MembershipDocument | undefined; ; ) {
    const page = (await store.find(collectionName(memberships), {
      where: { memberId, status: 'active' },
      sort: 'joinedAt',
      limit: 500,
      ...(last && { after: { value: last.joinedAt ?? null, id: last.id } }),
    })) as unknown as MembershipDocument[];
    found.push(...page);
    last = page.at(-1);
    if (page.length < 500) break;
  }
  return {
    groups: found.map((membership) => membership.groupId),
    facilitates: found.filter((membership) => membership.role === 'facilitator').map((membership) => membership.groupId),
  };
}

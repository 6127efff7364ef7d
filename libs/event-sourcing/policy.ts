/**
 * Who may do what to which object and field: rows of relations, kept in each slice's policy file and followed by commands, lists, single
 * documents, timelines, events and streams. `relocon policy` prints them all.
 */
import type { Actor, RecordedEvent } from './event.js';
import type { FindQuery } from './view-store.js';

/**
 * What somebody is to an object. The first three are roles of their own; `self`: the member whose own it is; `facilitator` and `group`:
 * facilitators and members of its group, as of today; `member`: every signed-in member.
 */
export type Relation = 'administrator' | 'auditor' | 'integrator' | 'self' | 'facilitator' | 'group' | 'member';

/** Whoever stands in one of these relations may. */
export type Row = readonly Relation[];

/** Those who read whatever policy lets be read. */
export const STAFF = ['administrator', 'auditor', 'integrator'] as const satisfies Row;

/** Whoever asks or acts, with what policy may depend on. */
export interface Party {
  role?: 'admin' | 'auditor' | 'integrator';
  memberId?: string;
  /** Set where somebody signed in with an account that belongs to no member. */
  accountId?: string;
  /** Groups the member belongs to today, and those they facilitate. */
  groups: readonly string[];
  facilitates: readonly string[];
}

/** What an object is to people. */
export interface Ties {
  /** The members, or the account without a member, whose own it is. */
  self?: string | readonly string[] | null | undefined;
  group?: string | null | undefined;
}

const ROLES = { administrator: 'admin', auditor: 'auditor', integrator: 'integrator' } as const;

/** Whether a row lets somebody at an object with these ties. */
export function admits(row: Row, party: Party, ties: Ties = {}): boolean {
  for (const relation of row) if (stands(relation, party, ties)) return true;
  return false;
}

function stands(relation: Relation, party: Party, { self, group }: Ties): boolean {
  switch (relation) {
    case 'self':
      return isOneOf(party.memberId, self) || isOneOf(party.accountId, self);
    case 'facilitator':
      return typeof group === 'string' && party.facilitates.includes(group);
    case 'group':
      return typeof group === 'string' && party.groups.includes(group);
    case 'member':
      return party.memberId !== undefined;
    default:
      return party.role === ROLES[relation];
  }
}

function isOneOf(id: string | undefined, self: Ties['self']): boolean {
  return id !== undefined && (self === id || (typeof self === 'object' && self !== null && self.includes(id)));
}

/** An actor before their groups are known. */
export function partyOf({ kind, id, role }: Actor): Party {
  const party: Party = { groups: [], facilitates: [] };
  if (role === 'admin' || role === 'auditor' || role === 'integrator') party.role = role;
  if (kind === 'member') party.memberId = id;
  else if (kind === 'account') party.accountId = id;
  return party;
}

/** Marks of an object that whoever the row admits has one of. */
export function audienceOf(row: Row, { self, group }: Ties): string[] {
  return row.flatMap((relation) => {
    switch (relation) {
      case 'self':
        return (typeof self === 'string' ? [self] : (self ?? [])).map((id) => `member:${id}`);
      case 'facilitator':
        return group ? [`facilitators:${group}`] : [];
      case 'group':
        return group ? [`group:${group}`] : [];
      default:
        return [relation];
    }
  });
}

/** The marks a party has. */
export function passOf({ role, memberId, accountId, groups, facilitates }: Party): string[] {
  return [
    ...(role === undefined ? [] : [role === 'admin' ? 'administrator' : role]),
    ...(memberId === undefined ? [] : [`member:${memberId}`, 'member']),
    ...(accountId === undefined ? [] : [`member:${accountId}`]),
    ...groups.map((group) => `group:${group}`),
    ...facilitates.map((group) => `facilitators:${group}`),
  ];
}

/** Who may read the documents of a view, and which of their fields. */
export interface DocumentPolicy<D = any> {
  self?(doc: D): Ties['self'];
  group?(doc: D): string | null | undefined;
  /** Rows by name: which one counts for a document is what `row` answers; without it, `any`. */
  readonly read: Readonly<Record<string, Row>>;
  row?(doc: D): string;
  /** Fields that not everybody gets who may read the document; whoever reads its events by it gets them there neither. */
  readonly fields?: Readonly<Record<string, Row>>;
  /** Who `self` is to `fields`, where that is fewer than those whose own the document is. */
  owner?(doc: D): Ties['self'];
}

function tiesOf<D>(policy: DocumentPolicy<D>, doc: D): Ties {
  return { self: policy.self?.(doc), group: policy.group?.(doc) };
}

function rowOf<D>(policy: DocumentPolicy<D>, doc: D): Row {
  return policy.read[policy.row?.(doc) ?? 'any'] ?? [];
}

export function mayRead<D>(policy: DocumentPolicy<D>, doc: D, party: Party): boolean {
  return admits(rowOf(policy, doc), party, tiesOf(policy, doc));
}

/** The field `audience` of a document, by which lists find what their reader may see; whoever reads every document needs no mark. */
export function audienceFor<D>(policy: DocumentPolicy<D>, doc: D): string[] {
  const rows = Object.values(policy.read);
  const needsMark = (relation: Relation) => TIED.includes(relation) || !rows.every((row) => row.includes(relation));
  return audienceOf(rowOf(policy, doc).filter(needsMark), tiesOf(policy, doc));
}

/** Relations that depend on the object. */
const TIED: Row = ['self', 'facilitator', 'group'];

/** What a list asks of documents so that it holds only what its reader may see. */
export function readableBy(policy: DocumentPolicy, party: Party): FindQuery['where'] {
  if (Object.values(policy.read).every((row) => admits(row, party))) return {};
  return { audience: { in: passOf(party) } };
}

/** The fields of a document that this reader does not get. */
export function withheldFrom<D>(policy: DocumentPolicy<D>, doc: D, party: Party): string[] {
  const withheld: string[] = [];
  if (!policy.fields) return withheld;
  const ties = { ...tiesOf(policy, doc), ...(policy.owner && { self: policy.owner(doc) }) };
  for (const field in policy.fields) if (!admits(policy.fields[field] as Row, party, ties)) withheld.push(field);
  return withheld;
}

/** Who may read events of a type; to others they show as type and time. */
export interface EventPolicy {
  readonly read: Row;
  /** Whom it is about; without it, every member the event names. */
  self?(event: RecordedEvent): Ties['self'];
  /** The document that decides instead of the row, as it is today, and under which policy. */
  readonly document?: { view: string; id(event: RecordedEvent): string; policy: DocumentPolicy; alsoIf?(event: RecordedEvent, document: never, party: Party): boolean };
  /** Lists of members in which others than these see themselves alone. */
  readonly fields?: Readonly<Record<string, Row>>;
}

/** Events that whoever may read a document gets. @param field of their data that holds its id. */
export function asTheDocument(view: string, field: string, policy: DocumentPolicy, alsoIf?: NonNullable<EventPolicy['document']>['alsoIf']): EventPolicy {
  return { read: [], document: { view, id: ({ data }) => (data as Record<string, string>)[field] as string, policy, ...(alsoIf && { alsoIf }) } };
}

/** Everything a slice says about who may do what. */
export interface SlicePolicy {
  /** By name of the command. */
  readonly commands: Readonly<Record<string, Row>>;
  /** By name of the view. */
  readonly documents: Readonly<Record<string, DocumentPolicy>>;
  /** By stored name of the event; the others are for staff and the members they name. */
  readonly events: Readonly<Record<string, EventPolicy>>;
  /** By operation id, for what is neither a command nor a document of a view, and for routes that are for fewer than may give the command. */
  readonly routes: Readonly<Record<string, Row>>;
  /** Types of events that take rights away which views tell: once one is acknowledged, no instance reads by older views. */
  readonly withdraws: readonly string[];
}

/** What holds of events whose slice says nothing else. */
export const anyEvent: EventPolicy = { read: [...STAFF, 'self'] };

/** Declares a slice's policy; each row becomes one of its own, whatever constants it was written with. */
export function definePolicy<const P extends Partial<SlicePolicy>>(policy: P): P & SlicePolicy {
  const { commands = {}, documents = {}, events = {}, routes = {}, withdraws = [] } = policy;
  const rows = (given: Readonly<Record<string, Row>> = {}) => each(given, (row) => [...row]);
  const copies = each(documents, (document): DocumentPolicy => ({ ...document, read: rows(document.read), fields: rows(document.fields) }));
  return {
    commands: rows(commands),
    documents: copies,
    events: each(events, ({ document, ...event }) => ({ ...event, ...(document && { document: { ...document, policy: copies[document.view] ?? document.policy } }), read: [...event.read], fields: rows(event.fields) })),
    routes: rows(routes),
    withdraws,
  } as unknown as P & SlicePolicy;
}

function each<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** A line of the table `relocon policy` prints. */
export interface PolicyLine {
  slice: string;
  what: 'command' | 'document' | 'field' | 'event' | 'route';
  name: string;
  row: Row;
}

/** Every row of a slice. */
export function linesOf(slice: string, policy: SlicePolicy): PolicyLine[] {
  const line = (what: PolicyLine['what'], name: string, row: Row): PolicyLine => ({ slice, what, name, row });
  return [
    ...Object.entries(policy.commands).map(([name, row]) => line('command', name, row)),
    ...Object.entries(policy.documents).flatMap(([view, { read, fields = {} }]) => [
      ...Object.entries(read).map(([name, row]) => line('document', name === 'any' ? view : `${view} (${name})`, row)),
      ...Object.entries(fields).map(([field, row]) => line('field', `${view}.${field}`, row)),
    ]),
    ...Object.entries(policy.events).flatMap(([type, { read, document, fields = {} }]) => [
      ...(document ? [] : [line('event', type, read)]),
      ...Object.entries(fields).map(([field, row]) => line('field', `${type}.${field}`, row)),
    ]),
    ...Object.entries(policy.routes).map(([name, row]) => line('route', name, row)),
  ];
}

const WORDS: Record<Relation, string> = {
  administrator: 'administrators',
  auditor: 'auditors',
  integrator: 'integrators',
  self: 'the member concerned',
  facilitator: 'facilitators of the group',
  group: 'members of the group',
  member: 'every member',
};

/** `administrators, integrators and the member concerned` */
export function rowInWords(row: Row): string {
  const words = row.map((relation) => WORDS[relation]);
  return words.length < 2 ? (words[0] ?? 'nobody') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

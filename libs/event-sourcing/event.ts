/**
 * Events: plain objects in the past tense, described by a zod schema in which every field says whether it is open, personal or words.
 */
import { z } from 'zod';

/** Who did it. `id` names a member, an account without a member, or an API key; no name or address stands here. */
export interface Actor {
  kind: 'member' | 'account' | 'key' | 'system';
  id: string;
  role: 'admin' | 'auditor' | 'integrator' | 'member' | 'system';
  via: 'api' | 'console' | 'import' | 'cli' | 'samples' | 'reaction';
}

export interface EventMetadata {
  /** When it happened, as the person says. RFC 3339, UTC, milliseconds. */
  occurredAt: string;
  /** When we learned it; never before that of the predecessor in the stream. */
  recordedAt: string;
  actor: Actor;
  commandId: string;
  correlationId: string;
  causationId?: string;
  schemaVersion: number;
}

/** What `decide` returns: a fact without place or record yet. */
export interface NewEvent<T extends string = string, D = unknown> {
  type: T;
  occurredAt: string;
  data: D;
}

/** A fact as views and deciders see it: decrypted and upcast. An erased personal field is null. */
export interface RecordedEvent<T extends string = string, D = unknown> extends NewEvent<T, D> {
  id: string;
  stream: string;
  revision: number;
  position: number;
  recordedAt: string;
  actor: Actor;
  metadata: EventMetadata;
}

/**
 * open: anybody who may see the event may see the field. personal: encrypted under the key of the subject named by another field (or the
 * actor). words: narrative, encrypted under the stream's own key, which its author's key wraps.
 */
export type Privacy = { kind: 'open' } | { kind: 'personal'; subject: string } | { kind: 'words'; author: string };

interface FieldFacts {
  privacy: Privacy;
  /** The kind of thing an id names; makes the tag `kind:id`. */
  refersTo?: string;
}

const facts = z.registry<FieldFacts>();

/** A field anybody who may see the event may read. */
export function open<S extends z.ZodType>(schema: S): S {
  facts.add(schema, { privacy: { kind: 'open' } });
  return schema;
}

/** A field about a person: encrypted under the key of `member:{value of subject}`, or of the actor with subject `'actor'`. Decodes to null once erased. */
export function personal<S extends z.ZodType>(schema: S, subject: string) {
  const field = schema.nullable();
  facts.add(field, { privacy: { kind: 'personal', subject } });
  return field;
}

/** A person's own words: encrypted under a key of this stream, which the key of the member in field `author` wraps. */
export function words<S extends z.ZodType>(schema: S, author: string) {
  const field = schema.nullable();
  facts.add(field, { privacy: { kind: 'words', author } });
  return field;
}

/** The id of a thing; views and timelines find the event by it. */
export function ref(kind: string) {
  const schema = z.uuid();
  facts.add(schema, { privacy: { kind: 'open' }, refersTo: kind });
  return schema;
}

/** Ids of several things of one kind. */
export function refs(kind: string, max = 10_000) {
  const schema = z.array(z.uuid()).max(max);
  facts.add(schema, { privacy: { kind: 'open' }, refersTo: kind });
  return schema;
}

function factsOf(schema: z.ZodType): FieldFacts | undefined {
  const own = facts.get(schema);
  if (own) return own;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return factsOf(schema.unwrap() as z.ZodType);
  return undefined;
}

export interface EventDefinition<T extends string = string, S extends z.ZodRawShape = z.ZodRawShape> {
  readonly type: T;
  readonly version: number;
  readonly schema: z.ZodObject<S>;
  /** One line for a person, shown in the documentation. */
  readonly summary: string;
  readonly fields: Readonly<Record<string, Privacy>>;
  /** `[field, kind]` of every field that names things. */
  readonly references: readonly (readonly [string, string])[];
  /** From schema version n to n + 1. */
  readonly upcasters: Readonly<Record<number, (data: Record<string, unknown>) => Record<string, unknown>>>;
  /** Makes a fact of this type. */
  at(occurredAt: string, data: z.output<z.ZodObject<S>>): NewEvent<T, z.output<z.ZodObject<S>>>;
}

/** The recorded event a definition describes. */
export type EventOf<Definition> = Definition extends EventDefinition<infer T, infer S> ? RecordedEvent<T, z.output<z.ZodObject<S>>> : never;

/**
 * Declares an event type under the name that is stored for good.
 *
 * @throws when a field does not declare its privacy, or names a subject or author that is not a field.
 */
export function defineEvent<T extends string, S extends z.ZodRawShape>(definition: {
  type: T;
  summary: string;
  data: S;
  version?: number;
  upcasters?: Record<number, (data: Record<string, unknown>) => Record<string, unknown>>;
}): EventDefinition<T, S> {
  const { type, summary, data, version = 1, upcasters = {} } = definition;
  const fields: Record<string, Privacy> = {};
  const references: [string, string][] = [];
  for (const [name, schema] of Object.entries(data)) {
    const fact = factsOf(schema as z.ZodType);
    if (!fact) throw new Error(`${type}.${name} does not say whether it is open, personal or words`);
    fields[name] = fact.privacy;
    if (fact.refersTo) references.push([name, fact.refersTo]);
    const owner = fact.privacy.kind === 'personal' ? fact.privacy.subject : fact.privacy.kind === 'words' ? fact.privacy.author : 'actor';
    if (owner !== 'actor' && !(owner in data)) throw new Error(`${type}.${name} names ${owner}, which is not a field of it`);
  }
  for (let from = 1; from < version; from++) {
    if (!upcasters[from]) throw new Error(`${type} is at version ${version} without an upcaster from ${from}`);
  }
  const schema = z.strictObject(data);
  return { type, summary, version, schema, fields, references, upcasters, at: (occurredAt, eventData) => ({ type, occurredAt, data: eventData }) };
}

/** `kind:id` for every thing an event names, and its type, actor and stream: what the event index finds it by. */
export function tagsOf(definition: EventDefinition, event: RecordedEvent): string[] {
  const tags = new Set([`type:${event.type}`, `actor:${event.actor.id}`, `stream:${event.stream}`]);
  const data = event.data as Record<string, unknown>;
  for (const [field, kind] of definition.references) {
    const value = data[field];
    for (const id of Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]) tags.add(`${kind}:${String(id)}`);
  }
  return [...tags];
}

/** All event types this build knows, by stored name. */
export class EventCatalogue {
  private readonly byType = new Map<string, EventDefinition>();
  constructor(definitions: Iterable<EventDefinition>) {
    for (const definition of definitions) {
      if (this.byType.has(definition.type)) throw new Error(`two events are called ${definition.type}`);
      this.byType.set(definition.type, definition);
    }
  }
  get(type: string): EventDefinition | undefined {
    return this.byType.get(type);
  }
  get all(): EventDefinition[] {
    return [...this.byType.values()];
  }
}

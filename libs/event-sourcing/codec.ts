/** Between facts and what a log stores: canonical JSON, personal fields sealed, old schema versions brought up to date. */
import canonicalizeModule from 'canonicalize';
import type { EventToAppend, LoggedEvent } from './event-log.js';
import type { Actor, EventCatalogue, EventDefinition, EventMetadata, NewEvent, RecordedEvent } from './event.js';
import { seal, unseal, type KeyRing } from './key-ring.js';

// The package is CommonJS with a default export; under NodeNext its type is the module.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string;

/** A sealed field: the id of its key, and base64url of iv, tag and ciphertext. */
interface Sealed {
  $key: string;
  $sealed: string;
}

interface Body {
  id: string;
  type: string;
  data: Record<string, unknown>;
  metadata: EventMetadata;
}

export class EventCodec {
  constructor(
    readonly catalogue: EventCatalogue,
    private readonly keys: KeyRing,
  ) {}

  /**
   * Seals and serialises facts about to be appended. Do it once per decision: sealing again makes other bytes.
   *
   * @throws when a type is not in the catalogue.
   */
  async encode(stream: string, facts: readonly { id: string; fact: NewEvent; metadata: EventMetadata }[]): Promise<EventToAppend[]> {
    const wanted = facts.flatMap(({ fact, metadata }) => this.keysToSeal(stream, fact, metadata.actor));
    if (wanted.length > 0) await this.keys.ensure(wanted);
    return facts.map(({ id, fact, metadata }) => ({
      id,
      type: fact.type,
      body: canonicalize({ id, type: fact.type, data: this.sealFields(stream, id, fact, metadata.actor), metadata }),
    }));
  }

  /**
   * Facts as views and deciders see them. An erased field is null.
   *
   * @throws KeyUnavailableError when a key should be there and is not.
   */
  async decode(events: readonly LoggedEvent[]): Promise<RecordedEvent[]> {
    const bodies = events.map((event) => JSON.parse(event.body) as Body);
    const wanted = new Set<string>();
    for (const body of bodies) {
      const definition = this.catalogue.get(body.type);
      if (definition) for (const [, sealed] of sealedFields(definition, body.data)) wanted.add(sealed.$key);
    }
    const keys = wanted.size > 0 ? await this.keys.load([...wanted]) : new Map();
    return events.map((event, index) => {
      const body = bodies[index] as Body;
      const definition = this.catalogue.get(body.type);
      if (definition) {
        for (const [field, sealed] of sealedFields(definition, body.data)) {
          const key = keys.get(sealed.$key);
          body.data[field] = key === 'erased' || key === undefined ? null : JSON.parse(unseal(key, sealed.$sealed, aad(body.id, field)).toString('utf8'));
        }
      }
      return toRecorded(event, body.type, definition ? upcast(definition, body) : body.data, body.metadata);
    });
  }

  private keysToSeal(stream: string, fact: NewEvent, actor: Actor): { id: string; by?: string }[] {
    const data = fact.data as Record<string, unknown>;
    return Object.entries(this.definition(fact.type).fields).flatMap(([field, privacy]) => {
      if (privacy.kind === 'open' || data[field] === undefined || data[field] === null) return [];
      return [privacy.kind === 'personal' ? { id: subjectKey(data, privacy.subject, actor) } : { id: stream, by: subjectKey(data, privacy.author, actor) }];
    });
  }

  private sealFields(stream: string, id: string, fact: NewEvent, actor: Actor): Record<string, unknown> {
    const data = { ...(fact.data as Record<string, unknown>) };
    for (const [field, privacy] of Object.entries(this.definition(fact.type).fields)) {
      const value = data[field];
      if (privacy.kind === 'open' || value === undefined || value === null) continue;
      const keyId = privacy.kind === 'personal' ? subjectKey(data, privacy.subject, actor) : stream;
      const key = this.keys.peek(keyId);
      if (key === 'erased' || key === undefined) {
        data[field] = null;
        continue;
      }
      const sealed: Sealed = { $key: keyId, $sealed: seal(key, JSON.stringify(value), aad(id, field)) };
      data[field] = sealed;
    }
    return data;
  }

  private definition(type: string): EventDefinition {
    const definition = this.catalogue.get(type);
    if (!definition) throw new Error(`${type} is not in the catalogue: does its feature list it?`);
    return definition;
  }
}

/** The fact just appended, as it would be read back. */
export function toRecorded(
  place: { id: string; stream: string; revision: number; position: number },
  type: string,
  data: unknown,
  metadata: EventMetadata,
): RecordedEvent {
  return {
    type,
    data,
    id: place.id,
    stream: place.stream,
    revision: place.revision,
    position: place.position,
    occurredAt: metadata.occurredAt,
    recordedAt: metadata.recordedAt,
    actor: metadata.actor,
    metadata,
  };
}

/** The key a subject's personal fields are sealed with. */
function subjectKey(data: Record<string, unknown>, subject: string, actor: Actor): string {
  return subject === 'actor' ? `${actor.kind}:${actor.id}` : `member:${String(data[subject])}`;
}

function aad(eventId: string, field: string): string {
  return `${eventId}/data/${field}`;
}

function* sealedFields(definition: EventDefinition, data: Record<string, unknown>): Iterable<[string, Sealed]> {
  for (const field in definition.fields) {
    const value = data[field];
    if (definition.fields[field]?.kind !== 'open' && typeof value === 'object' && value !== null && '$sealed' in value) yield [field, value as Sealed];
  }
}

function upcast(definition: EventDefinition, body: Body): Record<string, unknown> {
  let data = body.data;
  for (let version = body.metadata.schemaVersion; version < definition.version; version++) {
    const step = definition.upcasters[version];
    if (!step) throw new Error(`${body.type} has no upcaster from version ${version}`);
    data = step(data);
  }
  return data;
}

/**
 * What this process sent to be stored. The server compares less than the port promises: it takes an id at the current revision or in another
 * stream for a new event, and other content at the same revision for what it has.
 */
import { hash } from 'node:crypto';
import { Recent, type Appended, type EventToAppend } from '#event-sourcing';

/** Ids remembered: a retry comes within seconds. */
const REMEMBERED = 50_000;

interface Sent {
  stream: string;
  revision: number;
  digest: string;
  stored: boolean;
  /** Of the last event of an append that is stored. */
  position?: number;
}

/** An id stands for one event, in one place. */
export class IdTakenError extends Error {
  override name = 'IdTakenError';
  constructor(id: string) {
    super(`event ${id} is in the log already, in another place or with other content`);
  }
}

export class SentEvents {
  private readonly sent = new Recent<string, Sent>(REMEMBERED);

  has(id: string): boolean {
    return this.sent.get(id.toLowerCase()) !== undefined;
  }

  /**
   * What an append of the same events answered; undefined when its outcome is not known here.
   *
   * @throws IdTakenError when one of the ids was sent as another event.
   */
  recall(stream: string, events: readonly EventToAppend[], expectedRevision: number): Appended | undefined {
    let last: Sent | undefined;
    for (const [index, event] of events.entries()) {
      last = this.sent.get(event.id.toLowerCase());
      if (last && (last.stream !== stream || last.revision !== expectedRevision + 1 + index || last.digest !== digestOf(event))) throw new IdTakenError(event.id);
    }
    return last?.position === undefined ? undefined : { revision: last.revision, position: last.position };
  }

  /** Remembers what is about to be sent. */
  sending(stream: string, events: readonly EventToAppend[], expectedRevision: number): void {
    for (const [index, event] of events.entries()) {
      if (!this.has(event.id)) this.sent.set(event.id.toLowerCase(), { stream, revision: expectedRevision + 1 + index, digest: digestOf(event), stored: false });
    }
  }

  stored(events: readonly EventToAppend[], position: number): void {
    for (const [index, { id }] of events.entries()) {
      const sent = this.sent.get(id.toLowerCase());
      if (!sent) continue;
      sent.stored = true;
      if (index === events.length - 1) sent.position = position;
    }
  }

  /** The server took none of them. */
  refused(events: readonly EventToAppend[]): void {
    for (const { id } of events) if (!this.sent.get(id.toLowerCase())?.stored) this.sent.delete(id.toLowerCase());
  }
}

/** Whether stored events are the ones given. */
export function areThose(stored: readonly EventToAppend[], events: readonly EventToAppend[]): boolean {
  return stored.length === events.length && events.every(({ id, type, body }, index) => stored[index]?.id === id.toLowerCase() && stored[index]?.type === type && stored[index]?.body === body);
}

function digestOf({ type, body }: EventToAppend): string {
  return hash('sha256', `${type}\n${body}`, 'base64');
}

/** Where the log ends, in a store whose end is full of others' events. */
import { BACKWARDS, END, type AllStreamRecordedEvent, type AllStreamResolvedEvent, type Position, type ReadPosition } from '@eventstore/db-client';
import { START } from '#event-sourcing';
import type { Connection } from './connection.js';
import { positionOf, toLogged } from './events.js';

const FIRST_PAGE = 16;
const LARGEST_PAGE = 4_096;

export class Head {
  /** Every event of ours up to `looked` stands at or before `known`. */
  private known = START;
  private looked = START;

  constructor(
    private readonly connection: Connection,
    private readonly prefix: string,
  ) {}

  /** Up to where this process has seen the store: what is written from now on stands after it. */
  get seen(): number {
    return this.looked;
  }

  /** An event of ours stands here. */
  note(position: number): void {
    this.settle(position, position);
  }

  /** The position of our last event, as of now. Looks only at what has come since it was last asked. */
  async find(): Promise<number> {
    let newest: number | undefined;
    for await (const { position, event } of backwards(this.connection)) {
      newest ??= position;
      if (position <= this.looked) break;
      if (toLogged(event, this.prefix)) return this.settle(newest, position);
    }
    return this.settle(newest ?? START, START);
  }

  private settle(looked: number, ours: number): number {
    this.known = Math.max(this.known, ours);
    this.looked = Math.max(this.looked, looked);
    return this.known;
  }
}

/**
 * The place of the last event at or before a position: the server reads from where an event stands and from nowhere else. Undefined when
 * there is none.
 */
export async function placeAtOrBefore(connection: Connection, position: number): Promise<Position | undefined> {
  for await (const { event, position: at } of backwards(connection)) if (at <= position) return event.position;
  return undefined;
}

/** Every event of the store from its end, in pages that grow: mostly the first few tell. */
async function* backwards(connection: Connection): AsyncGenerator<{ position: number; event: AllStreamRecordedEvent }> {
  let from: ReadPosition = END;
  for (let maxCount = FIRST_PAGE; ; maxCount = Math.min(LARGEST_PAGE, 4 * maxCount)) {
    let count = 0;
    for await (const piece of connection.read<AllStreamResolvedEvent>((client) => client.readAll({ direction: BACKWARDS, fromPosition: from, maxCount, requiresLeader: true }))) {
      for (const { event } of piece) {
        count++;
        if (!event) continue;
        from = event.position;
        yield { position: positionOf(event.position), event };
      }
    }
    if (count < maxCount) return;
  }
}

import { defineRefusal, type Actor, type Party } from '#event-sourcing';

/** Who is asking, with what a read may depend on. */
export interface Reader extends Party {
  actor: Actor;
  /** Of a key; people need none. */
  scopes?: { has(scope: string): boolean };
}

export const notFound = defineRefusal('not-found', 'Not found', 404);
export const notYours = defineRefusal('forbidden', 'Not allowed', 403);

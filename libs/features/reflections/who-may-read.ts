/** Who may read a reflection, and which version of it: rights are always today's. */
import type { Disclosure } from '#event-sourcing';
import { audienceOf, reflectionEvents, type ReflectionDocument } from './reflections.events.js';

/** A key with a role has no `memberId`. */
interface Reader {
  memberId?: string;
  groups: readonly string[];
  facilitates: readonly string[];
}

/** What a reader is to reflections: the words of `audience` they match. */
export function passOf({ memberId, groups, facilitates }: Reader): string[] {
  if (memberId === undefined) return [];
  return [`author:${memberId}`, 'network', ...groups.map((group) => `group:${group}`), ...facilitates.map((group) => `facilitators:${group}`)];
}

export function mayRead(today: ReflectionDocument, reader: Reader): boolean {
  return reader.memberId === undefined ? today.shared : meet(today.audience, passOf(reader));
}

/** A past version of a text shows only to those it was itself shared with. */
export function versionShownTo(versionId: string | undefined, today: ReflectionDocument, reader: Reader): boolean {
  if (reader.memberId === today.authorId) return true;
  const shownTo = today._versions.find((version) => version.eventId === versionId)?.shownTo ?? [];
  return shownTo.some((shown) => (reader.memberId === undefined ? shown !== 'private' : meet(audienceOf(shown, today.groupId), passOf(reader))));
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}

/** To whoever may not read a reflection, or not this version of it, its events show as type and time. */
export const reflectionDisclosure: Disclosure = {
  types: reflectionEvents.map((definition) => definition.type),
  document: { view: 'reflections', id: (event) => (event.data as { reflectionId: string }).reflectionId },
  allows(event, document, reader) {
    const today = document as ReflectionDocument | undefined;
    if (!today || !mayRead(today, reader)) return false;
    const writesText = event.type === 'ReflectionRecorded' || event.type === 'ReflectionRevised';
    return !writesText || versionShownTo(event.id, today, reader);
  },
};

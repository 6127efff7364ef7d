/** Reflections: written late the same day or the day after; revised, shared with the network and confirmed within two days. */
import { plus } from '#event-sourcing';
import { confirmReflectionValue, recordReflection, reviseReflection, shareReflection, withdrawReflection } from '#features/reflections/reflections.decider.js';
import { notes, type Note } from '../community/notes/index.js';
import { HOUR } from './clock.js';
import type { Tale } from './tale.js';

export function planNotes(tale: Tale): void {
  for (const [index, note] of notes.entries()) planNote(tale, note, index);
}

function planNote(tale: Tale, note: Note, index: number): void {
  const { who, on, alone, from, key = String(index), buildsOn, visibility, revised, confirmedBy, withdrawn, hours: _hours, ...words } = note;
  const when = tale.moments.note(note);
  const change = (hours: number, command: Parameters<Tale['give']>[0], input: object): void =>
    tale.at(plus(when, hours * HOUR), () => tale.give(command, { reflectionId: tale.id('note', key), ...input }, tale.as(who)));
  tale.at(when, async () => {
    const about = { ...words, authorId: tale.who(who), context: alone ? { kind: 'self' } : contextOf(tale, on), learnedFrom: from.map(tale.who), buildsOn: buildsOn && tale.id('note', buildsOn) };
    tale.call('note', key, await tale.give(recordReflection, { ...about, visibility: visibility === 'network' ? 'private' : visibility }, tale.as(who)));
  });
  if (revised) change(20, reviseReflection, { soWhat: revised });
  if (visibility === 'network') change(22, shareReflection, { visibility });
  if (confirmedBy) tale.at(plus(when, 24 * HOUR), () => tale.give(confirmReflectionValue, { reflectionId: tale.id('note', key), memberId: tale.who(confirmedBy) }, tale.as(confirmedBy)));
  if (withdrawn) change(withdrawn, withdrawReflection, {});
}

function contextOf(tale: Tale, on: Note['on']): { kind: string; id: string } {
  if (typeof on === 'string') return { kind: 'meeting', id: tale.id('meeting', on) };
  const [kind, key] = Object.entries(on)[0] as ['help' | 'action' | 'story', string];
  return { kind, id: tale.id(kind, key) };
}

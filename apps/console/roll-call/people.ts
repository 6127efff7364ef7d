/** The roster with what was tapped here put over it. */
import type { Answer } from '../api/client.js';
import type { Outcome, Rsvp } from '../parts/outcome.js';
import type { Tap, TapsState } from './taps.js';

export interface Called {
  memberId: string;
  /** Null: erased; undefined: somebody who was added here, whose name is read elsewhere. */
  displayName: string | null | undefined;
  expected: boolean;
  rsvp: Rsvp | null;
  /** And no roll call has said otherwise. */
  apologised: boolean;
  /** Recorded, or about to be. */
  outcome: Outcome | undefined;
  minutes: number | null;
  /** Of this device, and not recorded yet. */
  tap: Tap | undefined;
}

type Person = Answer<'readRoster'>['people'][number];

export function peopleWith(people: readonly Person[], { taps, sent }: TapsState): Called[] {
  const tapped = new Map(taps.map((tap) => [tap.memberId, tap]));
  const known = people.map(({ memberId, displayName, expected, rsvp, apologised, outcome, minutes }): Called => {
    const tap = tapped.get(memberId);
    const mine = tap && !tap.refused ? tap.outcome : undefined;
    // An apology is told as an outcome before any roll call.
    const recorded = outcome === null || (apologised && outcome === 'apologised') ? sent[memberId] : outcome;
    return { memberId, displayName, expected, rsvp, apologised: apologised && !mine && !recorded, outcome: mine ?? recorded, minutes, tap };
  });
  const here = new Set(people.map(({ memberId }) => memberId));
  const added = [...new Set([...tapped.keys(), ...Object.keys(sent)])].filter((memberId) => !here.has(memberId));
  return [
    ...known.filter(({ expected }) => expected),
    ...known.filter(({ expected }) => !expected),
    ...added.map((memberId): Called => ({ memberId, displayName: undefined, expected: false, rsvp: null, apologised: false, outcome: tapped.get(memberId)?.refused ? undefined : (tapped.get(memberId)?.outcome ?? sent[memberId]), minutes: null, tap: tapped.get(memberId) })),
  ];
}

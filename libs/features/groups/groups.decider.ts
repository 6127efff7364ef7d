/** What may be recorded of a group. */
import { z } from 'zod';
import { defineCommand, defineDecider, defineRefusal, instant, line, nowOrAfter, text, timeZone, type RecordedEvent } from '#event-sourcing';
// Lines of text and "not in the future" are the same for everybody.
import { inFuture, refuseFuture } from '../members/members.events.js';
import {
  CharterAdopted,
  groupArchived,
  GroupArchived,
  GroupDescribed,
  groupEvents,
  GroupFounded,
  GroupReopened,
  groupStanding,
  noSuchGroup,
  place,
  refuseGroup,
  type GroupEvent,
  type GroupStanding,
  type Place,
} from './groups.events.js';
import { groupPolicy } from './groups.policy.js';

interface Charter {
  purpose: string;
  domain: string[];
  practice?: string | undefined;
}

interface State extends GroupStanding {
  name: string;
  place: Place | null;
  listed: boolean;
  /** The latest `occurredAt` that described it. */
  describedAt: string;
  charterVersions: number;
  /** The one adopted last, by `occurredAt`. */
  charter: (Charter & { at: string }) | undefined;
}

const initial: State = { ...groupStanding.initial, name: '', place: null, listed: false, describedAt: '', charterVersions: 0, charter: undefined };

export const groups = defineDecider({
  name: 'group',
  events: groupEvents,
  edits: ['GroupFounded', 'GroupDescribed'],
  initial,
  evolve(before: State, event: GroupEvent): State {
    const state = { ...before, ...groupStanding.evolve(before, event as RecordedEvent) };
    switch (event.type) {
      case 'GroupFounded':
        return { ...state, name: event.data.name, describedAt: event.occurredAt };
      case 'GroupDescribed': {
        const { name = state.name, listed = state.listed, cleared = [] } = event.data;
        return { ...state, name, listed, describedAt: nowOrAfter(event.occurredAt, state.describedAt), place: cleared.includes('place') ? null : (event.data.place ?? state.place) };
      }
      case 'CharterAdopted': {
        const { purpose, domain, practice } = event.data;
        const newer = event.occurredAt >= (state.charter?.at ?? '');
        return { ...state, charterVersions: event.data.version, charter: newer ? { purpose, domain, practice, at: event.occurredAt } : state.charter };
      }
      case 'GroupArchived':
      case 'GroupReopened':
        return state;
      default:
        event satisfies never;
        return state;
    }
  },
});

const groupId = z.uuid();
const occurredAt = instant.optional();
const self = (input: { groupId: string }) => input.groupId;
const may = groupPolicy.commands;

const charter = {
  purpose: text(2_000),
  domain: z.array(line(100)).max(20).default([]),
  practice: text(5_000).optional(),
};

export const alreadyFounded = defineRefusal('already-founded', 'This group exists already');
export const notArchived = defineRefusal('not-archived', 'This group is not archived');

export const foundGroup = defineCommand(groups, {
  name: 'foundGroup',
  input: z.strictObject({ groupId, name: line(200), timeZone, charter: z.strictObject(charter).optional(), occurredAt }),
  mints: 'groupId',
  id: self,
  policy: { allow: may.foundGroup },
  refusals: [alreadyFounded, inFuture],
  decide({ groupId: id, name, timeZone: zone, charter: first, occurredAt: at }, state, { now }) {
    const when = at ?? now;
    if (state.founded) return alreadyFounded('This group was founded already; describe it instead.');
    const refused = refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    return [GroupFounded.at(when, { groupId: id, name, timeZone: zone }), ...(first ? [CharterAdopted.at(when, { groupId: id, version: 1, ...first })] : [])];
  },
});

export const describeGroup = defineCommand(groups, {
  name: 'describeGroup',
  input: z.strictObject({ groupId, name: line(200).optional(), timeZone: timeZone.optional(), place: place.nullable().optional(), listed: z.boolean().optional() }),
  id: self,
  policy: { allow: may.describeGroup, group: self },
  refusals: [noSuchGroup, groupArchived],
  decide({ groupId: id, ...wanted }, state, { now }) {
    const refused = refuseGroup(state);
    if (refused) return refused;
    const differing = Object.entries(wanted).filter(([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(state[field as keyof State]));
    if (differing.length === 0) return [];
    return [
      GroupDescribed.at(nowOrAfter(now, state.describedAt), {
        groupId: id,
        ...Object.fromEntries(differing.filter(([, value]) => value !== null)),
        ...(differing.some(([, value]) => value === null) && { cleared: ['place' as const] }),
      }),
    ];
  },
});

export const adoptCharter = defineCommand(groups, {
  name: 'adoptCharter',
  input: z.strictObject({ groupId, ...charter, occurredAt }),
  id: self,
  policy: { allow: may.adoptCharter, group: self },
  refusals: [noSuchGroup, groupArchived, inFuture],
  decide({ groupId: id, purpose, domain, practice, occurredAt: at }, state, { now }) {
    const when = at ?? nowOrAfter(now, state.charter?.at);
    const refused = refuseGroup(state) ?? refuseFuture(when, now, 'occurredAt');
    if (refused) return refused;
    const inForce = state.charter;
    if (inForce && when >= inForce.at && inForce.purpose === purpose && inForce.practice === practice && JSON.stringify(inForce.domain) === JSON.stringify(domain)) return [];
    return [CharterAdopted.at(when, { groupId: id, version: state.charterVersions + 1, purpose, domain, ...(practice !== undefined && { practice }) })];
  },
});

export const archiveGroup = defineCommand(groups, {
  name: 'archiveGroup',
  input: z.strictObject({ groupId, reason: text(1_000).optional(), occurredAt }),
  id: self,
  policy: { allow: may.archiveGroup },
  refusals: [noSuchGroup, groupArchived, inFuture],
  decide({ groupId: id, reason, occurredAt: at }, state, { now }) {
    const when = at ?? nowOrAfter(now, state.at.archived);
    if (state.founded && state.archived) return groupArchived('This group is archived already.');
    return refuseGroup(state) ?? refuseFuture(when, now, 'occurredAt') ?? [GroupArchived.at(when, { groupId: id, ...(reason !== undefined && { reason }) })];
  },
});

export const reopenGroup = defineCommand(groups, {
  name: 'reopenGroup',
  input: z.strictObject({ groupId, occurredAt }),
  id: self,
  policy: { allow: may.reopenGroup },
  refusals: [noSuchGroup, notArchived, inFuture],
  decide({ groupId: id, occurredAt: at }, state, { now }) {
    const when = at ?? nowOrAfter(now, state.at.archived);
    if (!state.founded) return noSuchGroup('There is no group with this id.');
    if (!state.archived) return notArchived('This group is open; there is nothing to reopen.');
    return refuseFuture(when, now, 'occurredAt') ?? [GroupReopened.at(when, { groupId: id })];
  },
});

export const groupCommands = [foundGroup, describeGroup, adoptCharter, archiveGroup, reopenGroup] as const;

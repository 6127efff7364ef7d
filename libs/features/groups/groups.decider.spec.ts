import { type NewEvent } from '#event-sourcing';
import { given, viewOf } from '#event-sourcing-testing';
import * as commands from './groups.decider.js';
import { CharterAdopted, GroupArchived, GroupDescribed, GroupFounded, GroupReopened } from './groups.events.js';
import { groupsView } from './views/groups.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const JANUARY = '2026-01-10T09:00:00.000Z';
const FEBRUARY = '2026-02-10T09:00:00.000Z';
const NOW = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T12:05:00.001Z';
const founded = GroupFounded.at(JANUARY, { groupId, name: 'Co-op Builders', timeZone: 'Europe/Berlin' });
const archived = GroupArchived.at(FEBRUARY, { groupId });
const charter = (version: number, purpose: string, at = FEBRUARY, more: object = {}) => CharterAdopted.at(at, { groupId, version, purpose, domain: [], ...more });

describe('Founding a group', () => {
  it('records name and zone, and a first charter where one is given', () => {
    given().when(commands.foundGroup, { groupId, name: 'Co-op Builders', timeZone: 'Europe/Berlin', occurredAt: JANUARY }).then(founded);
    given()
      .when(commands.foundGroup, { groupId, name: 'G', timeZone: 'UTC', charter: { purpose: 'Learn', domain: ['pricing'], practice: 'War stories' } })
      .then(GroupFounded.at(NOW, { groupId, name: 'G', timeZone: 'UTC' }), CharterAdopted.at(NOW, { groupId, version: 1, purpose: 'Learn', domain: ['pricing'], practice: 'War stories' }));
  });
  it('is done once, and not in the future', () => {
    given(founded).when(commands.foundGroup, { groupId, name: 'G', timeZone: 'UTC' }).thenRefused('already-founded');
    given().when(commands.foundGroup, { groupId, name: 'G', timeZone: 'UTC', occurredAt: LATER }).thenRefused('in-the-future');
  });
});

describe('What is changed after a clock that ran ahead', () => {
  const AHEAD = '2026-03-01T12:03:00.000Z';
  const ahead = GroupFounded.at(AHEAD, { groupId, name: 'G', timeZone: 'UTC' });
  it.each([
    ['description', commands.describeGroup, { name: 'New', timeZone: 'Europe/Berlin' }, [ahead], { name: 'New', timeZone: 'Europe/Berlin' }],
    ['listing', commands.describeGroup, { listed: false }, [founded, GroupDescribed.at(AHEAD, { groupId, listed: true }), GroupDescribed.at(FEBRUARY, { groupId, name: 'Old' })], { listed: false }],
    ['charter', commands.adoptCharter, { purpose: 'Newer' }, [founded, charter(1, 'New', AHEAD)], { charter: { version: 2, purpose: 'Newer' } }],
    ['end', commands.archiveGroup, {}, [founded, archived, GroupReopened.at(AHEAD, { groupId })], { status: 'archived' }],
    ['new beginning', commands.reopenGroup, {}, [founded, GroupArchived.at(AHEAD, { groupId })], { status: 'active' }],
  ] as const)('comes after what it changes, and is not lost behind it: its %s', (_what, command, input, facts, shown) => {
    const { decision } = given(...facts).when(command as never, { groupId, ...input } as never);
    expect(decision).toMatchObject([{ occurredAt: AHEAD }]);
    expect(viewOf(groupsView, [...facts, ...(decision as readonly NewEvent[])])[groupId]).toMatchObject(shown);
  });
});

describe('Describing a group', () => {
  const place = { text: 'Alte Post', latitude: 52.5, longitude: 13.4 };
  it('records what differs', () => {
    given(founded).when(commands.describeGroup, { groupId, name: 'Co-op Builders', place, listed: true }).then(GroupDescribed.at(NOW, { groupId, place, listed: true }));
    given(founded).when(commands.describeGroup, { groupId, name: 'New name', timeZone: 'UTC' }).then(GroupDescribed.at(NOW, { groupId, name: 'New name', timeZone: 'UTC' }));
  });
  it('empties the place', () => {
    const described = GroupDescribed.at(FEBRUARY, { groupId, place, listed: true });
    given(founded, described).when(commands.describeGroup, { groupId, place: null, listed: false }).then(GroupDescribed.at(NOW, { groupId, listed: false, cleared: ['place'] }));
    given(founded, described, GroupDescribed.at(FEBRUARY, { groupId, cleared: ['place'] })).when(commands.describeGroup, { groupId, place: null }).thenNothing();
    given(founded, described, GroupDescribed.at(FEBRUARY, { groupId, name: 'X' })).when(commands.describeGroup, { groupId, place, listed: true, name: 'X' }).thenNothing();
  });
  it('records nothing where nothing differs', () => {
    given(founded).when(commands.describeGroup, { groupId, name: 'Co-op Builders', timeZone: 'Europe/Berlin', listed: false, place: null }).thenNothing();
  });
  it('wants both coordinates or neither', () => {
    expect(commands.describeGroup.input.safeParse({ groupId, place: { text: 'X', latitude: 1 } }).success).toBe(false);
    expect(commands.describeGroup.input.safeParse({ groupId, place: { text: 'X' } }).success).toBe(true);
  });
});

describe('Adopting a charter', () => {
  it('counts versions in the order of the log', () => {
    given(founded).when(commands.adoptCharter, { groupId, purpose: 'Learn' }).then(charter(1, 'Learn', NOW));
    given(founded, charter(1, 'Learn')).when(commands.adoptCharter, { groupId, purpose: 'Teach', practice: 'P', domain: ['d'] }).then(charter(2, 'Teach', NOW, { practice: 'P', domain: ['d'] }));
    given(founded, charter(1, 'Learn')).when(commands.adoptCharter, { groupId, purpose: 'Earlier', occurredAt: JANUARY }).then(charter(2, 'Earlier', JANUARY));
  });
  it('changes nothing where it is in force already, in every part', () => {
    given(founded, charter(1, 'Learn')).when(commands.adoptCharter, { groupId, purpose: 'Learn' }).thenNothing();
    given(founded, charter(1, 'Learn')).when(commands.adoptCharter, { groupId, purpose: 'Learn', domain: ['d'] }).then(charter(2, 'Learn', NOW, { domain: ['d'] }));
    given(founded, charter(1, 'Learn')).when(commands.adoptCharter, { groupId, purpose: 'Learn', practice: 'P' }).then(charter(2, 'Learn', NOW, { practice: 'P' }));
    given(founded, charter(1, 'Learn', FEBRUARY), charter(2, 'Teach', JANUARY)).when(commands.adoptCharter, { groupId, purpose: 'Learn' }).thenNothing();
    given(founded, charter(1, 'Learn', FEBRUARY)).when(commands.adoptCharter, { groupId, purpose: 'Learn', occurredAt: JANUARY }).then(charter(2, 'Learn', JANUARY));
  });
});

describe('Archiving and reopening', () => {
  it('keep the reason, and follow each other', () => {
    given(founded).when(commands.archiveGroup, { groupId, reason: 'Nobody came' }).then(GroupArchived.at(NOW, { groupId, reason: 'Nobody came' }));
    given(founded, archived).when(commands.archiveGroup, { groupId }).thenRefused('group-archived', /already/);
    given(founded, archived).when(commands.reopenGroup, { groupId }).then(GroupReopened.at(NOW, { groupId }));
    given(founded).when(commands.reopenGroup, { groupId }).thenRefused('not-archived');
    given(founded, archived, GroupReopened.at(NOW, { groupId })).when(commands.reopenGroup, { groupId }).thenRefused('not-archived');
    given(founded, archived, GroupReopened.at(NOW, { groupId })).when(commands.archiveGroup, { groupId }).then(GroupArchived.at(NOW, { groupId }));
  });
  it('let a later date stand against an earlier one recorded after it', () => {
    given(founded, GroupArchived.at(FEBRUARY, { groupId }), GroupReopened.at(JANUARY, { groupId })).when(commands.adoptCharter, { groupId, purpose: 'Learn' }).thenRefused('group-archived');
    given(founded, GroupArchived.at(FEBRUARY, { groupId }), GroupReopened.at(FEBRUARY, { groupId })).when(commands.adoptCharter, { groupId, purpose: 'Learn' }).then(charter(1, 'Learn', NOW));
  });
});

describe('Every command about a group', () => {
  const inputs = [
    ['describeGroup', commands.describeGroup, { name: 'X' }],
    ['adoptCharter', commands.adoptCharter, { purpose: 'X' }],
    ['archiveGroup', commands.archiveGroup, {}],
  ] as const;
  it.each(inputs)('%s needs a group that exists and is open', (_name, command, input) => {
    given().when(command as never, { groupId, ...input }).thenRefused('no-such-group');
    given(founded, archived).when(command as never, { groupId, ...input }).thenRefused('group-archived');
  });
  it.each([['adoptCharter', commands.adoptCharter, { purpose: 'X' }], ['archiveGroup', commands.archiveGroup, {}]] as const)('%s is not about the future', (_name, command, input) => {
    given(founded).when(command as never, { groupId, ...input, occurredAt: LATER }).thenRefused('in-the-future');
  });
  it('reopening needs a group, and is not about the future', () => {
    given().when(commands.reopenGroup, { groupId }).thenRefused('no-such-group');
    given(founded, archived).when(commands.reopenGroup, { groupId, occurredAt: LATER }).thenRefused('in-the-future');
  });
});

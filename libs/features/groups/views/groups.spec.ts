import { viewOf } from '#event-sourcing-testing';
import { CharterAdopted, GroupArchived, GroupDescribed, GroupFounded, GroupReopened } from '../groups.events.js';
import { groupsView } from './groups.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const founded = GroupFounded.at(day(1), { groupId, name: 'G', timeZone: 'UTC' });
const blank = { id: groupId, name: 'G', timeZone: 'UTC', place: null, listed: false, foundedAt: day(1), status: 'active', archivedAt: null, archiveReason: null, charter: null, charterVersions: 0 };
const one = (...events: Parameters<typeof viewOf>[1]) => viewOf(groupsView, events)[groupId];
const charter = (version: number, n: number, more: object = {}) => CharterAdopted.at(day(n), { groupId, version, purpose: `p${version}`, domain: ['d'], ...more });

describe('The view of groups', () => {
  it('begins with the founding', () => {
    expect(one(founded)).toEqual(blank);
    expect(one(GroupDescribed.at(day(2), { groupId, name: 'H' }))).toBeUndefined();
  });
  it('keeps what was described, the later date winning', () => {
    expect(one(founded, GroupDescribed.at(day(3), { groupId, name: 'H', place: { text: 'Here' }, listed: true }), GroupDescribed.at(day(2), { groupId, name: 'Old', timeZone: 'Asia/Tokyo' }))).toEqual({ ...blank, name: 'H', timeZone: 'Asia/Tokyo', place: { text: 'Here' }, listed: true });
    expect(one(founded, GroupDescribed.at(day(3), { groupId, place: { text: 'Here' } }), GroupDescribed.at(day(4), { groupId, cleared: ['place'] }))).toEqual(blank);
  });
  it('has in force the charter adopted last, and counts all', () => {
    expect(one(founded, charter(1, 5, { practice: 'x' }), charter(2, 3))).toEqual({ ...blank, charter: { version: 1, purpose: 'p1', domain: ['d'], practice: 'x', adoptedAt: day(5) }, charterVersions: 2 });
    expect(one(founded, charter(1, 5), charter(2, 6))).toMatchObject({ charter: { version: 2, practice: null }, charterVersions: 2 });
  });
  it('is archived and open again, by date', () => {
    expect(one(founded, GroupArchived.at(day(4), { groupId, reason: 'Over' }))).toEqual({ ...blank, status: 'archived', archivedAt: day(4), archiveReason: 'Over' });
    expect(one(founded, GroupArchived.at(day(4), { groupId }))).toMatchObject({ archiveReason: null });
    expect(one(founded, GroupArchived.at(day(4), { groupId, reason: 'Over' }), GroupReopened.at(day(5), { groupId }))).toEqual(blank);
    expect(one(founded, GroupArchived.at(day(4), { groupId, reason: 'Over' }), GroupReopened.at(day(3), { groupId }))).toMatchObject({ status: 'archived' });
  });
  it('is found by name, place, purpose and domain', () => {
    expect(groupsView.search?.({ ...blank, place: { text: 'Here' }, charter: { version: 1, purpose: 'Learn', domain: ['a', 'b'], practice: null, adoptedAt: day(1) } } as never)).toEqual(['G', 'Here', 'Learn', 'a', 'b']);
    expect(groupsView.search?.(blank as never)).toEqual(['G', undefined, undefined]);
  });
});

import { mayRead } from '#event-sourcing';
import { viewOf } from '#event-sourcing-testing';
import * as facts from '../stories.events.js';
import { storyPolicy } from '../stories.policy.js';
import { storiesView } from './stories.js';

const storyId = '019a9d2c-7b40-7c3e-9f21-000000000060';
const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const meetingId = '019a9d2c-7b40-7c3e-9f21-000000000030';
const [ada, ben, cleo] = ['019a9d2c-7b40-7c3e-9f21-00000000000a', '019a9d2c-7b40-7c3e-9f21-00000000000b', '019a9d2c-7b40-7c3e-9f21-00000000000c'] as const;
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const about = { storyId, tellerId: ada, groupId };
const told = facts.StoryTold.at(day(1), { ...about, meetingId, title: 'A title', text: 'Some text', skills: ['Pricing'], toldTo: 'group' });
const toNetwork = facts.StoryTold.at(day(1), { storyId, tellerId: ada, title: 'A title', text: 'Some text', skills: [], toldTo: 'network' });
const revised = (n: number, more: object) => facts.StoryRevised.at(day(n), { ...about, ...more });
const acknowledged = (n: number, memberId: string, took: string | null) => facts.StoryAcknowledged.at(day(n), { ...about, toldTo: 'group', memberId, took });
const withdrawn = facts.StoryWithdrawn.at(day(9), { ...about, memberIds: [] });
const staff = ['administrator', 'auditor', 'integrator'];
const blank = {
  id: storyId, tellerId: ada, groupId, meetingId, title: 'A title', text: 'Some text', skills: ['Pricing'], aboutSkills: ['pricing'], toldTo: 'group', status: 'told', revisions: 0, toldAt: day(1), revisedAt: null,
  acknowledgements: [], audience: [...staff, `member:${ada}`, `group:${groupId}`],
};
const one = (...events: Parameters<typeof viewOf>[1]) => viewOf(storiesView, events)[storyId];

describe('The view of stories', () => {
  it('holds what was told, to whom and where', () => {
    expect(one(told)).toEqual(blank);
    expect(one(toNetwork)).toEqual({ ...blank, groupId: null, meetingId: null, skills: [], aboutSkills: [], toldTo: 'network', audience: [...staff, `member:${ada}`, 'member'] });
    expect(one(revised(2, { title: 'x' }))).toBeUndefined();
    expect(one(acknowledged(2, ben, 'x'))).toBeUndefined();
  });
  it('is revised in part, and counts its versions', () => {
    expect(one(told, revised(2, { title: 'Better', skills: ['Law', 'ÉTUDE'] }))).toEqual({ ...blank, title: 'Better', skills: ['Law', 'ÉTUDE'], aboutSkills: ['law', 'étude'], revisions: 1, revisedAt: day(2) });
    expect(one(told, revised(2, { title: 'Better' }), revised(3, { text: 'New' }))).toEqual({ ...blank, title: 'Better', text: 'New', revisions: 2, revisedAt: day(3) });
  });
  it('keeps what was said later, whatever is recorded last', () => {
    expect(one(told, revised(3, { title: 'Later' }), revised(2, { title: 'Earlier', text: 'New' }))).toMatchObject({ title: 'Later', text: 'New' });
    expect(one(facts.StoryTold.at(day(3), told.data), revised(2, { title: 'Earlier' }))).toMatchObject({ title: 'A title' });
  });
  it('has every event of its own by one tag', () => {
    expect(storiesView.tag?.(storyId)).toBe(`story:${storyId}`);
  });
  it('shows what others took from it, in the order they said so', () => {
    expect(one(told, acknowledged(3, cleo, 'Courage'), acknowledged(2, ben, 'Patience'))).toEqual({ ...blank, acknowledgements: [{ memberId: cleo, took: 'Courage', at: day(3) }, { memberId: ben, took: 'Patience', at: day(2) }] });
  });
  it('is for its teller alone once withdrawn, with all that was said of it', () => {
    expect(one(told, acknowledged(3, ben, 'Courage'), withdrawn)).toEqual({ ...blank, status: 'withdrawn', audience: [`member:${ada}`], acknowledgements: [{ memberId: ben, took: 'Courage', at: day(3) }] });
    expect(one(toNetwork, withdrawn)).toMatchObject({ status: 'withdrawn', audience: [`member:${ada}`] });
  });
  it('keeps what was erased as nothing', () => {
    const erased = facts.StoryTold.at(day(1), { ...told.data, title: null, text: null });
    expect(one(erased, revised(2, { title: null }), acknowledged(3, ben, null))).toEqual({ ...blank, title: null, text: null, revisions: 1, revisedAt: day(2), acknowledgements: [{ memberId: ben, took: null, at: day(3) }] });
    expect(storiesView.search?.({ ...blank, title: null, text: null } as never)).toEqual([null, null, 'Pricing']);
  });
  it('is found by its words and skills', () => {
    expect(storiesView.search?.(blank as never)).toEqual(['A title', 'Some text', 'Pricing']);
  });
});

describe('Who may read a story', () => {
  const { documents, events } = storyPolicy;
  const teller = { memberId: ada, groups: [], facilitates: [] };
  const fellow = { memberId: ben, groups: [groupId], facilitates: [] };
  const outsider = { memberId: ben, groups: ['another'], facilitates: ['another'] };
  const auditor = { role: 'auditor', groups: [], facilitates: [] } as const;
  const account = { accountId: ben, groups: [], facilitates: [] };
  it.each([
    ['group', 'told', [true, true, false, true, false]],
    ['network', 'told', [true, true, true, true, false]],
    ['group', 'withdrawn', [true, false, false, false, false]],
    ['network', 'withdrawn', [true, false, false, false, false]],
  ] as const)('told to %s, %s', (toldTo, status, expected) => {
    expect([teller, fellow, outsider, auditor, account].map((reader) => mayRead(documents.stories, { ...blank, toldTo, status } as never, reader))).toEqual(expected);
  });
  it('is decided for its events by the document of today', () => {
    expect(Object.keys(events).sort()).toEqual(facts.storyEvents.map(({ type }) => type).sort());
    for (const { document } of Object.values(events)) {
      expect(document).toMatchObject({ view: 'stories', policy: documents.stories });
      expect(document?.id(told as never)).toBe(storyId);
    }
    expect(storyPolicy.withdraws).toEqual(['StoryWithdrawn']);
  });
});

import type { NewEvent, RecordedEvent } from '#event-sourcing';
import { recorded } from '#event-sourcing-testing';
import { StoryAcknowledged, StoryRevised, StoryTold, StoryWithdrawn } from './stories.events.js';
import { storyProgress, storyTimeline } from './stories.timeline.js';

const [one, other] = ['019a9d2c-7b40-7c3e-9f21-000000000060', '019a9d2c-7b40-7c3e-9f21-000000000061'] as const;
const [groupId, otherGroup] = ['019a9d2c-7b40-7c3e-9f21-000000000020', '019a9d2c-7b40-7c3e-9f21-000000000021'] as const;
const meetingId = '019a9d2c-7b40-7c3e-9f21-000000000030';
const [ada, ben, cleo] = ['019a9d2c-7b40-7c3e-9f21-00000000000a', '019a9d2c-7b40-7c3e-9f21-00000000000b', '019a9d2c-7b40-7c3e-9f21-00000000000c'] as const;
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
const eventId = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;
const about = { storyId: one, tellerId: ada, groupId };
const told = (n: number, more: object = {}) => StoryTold.at(day(n), { ...about, meetingId, title: 'A title', text: 'Some text', skills: ['Pricing'], toldTo: 'group', ...more });
const acknowledged = (n: number, memberId: string, more: object = {}) => StoryAcknowledged.at(day(n), { ...about, toldTo: 'group', memberId, took: `by day ${n}`, ...more });
const withdrawn = (memberIds: string[]) => StoryWithdrawn.at(day(9), { ...about, memberIds });
const staff = ['administrator', 'auditor', 'integrator'];
const forGroup = [...staff, `member:${ada}`, `group:${groupId}`];

/** Of all that happened, what concerns a member is what their timeline is made of. */
const concerning = (facts: readonly NewEvent[], memberId: string): RecordedEvent[] => recorded(facts).filter(({ data }) => JSON.stringify(data).includes(memberId));
const entries = (facts: readonly NewEvent[], memberId: string) => storyTimeline.entries(concerning(facts, memberId), memberId);
const figures = (facts: readonly NewEvent[], memberId: string, more: object = {}, today = facts) =>
  storyProgress.figures(concerning(facts, memberId), memberId, { from: day(1), before: day(91), own: true, ...more }, concerning(today, memberId));

describe('Stories on a timeline', () => {
  const facts = [told(1), StoryRevised.at(day(2), { ...about, title: 'Better', skills: ['Law'] }), acknowledged(3, ben), acknowledged(4, cleo)];
  it('are what their teller taught, and again with each acknowledgement', () => {
    expect(entries(facts, ada)).toEqual([
      { id: eventId(1), kind: 'taught', what: 'story-told', occurredAt: day(1), groupId, meetingId, details: { storyId: one, status: 'told', skills: ['Law'], toldTo: 'group' }, eventIds: [eventId(1), eventId(2)], words: { version: eventId(1), texts: { title: 'Better' } }, audience: forGroup },
      { id: eventId(3), kind: 'taught', what: 'story-acknowledged', occurredAt: day(3), groupId, meetingId, memberIds: [ben], details: { storyId: one, status: 'told' }, eventIds: [eventId(3)], words: { version: eventId(3), texts: { title: 'Better', took: 'by day 3' } }, audience: forGroup },
      expect.objectContaining({ id: eventId(4), what: 'story-acknowledged', memberIds: [cleo] }),
    ]);
  });
  it('are what somebody learned who acknowledged them, as far as they may read them', () => {
    expect(entries(facts, ben)).toEqual([
      { id: eventId(3), kind: 'learned', what: 'acknowledged-story', occurredAt: day(3), groupId, memberIds: [ada], details: { storyId: one }, eventIds: [eventId(3)], words: { version: eventId(3), texts: { took: 'by day 3' } }, audience: [...forGroup, `member:${ben}`] },
    ]);
    expect(entries([told(1, { toldTo: 'network' }), acknowledged(3, ben, { toldTo: 'network' })], ben)[0]?.audience).toEqual([...staff, `member:${ada}`, 'member', `member:${ben}`]);
    // To whom it was told is not known: nobody but the fewest.
    expect(entries([acknowledged(3, ben, { toldTo: undefined })], ben)[0]?.audience).toEqual([...forGroup, `member:${ben}`]);
  });
  it('keep the words of any version, which are for the same people', () => {
    const versions = [facts.slice(0, 1), facts.slice(0, 2)].map((some) => entries(some, ada)[0]?.words);
    expect(versions).toEqual([{ version: eventId(1), texts: { title: 'A title' } }, { version: eventId(1), texts: { title: 'Better' } }]);
  });
  it('are for their teller alone once withdrawn', () => {
    const after = [...facts, withdrawn([ben, cleo])];
    expect(entries(after, ada).map(({ what, audience, details }) => [what, audience, details.status])).toEqual([['story-told', [`member:${ada}`], 'withdrawn'], ['story-acknowledged', [`member:${ada}`], 'withdrawn'], ['story-acknowledged', [`member:${ada}`], 'withdrawn']]);
    expect(entries(after, ben).map(({ audience }) => audience)).toEqual([[`member:${ada}`]]);
  });
  it('bear what was erased, and what is not known yet', () => {
    expect(entries([told(1, { title: null, text: null }), acknowledged(3, ben, { took: null })], ada).map(({ words }) => words?.texts)).toEqual([{ title: null }, { title: null, took: null }]);
    expect(entries([acknowledged(3, ben), StoryRevised.at(day(4), { ...about, title: 'x' })], ada)).toEqual([expect.objectContaining({ what: 'story-acknowledged', words: { version: eventId(1), texts: { took: 'by day 3' } } })]);
  });
  it('are made of their own events alone', () => {
    const reflected = { type: 'ReflectionRecorded', occurredAt: day(5), data: { reflectionId: other, storyId: one, authorId: ben, learnedFrom: [ada] } };
    expect(entries([told(1), reflected], ada)).toHaveLength(1);
    expect(storyTimeline.entries(recorded([reflected]), ada)).toEqual([]);
  });
  it('of one group or of none say where they come from', () => {
    expect(entries([StoryTold.at(day(1), { storyId: one, tellerId: ada, title: 't', text: 't', skills: [], toldTo: 'network' })], ada)).toEqual([expect.not.objectContaining({ groupId: expect.anything() })]);
  });
});

describe('Figures of stories', () => {
  const elsewhere = { storyId: other, groupId: otherGroup };
  const facts = [told(1), acknowledged(5, ben), acknowledged(6, cleo), told(90, elsewhere), acknowledged(91, ben, elsewhere)];
  it('count each story told and each acknowledgement, in the window in which it happened', () => {
    expect(figures(facts, ada)).toEqual({ taught: { storiesTold: 2, storiesAcknowledged: 2 } });
    expect(figures(facts, ada, { from: day(2), before: day(92) })).toEqual({ taught: { storiesTold: 1, storiesAcknowledged: 3 } });
    expect(figures(facts, ada, { from: day(6), before: day(90) })).toEqual({ taught: { storiesTold: 0, storiesAcknowledged: 1 } });
  });
  it('are of the groups asked for', () => {
    expect(figures(facts, ada, { own: false, before: day(92), groupIds: [otherGroup] })).toEqual({ taught: { storiesTold: 1, storiesAcknowledged: 1 } });
    expect(figures([told(1, { groupId: undefined, toldTo: 'network' })], ada, { own: false, groupIds: [groupId] })).toEqual({ taught: { storiesTold: 0, storiesAcknowledged: 0 } });
  });
  it('count nothing as taught by whoever acknowledged', () => {
    expect(figures(facts, ben)).toEqual({ taught: { storiesTold: 0, storiesAcknowledged: 0 } });
  });
  it('count what was withdrawn for its teller alone', () => {
    const after = [...facts, withdrawn([ben, cleo])];
    expect(figures(after, ada)).toEqual({ taught: { storiesTold: 2, storiesAcknowledged: 2 } });
    expect(figures(after, ada, { own: false })).toEqual({ taught: { storiesTold: 1, storiesAcknowledged: 0 } });
    // As of a day before: rights are today's.
    expect(figures(facts, ada, { own: false }, after)).toEqual({ taught: { storiesTold: 1, storiesAcknowledged: 0 } });
    expect(figures(facts, ada, {}, after)).toEqual({ taught: { storiesTold: 2, storiesAcknowledged: 2 } });
  });
});

/** The sample community: told relative to the moment of loading, through the real rules, with late entries and corrections. */
import { loadSamples } from '../../samples/load.js';
import { ok, startTestService, temporaryFolder, testConfig, type TestService } from './api.js';
import { at } from './world.js';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const before = (now: string, days: number) => new Date(Date.parse(now) - days * DAY).toISOString();

async function told<T>(now: string, work: (api: TestService, loaded: Awaited<ReturnType<typeof loadSamples>>) => Promise<T>): Promise<T> {
  const folder = temporaryFolder();
  const loaded = await loadSamples(testConfig(folder.path), now);
  const api = await startTestService({ folder: folder.path });
  try {
    await api.service.runtime.projector.waitFor(await api.service.runtime.log.head());
    return await work(api, loaded);
  } finally {
    await api.stop();
    folder.remove();
  }
}

// Around the change of clocks, on a leap day, at new year, and a moment ago.
it.each(['2026-03-29T01:30:00.000Z', '2028-02-29T12:00:00.000Z'])('told at %s, it is whole', async (now) => {
  await told(now, async (api, loaded) => {
    const text = await (await api.raw('/api/v1/events', { headers: { accept: 'application/x-ndjson' } })).text();
    const events = text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as { type: string; time: string; recordedtime: string; withheld?: true });
    expect(events).toHaveLength(loaded.events);
    // Nothing happens in the future, and the log grows in the order of the story.
    for (const event of events) expect(event.time <= now && event.recordedtime <= now).toBe(true);
    expect(events.map((event) => event.recordedtime)).toEqual(events.map((event) => event.recordedtime).sort());
    // Late entries, and corrections of what was recorded days before.
    expect(events.filter((event) => Date.parse(event.recordedtime) - Date.parse(event.time) > DAY).length).toBeGreaterThan(5);
    expect(events.some((event) => event.type === 'relocon.AttendanceCorrected')).toBe(true);
    for (const type of ['MembershipRequested', 'MembershipDeclined', 'MemberLeft', 'ApologyReceived', 'MeetingCancelled', 'MeetingRescheduled', 'MeetingClosed', 'ReflectionShared', 'ReflectionValueConfirmed', 'TimePledged', 'IntroductionSuggested', 'IntroductionAccepted']) {
      expect([type, events.some((event) => event.type === `relocon.${type}`)]).toEqual([type, true]);
    }
    // No window is empty: somebody came in each of the last months, and there is something to come.
    const { items: meetings } = await ok(api.admin.GET('/api/v1/meetings', { params: { query: { limit: 100, sort: '-startsAt' } } }));
    expect(meetings.some((meeting) => meeting.startsAt > now)).toBe(true);
    for (let month = 0; month < 6; month++) {
      const held = meetings.filter((meeting) => meeting.startsAt < before(now, month * 30) && meeting.startsAt >= before(now, (month + 1) * 30));
      expect([month, held.some((meeting) => meeting.attendance.present > 0)]).toEqual([month, true]);
    }
  });
});

const CAME = ['present', 'late', 'substitute'];

// Where the weeks would have led to 1 January and to 25 December, late on an evening on which they meet, and a moment ago.
it.each(['2026-10-27T19:30:00.000Z', new Date(Date.now() - 60_000).toISOString()])('told at %s, it does not contradict itself', async (now) => {
  await told(now, async (api) => {
    const all = { limit: 100 };
    const { items: meetings } = await ok(api.admin.GET('/api/v1/meetings', { params: { query: all } }));
    const { items: members } = await ok(api.admin.GET('/api/v1/members', { params: { query: all } }));
    const meetingOf = new Map(meetings.map((meeting) => [meeting.id, meeting]));
    // Every meeting has a title of its own in its group, and none is on a holiday.
    expect(new Set(meetings.map((meeting) => `${meeting.groupId} ${meeting.title}`)).size).toBe(meetings.length);
    expect(meetings.filter((meeting) => /-(01-01|12-25)T/.test(meeting.localStart))).toEqual([]);
    const outcomes = new Map<string, string | undefined>();
    const reflected = [];
    for (const member of members) {
      const { items } = await ok((await api.as({ memberId: member.id })).GET('/api/v1/members/{id}/timeline', { params: { ...at(member.id), query: all } }));
      const attended = items.filter((item) => item.kind === 'attendance');
      for (const { meetingId, details } of attended) outcomes.set(`${member.id} ${meetingId}`, details.outcome as string | undefined);
      reflected.push(...items.filter((item) => item.what === 'reflected').map((item) => ({ ...item, authorId: member.id })));
      // Nobody is in two places at once.
      const sat = attended.filter((item) => [...CAME, 'visitor'].includes(item.what)).map((item) => meetingOf.get(item.meetingId as string) as (typeof meetings)[number]);
      const byStart = sat.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
      for (const [index, meeting] of byStart.slice(1).entries()) expect([member.displayName, (byStart[index]?.endsAt as string) <= meeting.startsAt]).toEqual([member.displayName, true]);
    }
    const onMeetings = reflected.filter((item) => item.meetingId !== undefined);
    expect(onMeetings.length).toBeGreaterThan(20);
    for (const { authorId, meetingId, memberIds = [], occurredAt, words } of onMeetings) {
      const meeting = meetingOf.get(meetingId as string) as (typeof meetings)[number];
      const outcome = (memberId: string) => outcomes.get(`${memberId} ${meetingId}`);
      const said = { what: words?.what, at: meeting.title };
      // Whoever reflects on a meeting came to it, as did those they learned from; it had begun, and its roll call is there.
      expect({ ...said, author: CAME.includes(outcome(authorId) ?? 'nothing') }).toEqual({ ...said, author: true });
      for (const memberId of memberIds) expect({ ...said, teacher: [...CAME, 'visitor'].includes(outcome(memberId) ?? 'nothing') }).toEqual({ ...said, teacher: true });
      expect({ ...said, after: occurredAt > meeting.startsAt, status: meeting.status }).toEqual({ ...said, after: true, status: 'closed' });
      expect(meeting.attendance.present).toBeGreaterThan(0);
    }
  });
});

it('makes member pages worth reading, and two days that knew different things', async () => {
  const now = new Date(Date.now() - 60_000).toISOString();
  await told(now, async (api, { memberId, correction: { title, asOf, knownAt } }) => {
    const client = await api.as({ memberId });
    const timeline = await ok(client.GET('/api/v1/members/{id}/timeline', { params: { ...at(memberId), query: { limit: 100 } } }));
    expect(new Set(timeline.items.map((item) => item.kind))).toEqual(new Set(['profile', 'membership', 'attendance', 'learned', 'taught']));
    expect(timeline.items.length).toBeGreaterThan(20);
    const progress = await ok(client.GET('/api/v1/members/{id}/progress', { params: at(memberId) }));
    expect(progress.attendance.expected).toBeGreaterThan(2);
    expect(progress.learned.reflections).toBeGreaterThan(0);
    expect(progress.time.attendedHours).toBeGreaterThan(0);
    expect(progress.time.pledgedHours).toBeGreaterThan(0);
    // She seeks bookkeeping, which Jonas offers; they sat beside each other lately.
    const { items: teachers } = await ok(client.GET('/api/v1/members/{id}/learn-from', { params: at(memberId) }));
    expect(teachers).toEqual([expect.objectContaining({ displayName: 'Jonas Weber', skills: ['bookkeeping'], parts: { skills: 50, reciprocity: 10, availability: 15, notMetRecently: 0, sameDomain: 5 } })]);
    // Somebody's attendance was corrected: what we knew before differs from what we know now, about the same day.
    const { items } = await ok(api.admin.GET('/api/v1/events', { params: { query: { type: 'AttendanceCorrected' } } }));
    const [event] = items;
    const data = event?.data as { memberId: string; meetingId: string };
    const known = async (knownAt: string) =>
      (await ok(api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(data.memberId), query: { knownAt, limit: 100 } } }))).items.find((item) => item.meetingId === data.meetingId)?.details;
    expect(await known(before(event?.recordedtime as string, 0.01))).not.toEqual(await known(now));
    // What the demo invites to try.
    const shown = async (query: object) => {
      const { items, names } = await ok(client.GET('/api/v1/members/{id}/timeline', { params: { ...at(memberId), query: { asOf, limit: 3, ...query } } }));
      return items.filter((item) => item.kind === 'attendance' && names.meetings[item.meetingId as string] === title).map((item) => item.what);
    };
    expect([await shown({}), await shown({ knownAt })]).toEqual([['present'], ['absent']]);
  });
});

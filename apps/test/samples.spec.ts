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
it.each(['2026-03-29T01:30:00.000Z', '2028-02-29T12:00:00.000Z', '2026-01-01T00:00:01.000Z', new Date(Date.now() - 60_000).toISOString()])('told at %s, it is whole', async (now) => {
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
    for (const type of ['MembershipRequested', 'MembershipDeclined', 'MemberLeft', 'ApologyReceived', 'MeetingCancelled', 'MeetingRescheduled', 'MeetingClosed', 'ReflectionShared', 'ReflectionValueConfirmed', 'TimePledged']) {
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

it('makes member pages worth reading, and two days that knew different things', async () => {
  const now = new Date(Date.now() - 60_000).toISOString();
  await told(now, async (api, { memberId }) => {
    const client = await api.as({ memberId });
    const timeline = await ok(client.GET('/api/v1/members/{id}/timeline', { params: { ...at(memberId), query: { limit: 100 } } }));
    expect(new Set(timeline.items.map((item) => item.kind))).toEqual(new Set(['profile', 'membership', 'attendance', 'learned', 'taught']));
    expect(timeline.items.length).toBeGreaterThan(20);
    const progress = await ok(client.GET('/api/v1/members/{id}/progress', { params: at(memberId) }));
    expect(progress.attendance.expected).toBeGreaterThan(2);
    expect(progress.learned.reflections).toBeGreaterThan(0);
    expect(progress.time.attendedHours).toBeGreaterThan(0);
    expect(progress.time.pledgedHours).toBeGreaterThan(0);
    // Somebody's attendance was corrected: what we knew before differs from what we know now, about the same day.
    const { items } = await ok(api.admin.GET('/api/v1/events', { params: { query: { type: 'AttendanceCorrected' } } }));
    const [event] = items;
    const data = event?.data as { memberId: string; meetingId: string };
    const known = async (knownAt: string) =>
      (await ok(api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(data.memberId), query: { knownAt, limit: 100 } } }))).items.find((item) => item.meetingId === data.meetingId)?.details;
    expect(await known(before(event?.recordedtime as string, 0.01))).not.toEqual(await known(now));
  });
});

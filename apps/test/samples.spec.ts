/** The sample community: told relative to the moment of loading, through the real rules; what the API tells of it, counted once more by hand. */
import { plus } from '#event-sourcing';
import { features } from '../api/features.js';
import { loadSamples, type Loaded } from '../../samples/load.js';
import { ok, startTestService, temporaryFolder, testConfig, type Client, type TestService } from './api.js';
import { recountProgress, type PublishedEvent } from './recount.js';
import { at } from './world.js';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const daysBefore = (now: string, days: number): string => plus(now, -days * DAY);
const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** What has no place in a story that is told to newcomers. */
const NOT_TOLD: Record<string, string> = {
  PersonalDataErased: 'nobody of them has asked to be forgotten',
  CalendarSubscribed: 'an address for a calendar is a secret of whoever made it',
  CalendarRevoked: 'the same',
};
/** Of how people sign in, and of what readers do. */
const NOT_OF_THE_DOMAIN = ['accounts', 'keys', 'reveals'];

type Asked = { limit: number; cursor?: string };
interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list, however long. */
async function all<T>(list: (query: Asked) => Promise<{ data?: Page<T>; error?: unknown; response: Response }>): Promise<T[]> {
  const found: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = (await ok(list({ limit: 100, ...(cursor !== undefined && { cursor }) }))) as unknown as Page<T>;
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
}

function eventsIn(ndjson: string): PublishedEvent[] {
  return ndjson.split('\n').filter(Boolean).map((line) => JSON.parse(line) as PublishedEvent);
}

/** Everything that is listed, each member’s own as they read it themselves. */
async function read(api: TestService) {
  const { admin } = api;
  const events = eventsIn(await (await api.raw('/api/v1/events', { headers: { accept: 'application/x-ndjson' } })).text());
  const members = await all((query) => admin.GET('/api/v1/members', { params: { query } }));
  const groups = await all((query) => admin.GET('/api/v1/groups', { params: { query } }));
  const memberships = await all((query) => admin.GET('/api/v1/memberships', { params: { query } }));
  const meetings = await all((query) => admin.GET('/api/v1/meetings', { params: { query } }));
  const attendances = await all((query) => admin.GET('/api/v1/attendances', { params: { query } }));
  const help = await all((query) => admin.GET('/api/v1/help-exchanges', { params: { query } }));
  const actions = await all((query) => admin.GET('/api/v1/actions', { params: { query } }));
  const reviews = await all((query) => admin.GET('/api/v1/alignment-reviews', { params: { query } }));
  const introductions = await all((query) => admin.GET('/api/v1/introductions', { params: { query } }));
  const clients = new Map<string, Client>();
  for (const { id } of members) clients.set(id, await api.as({ memberId: id }));
  const own = await Promise.all(
    members.map(async ({ id }) => {
      const client = clients.get(id) as Client;
      return {
        reflections: await all((query) => client.GET('/api/v1/reflections', { params: { query: { ...query, authorId: id } } })),
        stories: await all((query) => client.GET('/api/v1/stories', { params: { query: { ...query, tellerId: id } } })),
        timeline: await all((query) => client.GET('/api/v1/members/{id}/timeline', { params: { ...at(id), query } })),
      };
    }),
  );
  const reflections = own.flatMap((each) => each.reflections);
  const stories = own.flatMap((each) => each.stories);
  const timelines = new Map(members.map(({ id }, index) => [id, own[index]?.timeline ?? []]));
  return { events, members, groups, memberships, meetings, attendances, help, actions, reviews, introductions, reflections, stories, timelines, clients };
}

type Community = Awaited<ReturnType<typeof read>>;

const THERE: readonly unknown[] = ['present', 'late', 'substitute', 'visitor'];

// On a leap day, before a series meets on 1 May; late on an evening on which they meet, where the weeks would lead to 1 January and 25 December; a moment ago.
describe.each(['2028-02-29T12:00:00.000Z', '2026-10-27T19:30:00.000Z', new Date(Date.now() - 60_000).toISOString()])('The sample community, told at %s', (now) => {
  const folder = temporaryFolder();
  let [loaded, api, community] = [] as unknown as [Loaded, TestService, Community];
  beforeAll(async () => {
    loaded = await loadSamples(testConfig(folder.path), now);
    api = await startTestService({ folder: folder.path, clock: () => plus(now, 60_000) });
    await api.service.runtime.projector.waitFor(await api.service.runtime.log.head());
    community = await read(api);
  });
  afterAll(async () => {
    await api.stop();
    folder.remove();
  });

  const groupNamed = (name: string): string => community.groups.find((group) => group.name === name)?.id as string;
  const outcome = (memberId: string, meetingId: unknown): unknown => community.attendances.find((each) => each.memberId === memberId && each.meetingId === meetingId)?.outcome;
  const periodsOf = (groupId: string | null, memberId: string) => community.memberships.find((each) => each.groupId === groupId && each.memberId === memberId)?.periods ?? [];
  const belonged = (groupId: string | null, memberId: string, then: string): boolean => periodsOf(groupId, memberId).some(({ from, to }) => from <= then && (to === undefined || then < to));
  const activeIn = (groupId: string): string[] => community.memberships.flatMap((each) => (each.groupId === groupId && each.status === 'active' ? [each.memberId] : []));

  it('is whole, and nothing of it lies in the future', () => {
    const { events } = community;
    expect(events).toHaveLength(loaded.events);
    for (const { time, recordedtime } of events) expect(time <= now && recordedtime <= now).toBe(true);
    // The log grows in the order of the story.
    expect(events.map(({ recordedtime }) => recordedtime)).toEqual(events.map(({ recordedtime }) => recordedtime).sort());
    // Late entries, and corrections of what was recorded days before.
    expect(events.filter(({ time, recordedtime }) => Date.parse(recordedtime) - Date.parse(time) > DAY).length).toBeGreaterThan(5);
  });

  it('tells all of the domain: each type of event, but those that have no place in it', () => {
    const types = features.filter(({ name }) => !NOT_OF_THE_DOMAIN.includes(name)).flatMap((feature) => feature.events.map(({ type }) => type));
    const told = new Set(community.events.map(({ type }) => type.replace('relocon.', '')));
    expect(types.filter((type) => !told.has(type)).sort()).toEqual(Object.keys(NOT_TOLD).sort());
  });

  it('is about forty people in four groups, who come, leave and come back', () => {
    const { members, groups, memberships } = community;
    expect(members.length).toBeGreaterThanOrEqual(38);
    expect(members.length).toBeLessThanOrEqual(42);
    expect(members).toHaveLength(loaded.people);
    expect(groups.map(({ name }) => [name, activeIn(groupNamed(name)).length >= 9, activeIn(groupNamed(name)).length <= 16]).sort()).toEqual(['Co-op Builders', 'Harbour Makers', 'Second Shift', 'War Story Circle'].map((name) => [name, true, true]));
    // Some belong to several, some have left, some wait, some came back.
    const inSeveral = members.filter(({ id }) => groups.filter((group) => activeIn(group.id).includes(id)).length > 1);
    expect(inSeveral.length).toBeGreaterThan(6);
    for (const status of ['left', 'requested', 'declined']) expect([status, memberships.some((each) => each.status === status)]).toEqual([status, true]);
    expect(memberships.filter(({ periods }) => periods.length === 2)).toHaveLength(2);
    for (const { displayName, offers, seeks, timeZone } of members) expect([displayName, offers.length > 0, seeks.every(({ level }) => level !== null), timeZone !== null]).toEqual([displayName, true, true, true]);
  });

  it('has nobody in two places, and nobody meets on a holiday', () => {
    const { members, meetings, attendances } = community;
    const meetingOf = new Map(meetings.map((meeting) => [meeting.id, meeting]));
    const held = meetings.filter(({ status }) => status === 'closed');
    expect(unique(held.map(({ title }) => title))).toHaveLength(held.length);
    expect(meetings.filter((meeting) => /-(01-01|05-01|12-2[4-6]|12-31)T/.test(meeting.localStart))).toEqual([]);
    for (const { id, displayName } of members) {
      const sat = attendances.filter((each) => each.memberId === id && THERE.includes(each.outcome)).map(({ meetingId }) => meetingOf.get(meetingId) as (typeof meetings)[number]);
      const byStart = sat.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
      for (const [index, meeting] of byStart.slice(1).entries()) expect([displayName, (byStart[index]?.endsAt as string) <= meeting.startsAt]).toEqual([displayName, true]);
    }
    // A series goes on after today, with an evening moved and one cancelled, and those after its change begin later.
    const ofSeries = meetings.filter((each) => each.groupId === groupNamed('Second Shift') && each.title !== 'Daylight breakfast');
    expect(ofSeries.every(({ seriesId }) => seriesId !== null)).toBe(true);
    expect(ofSeries.filter(({ startsAt, status }) => startsAt > now && status === 'scheduled').length).toBeGreaterThan(4);
    expect(ofSeries.filter(({ status }) => status === 'cancelled')).toHaveLength(1);
    expect(ofSeries.some(({ occurrence, localStart }) => occurrence !== localStart.slice(0, 10))).toBe(true);
    expect(unique(ofSeries.map(({ localStart }) => localStart.slice(11))).sort()).toEqual(['20:00:00', '20:30:00']);
  });

  it('has reflections by those who were part of what they reflect on', () => {
    const { meetings, reflections, help, actions, stories } = community;
    const counted = { meeting: 0, help: 0, action: 0, story: 0, self: 0 };
    for (const { context, authorId, learnedFrom, reflectedAt, what, meetingId } of reflections) {
      counted[context.kind]++;
      const said = { what, of: context.kind };
      const { id } = context;
      if (context.kind === 'meeting') {
        const meeting = meetings.find((each) => each.id === meetingId);
        expect({ ...said, after: reflectedAt > (meeting?.startsAt ?? ''), status: meeting?.status }).toEqual({ ...said, after: true, status: 'closed' });
        expect({ ...said, author: THERE.includes(outcome(authorId, id)) }).toEqual({ ...said, author: true });
        for (const teacher of learnedFrom) expect({ ...said, teacher: THERE.includes(outcome(teacher, id)) }).toEqual({ ...said, teacher: true });
      }
      const exchange = help.find((each) => each.id === id);
      if (context.kind === 'help') expect({ ...said, part: exchange?.memberIds.includes(authorId), after: reflectedAt > (exchange?.givenAt ?? '') }).toEqual({ ...said, part: true, after: true });
      const action = actions.find((each) => each.id === id);
      if (context.kind === 'action') expect({ ...said, part: [action?.ownerId, ...(action?.helperIds ?? [])].includes(authorId), after: reflectedAt > (action?.endedAt ?? '~') }).toEqual({ ...said, part: true, after: true });
      const story = stories.find((each) => each.id === id);
      const heard = story?.tellerId === authorId || story?.acknowledgements.some(({ memberId }) => memberId === authorId) || THERE.includes(outcome(authorId, story?.meetingId));
      if (context.kind === 'story') expect({ ...said, heard, after: reflectedAt > (story?.toldAt ?? '~') }).toEqual({ ...said, heard: true, after: true });
    }
    expect(counted.meeting).toBeGreaterThan(100);
    for (const [kind, count] of Object.entries(counted)) expect([kind, count > 2]).toEqual([kind, true]);
    for (const value of ['immediate', 'potential', 'applied', 'realised', 'transformative']) expect([value, reflections.filter((each) => each.value === value).length > 10]).toEqual([value, true]);
    for (const visibility of ['private', 'facilitator', 'group', 'network']) expect([visibility, reflections.filter((each) => each.visibility === visibility).length > 5]).toEqual([visibility, true]);
    // Several by each who belongs to a group, apart from those who have just asked.
    for (const { id, displayName } of community.members) {
      if (community.groups.some((group) => activeIn(group.id).includes(id))) expect([displayName, reflections.filter(({ authorId }) => authorId === id).length >= 3]).toEqual([displayName, true]);
    }
  });

  it('has value stories that go all the way', async () => {
    const { reflections, clients } = community;
    const authors = new Set<string>();
    for (const { id, authorId } of reflections.filter(({ value, buildsOn }) => value === 'transformative' && buildsOn)) {
      const { values } = await ok((clients.get(authorId) as Client).GET('/api/v1/reflections/{id}/value-story', { params: at(id) }));
      const corroborated = values.filter(({ valueStatus }) => valueStatus === 'corroborated').map(({ value }) => value);
      if (values.length === 5) expect([authorId, corroborated]).toEqual([authorId, ['applied', 'realised']]);
      if (values.length === 5) authors.add(authorId);
    }
    expect(authors.size).toBeGreaterThanOrEqual(3);
  });

  it('has help that those who received it confirm or dispute', () => {
    const { help, events } = community;
    for (const { giverId, receiverIds, confirmedBy, disputes, note } of help) {
      for (const id of [...confirmedBy, ...disputes.map(({ memberId }) => memberId)]) expect([note, receiverIds.includes(id), id !== giverId]).toEqual([note, true, true]);
    }
    const counts = Object.fromEntries(['offered', 'withdrawn', 'recorded', 'confirmed', 'disputed'].map((status) => [status, help.filter((each) => each.status === status).length]));
    expect(counts.confirmed).toBeGreaterThan(60);
    for (const status of ['offered', 'withdrawn', 'disputed']) expect([status, (counts[status] as number) >= 2 && (counts[status] as number) < 8]).toEqual([status, true]);
    expect(counts.recorded).toBeGreaterThan(0);
    // One who disputed it has confirmed it since; some exchanges taught several.
    expect(help.filter(({ disputes, confirmedBy }) => disputes.some(({ memberId }) => confirmedBy.includes(memberId)))).toHaveLength(1);
    expect(help.filter(({ receiverIds }) => receiverIds.length > 1).length).toBeGreaterThan(5);
    const confirmations = events.filter(({ type }) => type === 'relocon.HelpConfirmed').map(({ data }) => data as { confirmedBy: string; receiverIds: string[]; giverId: string });
    for (const { confirmedBy, receiverIds, giverId } of confirmations) expect(receiverIds.includes(confirmedBy) && confirmedBy !== giverId).toBe(true);
  });

  it('has stories that are worth reading, and others say what they took from them', () => {
    const { stories } = community;
    expect(stories.filter(({ toldTo }) => toldTo === 'network').length).toBeGreaterThan(4);
    expect(stories.filter(({ toldTo }) => toldTo === 'group').length).toBeGreaterThan(4);
    expect(stories.filter(({ status }) => status === 'withdrawn')).toHaveLength(1);
    expect(stories.filter(({ revisions }) => revisions > 0).length).toBeGreaterThan(1);
    expect([stories.length >= 12, stories.length <= 18]).toEqual([true, true]);
    for (const { title, text, tellerId, groupId, meetingId, toldTo, toldAt, acknowledgements } of stories) {
      const words = (text ?? '').split(/\s+/).length;
      expect([title, words >= 120, words <= 350]).toEqual([title, true, true]);
      expect([title, THERE.includes(outcome(tellerId, meetingId))]).toEqual([title, true]);
      expect([title, acknowledgements.length >= 2]).toEqual([title, true]);
      for (const { memberId, at: when } of acknowledgements) {
        expect([title, memberId !== tellerId, when > toldAt]).toEqual([title, true, true]);
        if (toldTo === 'group') expect([title, belonged(groupId, memberId, when)]).toEqual([title, true]);
      }
    }
  });

  it('has actions that were moved, done, dropped and are open, on the next agendas', async () => {
    const { actions, meetings, groups } = community;
    for (const status of ['open', 'completed', 'dropped']) expect([status, actions.filter((each) => each.status === status).length > 4]).toEqual([status, true]);
    expect(actions.some(({ renegotiated }) => renegotiated.length === 2)).toBe(true);
    for (const { title, ownerId, helperIds, meetingId } of actions) expect([title, THERE.includes(outcome(ownerId, meetingId)), !helperIds.includes(ownerId)]).toEqual([title, true, true]);
    for (const { id, name } of groups) {
      const next = meetings.filter(({ groupId, status, startsAt }) => groupId === id && status === 'scheduled' && startsAt > now).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0];
      const agenda = await ok(api.admin.GET('/api/v1/meetings/{id}/agenda', { params: at(next?.id as string) }));
      expect([name, agenda.actions.length]).toEqual([name, actions.filter(({ groupId, status }) => groupId === id && status === 'open').length]);
      // Something is due, something is not yet.
      expect([name, agenda.actions.some(({ due }) => due), agenda.actions.some(({ due }) => !due)]).toEqual([name, true, true]);
    }
  });

  it('has reviews whose decisions follow from the log, and the directory lists those in force', async () => {
    const { reviews, groups } = community;
    const byGroup = (name: string) => reviews.filter(({ groupId }) => groupId === groupNamed(name)).map(({ status, decision }) => [status, decision?.verdict, decision?.provisional]);
    expect(byGroup('Co-op Builders').sort()).toEqual([['decided', 'aligned', false], ['replaced', 'emerging', false]]);
    expect(byGroup('Harbour Makers')).toEqual([['decided', 'emerging', false]]);
    expect(byGroup('War Story Circle')).toEqual([['decided', 'emerging', true]]);
    expect(byGroup('Second Shift').sort()).toEqual([['appealed', 'notYet', false], ['open', undefined, undefined]]);
    for (const { id, decision, groupId, levels } of reviews) {
      if (!decision) continue;
      const audit = await ok(api.admin.GET('/api/v1/alignment-reviews/{id}/audit', { params: at(id) }));
      expect([groupId, audit.parts.filter(({ agrees }) => !agrees)]).toEqual([groupId, []]);
      expect([groupId, levels.flatMap(({ evidence }) => evidence).length >= 2]).toEqual([groupId, true]);
    }
    const second = reviews.find(({ appealOf }) => appealOf !== null);
    expect(second?.reviewer).not.toEqual(reviews.find(({ id }) => id === second?.appealOf)?.reviewer);
    const listed = (await (await fetch(`${api.url}/api/public/directory`)).json()) as { items: { name: string; place: { text: string } | null; alignment: { verdict: string } }[] };
    expect(listed.items.map(({ name, place, alignment }) => [name, place !== null, alignment.verdict])).toEqual([['Co-op Builders', true, 'aligned'], ['Harbour Makers', true, 'emerging'], ['War Story Circle', true, 'emerging']]);
    // Pulses are told of where five and more have answered.
    const pulses = await ok(api.admin.GET('/api/v1/trust-pulses', { params: { query: { limit: 100 } } }));
    const names = pulses.items.map(({ groupId, answered, totals }) => [groups.find(({ id }) => id === groupId)?.name, totals.every(({ answers }) => answers.reduce((sum, count) => sum + count, 0) === answered)]);
    expect(names.sort()).toEqual([['Co-op Builders', true], ['Co-op Builders', true], ['Harbour Makers', true], ['Harbour Makers', true]]);
  });

  it('has introductions across circles: waiting, accepted and declined, with reasons', () => {
    const { introductions } = community;
    for (const status of ['suggested', 'accepted', 'declined']) expect([status, introductions.filter((each) => each.status === status).length > 2]).toEqual([status, true]);
    const together = introductions.filter(({ memberIds: [one, other] }) => community.groups.some((group) => [one, other].every((id) => activeIn(group.id).includes(id as string))));
    expect(introductions.length - together.length).toBeGreaterThan(4);
    for (const { score, reasonsForSeeker = [], reasonsForTeacher = [] } of introductions) expect([(score ?? 0) > 0, reasonsForSeeker.length > 0, reasonsForTeacher.length > 0]).toEqual([true, true, true]);
  });

  it('repeats no words', () => {
    const { reflections, stories, help, actions, introductions, reviews, meetings } = community;
    const texts = [
      ...reflections.flatMap(({ what, soWhat, nowWhat }) => [what, soWhat, nowWhat]),
      ...stories.flatMap(({ title, text, acknowledgements }) => [title, text, ...acknowledgements.map(({ took }) => took)]),
      ...help.flatMap(({ note, disputes }) => [note, ...disputes.map(({ reason }) => reason)]),
      ...actions.flatMap(({ title, details, outcome: done, reason, renegotiated }) => [title, details, done, reason, ...renegotiated.map((each) => each.reason)]),
      ...introductions.flatMap(({ note, declineReason }) => [note, declineReason]),
      ...reviews.flatMap(({ levels, decision, appeal }) => [...levels.map(({ note }) => note), decision?.explanation, appeal?.reason]),
      ...meetings.filter(({ status }) => status === 'closed').map(({ title }) => title),
    ].filter((text) => text !== null && text !== undefined);
    expect(texts.length).toBeGreaterThan(600);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('has members who learned, taught, helped and acted', () => {
    const whole = [...community.timelines].filter(([, entries]) => ['attendance', 'learned', 'taught', 'helped', 'acted'].every((kind) => entries.some((entry) => entry.kind === kind)));
    expect(whole.length).toBeGreaterThan(28);
  });

  it('has figures that say something, and that come out again by hand', async () => {
    const { groups, help, reflections, meetings, attendances } = community;
    const end = plus(now, 60_001);
    for (const group of groups) {
      const health = await ok(api.admin.GET('/api/v1/groups/{id}/health', { params: { ...at(group.id), query: { months: 4 } } }));
      const lately = (when: string | null, days: number): boolean => when !== null && when >= daysBefore(end, days) && when < end;
      const given = help.filter((each) => each.groupId === group.id && each.confirmedBy.length > 0);
      // North star: who gave, received and applied something in thirty days.
      const active = activeIn(group.id);
      const month = given.filter(({ givenAt }) => lately(givenAt, 30));
      const there = active.filter((id) => {
        const applied = reflections.some(({ authorId, groupId, value, reflectedAt }) => authorId === id && groupId === group.id && ['applied', 'realised', 'transformative'].includes(value) && lately(reflectedAt, 30));
        return applied && month.some(({ giverId }) => giverId === id) && month.some(({ confirmedBy }) => confirmedBy.includes(id));
      });
      expect([group.name, health.northStar.there, health.northStar.activeMembers]).toEqual([group.name, there.length, active.length]);
      if (group.name === 'Co-op Builders') expect([(health.northStar.share ?? 0) > 0.1, (health.northStar.share ?? 1) < 0.9]).toEqual([true, true]);
      // Hours given and received in ninety days, which differ: some was received by several.
      const quarter = given.filter(({ givenAt }) => lately(givenAt, 90));
      const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
      const gave = quarter.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
      const got = quarter.reduce((sum, { minutes, confirmedBy }) => sum + (minutes ?? 0) * confirmedBy.length, 0);
      expect([group.name, health.help.hoursGiven, health.help.hoursReceived, gave > 0]).toEqual([group.name, hours(gave), hours(got), true]);
      expect([group.name, health.help.membersGivingAndReceiving > 0]).toEqual([group.name, true]);
      // Each of the last three months that are over: they met, came, and wrote of it.
      for (const { month: name, meetings: count, came, reflectedOn } of health.months.slice(0, 3)) {
        const held = meetings.filter(({ groupId, status, localStart }) => groupId === group.id && status === 'closed' && localStart.startsWith(name)).map(({ id }) => id);
        const present = attendances.filter(({ meetingId, memberId, outcome: of, startsAt }) => held.includes(meetingId) && THERE.includes(of) && of !== 'visitor' && belonged(group.id, memberId, startsAt));
        expect([group.name, name, count, came, reflectedOn > 0, count > 0]).toEqual([group.name, name, held.length, present.length, true, true]);
      }
    }
  });

  it('tells of each member’s year what the events of the log come to', async () => {
    for (const { id, displayName } of community.members) {
      const { memberId: _, moment: __, window, ...figures } = await ok((community.clients.get(id) as Client).GET('/api/v1/members/{id}/progress', { params: { ...at(id), query: { days: 365 } } }));
      const { secret } = community.clients.get(id) as Client & { secret: string };
      const theirs = eventsIn(await (await api.raw('/api/v1/events', { key: secret, headers: { accept: 'application/x-ndjson' } })).text());
      expect([displayName, figures]).toEqual([displayName, recountProgress(id, theirs, community.events, window)]);
    }
  });

  it('makes member pages worth reading, and two days that knew different things', async () => {
    const { memberId, correction: { title, asOf, knownAt } } = loaded;
    const client = community.clients.get(memberId) as Client;
    const timeline = community.timelines.get(memberId) ?? [];
    expect(new Set(timeline.map((item) => item.kind))).toEqual(new Set(['profile', 'membership', 'attendance', 'learned', 'taught', 'helped', 'acted']));
    const progress = await ok(client.GET('/api/v1/members/{id}/progress', { params: at(memberId) }));
    expect(progress.attendance.expected).toBeGreaterThan(2);
    expect(progress.time.attendedHours).toBeGreaterThan(0);
    expect(progress.time.pledgedHours).toBeGreaterThan(0);
    // Ninety days by hand: what she gave and got, of whatever circle.
    const lately = community.help.filter(({ givenAt, confirmedBy }) => confirmedBy.length > 0 && (givenAt ?? '') >= daysBefore(plus(now, 60_001), 90));
    const minutes = (of: typeof lately): number => of.reduce((sum, each) => sum + (each.minutes ?? 0), 0);
    const [gave, got] = [minutes(lately.filter(({ giverId }) => giverId === memberId)), minutes(lately.filter(({ confirmedBy }) => confirmedBy.includes(memberId)))];
    expect([progress.taught.minutesGiven, progress.helped.reciprocity]).toEqual([gave, (2 * Math.min(gave, got)) / (gave + got)]);
    expect(gave + got).toBeGreaterThan(120);
    // She seeks bookkeeping up to level 3: Fiona, whom she never met, offers it at 4 and seeks pricing, one of two; Jonas sat beside her lately.
    const { items: teachers } = await ok(client.GET('/api/v1/members/{id}/learn-from', { params: at(memberId) }));
    expect(teachers.map(({ displayName, score, parts }) => [displayName, score, parts])).toEqual([
      ['Fiona Gallagher', expect.any(Number), { skills: 50, reciprocity: 10, availability: expect.any(Number), notMetRecently: 10, sameDomain: 0 }],
      ['Jonas Weber', 80, { skills: 50, reciprocity: 10, availability: 15, notMetRecently: 0, sameDomain: 5 }],
    ]);
    // Somebody's attendance was corrected: what we knew before differs from what we know now, about the same day.
    const event = community.events.find(({ type }) => type === 'relocon.AttendanceCorrected');
    const data = event?.data as { memberId: string; meetingId: string };
    const known = async (then: string) =>
      (await all((query) => api.admin.GET('/api/v1/members/{id}/timeline', { params: { ...at(data.memberId), query: { ...query, knownAt: then } } }))).find((item) => item.meetingId === data.meetingId)?.details;
    expect(await known(daysBefore(event?.recordedtime as string, 0.01))).not.toEqual(await known(now));
    // What the demo invites to try.
    const shown = async (query: object) => {
      const { items, names } = await ok(client.GET('/api/v1/members/{id}/timeline', { params: { ...at(memberId), query: { kind: 'attendance' as const, asOf, limit: 3, ...query } } }));
      return items.filter((item) => names.meetings[item.meetingId as string] === title).map((item) => item.what);
    };
    expect([await shown({}), await shown({ knownAt })]).toEqual([['present'], ['absent']]);
  });
});

import type { Locator, Page } from 'playwright-core';
import { until } from '#event-sourcing-testing';
import { ok } from '../api.js';
import { ACROSS, DESK, inBrowser, PHONE, SIZES, useConsole, type Visit } from '../browser.js';

/** What a cut connection looks like in a browser. */
const CUT = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
const MINUTE_MS = 60_000;

inBrowser('Meetings, in the console', () => {
  const console_ = useConsole();
  let visit: Visit;
  let groupId: string;
  const who: Record<string, string> = {};

  beforeAll(async () => {
    const { admin } = console_.api;
    groupId = (await ok(admin.POST('/api/v1/groups', { body: { name: 'Evening Table', timeZone: 'Europe/Berlin', occurredAt: '2026-01-02T09:00:00Z' } }))).id;
    for (const name of ['Jonas', 'Amara', 'Greta', 'Hanna', 'Ilir', 'Mei']) {
      const { items } = await ok(admin.GET('/api/v1/members', { params: { query: { q: name } } }));
      who[name] = items[0]?.id as string;
      await ok(admin.POST('/api/v1/groups/{id}/join', { params: { path: { id: groupId } }, body: { memberId: who[name] as string, occurredAt: '2026-01-03T09:00:00Z' } }));
    }
    await ok(admin.POST('/api/v1/groups/{id}/assign-role', { params: { path: { id: groupId } }, body: { memberId: who.Jonas as string, role: 'facilitator', occurredAt: '2026-01-04T09:00:00Z' } }));
  }, 120_000);

  const attendanceOf = async (meetingId: string, name: string) => {
    const { items } = await ok(console_.api.admin.GET('/api/v1/attendances', { params: { query: { meetingId, memberId: who[name] as string } } }));
    return items[0];
  };
  const recordedIn = async (meetingId: string) => {
    const events = await console_.api.service.runtime.log.readStream(`meeting-${meetingId}`);
    return events.filter(({ type }) => type === 'AttendanceRecorded').length;
  };
  const schedule = async (title: string, minutesAhead: number) =>
    (await ok(console_.api.admin.POST('/api/v1/meetings', { body: { groupId, title, startsAt: new Date(Date.now() + minutesAhead * MINUTE_MS).toISOString(), endsAt: new Date(Date.now() + (minutesAhead + 120) * MINUTE_MS).toISOString() } }))).id;
  const person = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name} [^:]*: (?!another)`) });
  const otherwise = async (page: Page, name: string, outcome: string) => {
    await page.getByRole('button', { name: new RegExp(`^${name}.*another outcome`) }).click();
    await page.getByRole('menuitem', { name: outcome }).click();
  };

  it.each(SIZES)('are scheduled, their roll is called through a cut connection, closed and corrected, on a $name', async (size) => {
    visit = await console_.open(size, '/meetings/create');
    const { page, context } = visit;
    await visit.signIn('jonas@example.org');
    const title = `What we would not do again, by ${size.name}`;
    await page.getByLabel('Title').fill(title);
    // Five minutes ago, on a clock in Berlin, where this browser is.
    await page.getByLabel('Starts').fill(new Date(Date.now() - 5 * MINUTE_MS).toLocaleString('sv', { timeZone: 'Europe/Berlin' }).slice(0, 16).replace(' ', 'T'));
    await page.getByRole('button', { name: 'Schedule a meeting' }).click();
    await page.getByRole('heading', { name: title, level: 2 }).waitFor();
    const id = /meetings\/([0-9a-f-]+)\/show/.exec(page.url())?.[1] as string;
    await visit.picture('meeting');

    // It has begun: the dashboard leads to its roll.
    await visit.go('/');
    await page.locator(`a[href="#/meetings/${id}/roll-call"]`, { hasText: 'Roll call' }).waitFor();
    // The only one today: it opens at once.
    await visit.go('/roll-call');
    await page.waitForURL(`**/meetings/${id}/roll-call`);
    await person(page, 'Greta').click();
    await page.getByText('1 waiting to be sent').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: /^Greta .*mark as present/ }).waitFor();
    expect(visit.complaints()).toEqual([]);

    await context.setOffline(true);
    await person(page, 'Greta').click();
    await otherwise(page, 'Hanna', 'Late');
    await person(page, 'Mei').click();
    await page.getByText('3 waiting to be sent').waitFor();
    // Names need no connection.
    await page.getByText('Mei Tanaka: Present').waitFor();
    await visit.picture('roll-call-offline');
    // Meanwhile somebody else put Mei down as absent.
    await ok(console_.api.admin.POST('/api/v1/meetings/{id}/record-attendance', { params: { path: { id } }, body: { entries: [{ memberId: who.Mei as string, outcome: 'absent' }] } }));

    // The first reaches the service, and its answer is lost.
    const keys: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/record-attendance')) keys.push(request.headers()['idempotency-key'] as string);
    });
    let lost: () => void = () => undefined;
    const once = new Promise<void>((resolve) => (lost = resolve));
    await page.route('**/record-attendance', async (route) => {
      await route.fetch();
      await route.abort('failed');
      lost();
    });
    await context.setOffline(false);
    await once;
    await page.reload();
    await page.getByText('3 waiting to be sent').waitFor();
    await page.unroute('**/record-attendance');
    await page.getByRole('button', { name: 'Keep “Absent”' }).waitFor();
    await visit.picture('roll-call-refused');
    await page.getByRole('button', { name: 'Keep “Absent”' }).click();
    await page.getByRole('button', { name: /^Mei .*: Absent/ }).waitFor();
    // Each went with a key of its own, and the first with the same one again.
    expect(new Set(keys).size).toBe(3);
    expect(keys.slice(-2)).not.toContain(keys[0]);
    expect(keys.filter((key) => key === keys[0]).length).toBeGreaterThan(1);
    // Greta, Hanna, and what somebody else said of Mei.
    expect(await recordedIn(id)).toBe(3);
    expect(visit.complaints(CUT)).toEqual([]);

    await page.getByRole('button', { name: 'End the roll call' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'All absent' }).click();
    await dialog.getByRole('group', { name: /Ilir/ }).getByRole('button', { name: 'Leave open' }).click();
    await visit.picture('roll-call-close');
    await dialog.getByRole('button', { name: 'End the roll call' }).click();
    await page.getByText('Tap somebody to correct').waitFor();

    await page.getByRole('button', { name: /^Amara .*: Absent/ }).click();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Her train stood still for an hour.');
    await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
    await dialog.getByText('This is what was recorded.').waitFor();
    await dialog.getByLabel('What was it?').click();
    await page.getByRole('option', { name: 'Late' }).click();
    await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByRole('button', { name: /^Amara .*: Late/ }).waitFor();
    expect(await attendanceOf(id, 'Amara')).toMatchObject({ outcome: 'late', how: 'rollCall', corrections: [{ from: { outcome: 'absent' }, to: { outcome: 'late' }, reason: 'Her train stood still for an hour.' }] });
    expect((await attendanceOf(id, 'Ilir'))?.outcome ?? null).toBe(null);
    expect(visit.complaints(CUT)).toEqual([]);
  });

  it.each(SIZES)('let members check in by the code on the screen, on a $name', async (size) => {
    const id = await schedule(`Open evening, by ${size.name}`, 10);
    visit = await console_.openAs('jonas@example.org', size, `/meetings/${id}/check-in-code`);
    const code = (await visit.page.getByLabel('Code', { exact: true }).innerText()).replaceAll(/\s/g, '');
    await visit.page.getByText('0 here').waitFor();
    await visit.picture('check-in-code');

    const phone = await console_.open(PHONE, `/check-in?code=${code}`);
    await phone.signIn('amara@example.org');
    await phone.page.getByRole('textbox', { name: 'Code' }).fill('nothing');
    await phone.page.getByRole('button', { name: 'I am here' }).click();
    await phone.page.getByText('No meeting of your groups shows this code now').waitFor();
    expect(phone.complaints(/422/)).toEqual([]);
    await phone.go('/');
    await phone.go(`/check-in?code=${code}`);
    await phone.page.getByRole('button', { name: 'I am here' }).click();
    await phone.page.getByText('You are checked in.').waitFor();
    await phone.picture('checked-in');
    expect(phone.complaints()).toEqual([]);
    await phone.close();

    // The screen in the room tells it by itself.
    await visit.page.getByText('1 here').waitFor();
    expect(await attendanceOf(id, 'Amara')).toMatchObject({ outcome: 'present', how: 'code' });
    expect(visit.complaints()).toEqual([]);
  });

  it('show their own clock to whoever moves them from another zone', async () => {
    const { id } = await ok(console_.api.admin.POST('/api/v1/meetings', { body: { groupId, title: 'Far away', startsAt: '2027-01-12T18:00:00Z', timeZone: 'America/New_York' } }));
    visit = await console_.openAs('jonas@example.org', DESK, `/meetings/${id}`);
    const starts = visit.page.getByLabel('Starts');
    expect(await starts.inputValue()).toBe('2027-01-12T13:00');
    await starts.fill('2027-01-12T14:00');
    await visit.page.getByRole('button', { name: 'Save' }).click();
    await visit.page.getByText('Saved').waitFor();
    expect((await ok(console_.api.admin.GET('/api/v1/meetings/{id}', { params: { path: { id } } }))).startsAt).toBe('2027-01-12T19:00:00.000Z');
    expect(visit.complaints()).toEqual([]);
  });

  it.each([PHONE])('are answered in one tap by members, who are offered nothing else, on a $name', async (size) => {
    const id = await schedule(`Next month, by ${size.name}`, 40_000);
    visit = await console_.openAs('amara@example.org', size, `/meetings/${id}/show`);
    const { page } = visit;
    // What is shown as given may still be on its way.
    const answered = page.waitForResponse('**/give-rsvp');
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByRole('button', { name: 'Yes', exact: true, pressed: true }).waitFor();
    await answered;
    expect(await page.getByRole('link', { name: 'Reschedule' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Roll call', exact: true }).count()).toBe(0);
    // Of two quick answers the last counts, however long the first is on its way.
    const given: string[] = [];
    page.on('response', (response) => void (response.url().endsWith('/give-rsvp') && given.push(response.request().postDataJSON().response)));
    await page.route('**/give-rsvp', async (route) => void (await new Promise((later) => setTimeout(later, 1_000)), await route.continue()), { times: 1 });
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('Sent as soon as').waitFor({ state: 'detached' });
    await until(() => given.length === 2);
    expect(given).toEqual(['no', 'yes']);
    // Cut off, an answer waits, and goes by itself.
    await visit.context.setOffline(true);
    await page.getByRole('button', { name: 'Maybe', exact: true }).click();
    await page.getByText('Sent as soon as you are connected again, while this page is open.').waitFor();
    expect((await attendanceOf(id, 'Amara'))?.rsvp?.response).toBe('yes');
    await visit.context.setOffline(false);
    await page.getByText('Sent as soon as').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Maybe', exact: true, pressed: true }).waitFor();
    expect((await attendanceOf(id, 'Amara'))?.rsvp?.response).toBe('maybe');
    await page.getByRole('button', { name: 'Apologise' }).click();
    await page.getByLabel('Why, if you like to say').fill('A wedding.');
    await page.getByRole('dialog').getByRole('button', { name: 'Apologise' }).click();
    await page.getByText('Your apology is received.').waitFor();
    expect(await attendanceOf(id, 'Amara')).toMatchObject({ rsvp: { response: 'maybe' }, apology: { reason: 'A wedding.' } });
    expect(visit.complaints(CUT)).toEqual([]);
  });

  it('take in a visitor whom nobody knows yet, without leaving the roll call', async () => {
    const id = await schedule('An open evening', -10);
    visit = await console_.openAs('admin@example.org', PHONE, `/meetings/${id}/roll-call`);
    const { page } = visit;
    await page.getByRole('button', { name: 'Add a visitor' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Register' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Name').fill('Quéntin Newcomer');
    await visit.picture('visitor');
    await dialog.getByRole('button', { name: 'Register “Quéntin Newcomer” and add' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('main').getByText('Quéntin Newcomer', { exact: true }).first().waitFor();
    const found = await ok(console_.api.admin.GET('/api/v1/members', { params: { query: { q: 'Quentin' } } }));
    who.Quentin = found.items[0]?.id as string;
    await until(async () => (await attendanceOf(id, 'Quentin'))?.outcome === 'visitor', 'the visitor on record');
    // Found without what few phones have at hand.
    await page.getByLabel('Find a name').fill('quentin');
    await page.getByRole('status').getByText('1 person found').waitFor();
    await page.getByRole('button', { name: /^Quéntin Newcomer: Visitor/ }).waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it('ask whoever calls a roll long before whether they mean it', async () => {
    const id = await schedule('In three weeks', 30_000);
    visit = await console_.openAs('jonas@example.org', PHONE, `/meetings/${id}/roll-call`);
    const { page } = visit;
    await page.getByText('This meeting has yet to begin.').waitFor();
    expect(await person(page, 'Greta').count()).toBe(0);
    await page.getByRole('button', { name: 'Call the roll now' }).click();
    await person(page, 'Greta').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it('have their roll called and ended on a phone held across, too', async () => {
    const id = await schedule('Across', -20);
    visit = await console_.openAs('jonas@example.org', PHONE, `/meetings/${id}/roll-call`);
    const { page } = visit;
    await person(page, 'Jonas').click();
    await page.getByRole('button', { name: /^Jonas [^:]*: Present/ }).waitFor();
    await page.setViewportSize(ACROSS);
    const inSight = async (what: Locator): Promise<boolean> => {
      const { y, height } = (await what.boundingBox()) ?? { y: -1, height: 0 };
      return y >= 0 && y + height <= ACROSS.height;
    };
    // The page has the whole width, and how far the call has come stands where its bar was.
    const main = page.getByRole('main');
    await until(async () => ((await main.boundingBox())?.width ?? 0) > 0.95 * ACROSS.width);
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, 400);
    await until(async () => (await page.getByRole('status').filter({ hasText: 'settled' }).boundingBox())?.y === 0);
    await visit.picture('roll-call-across');
    await page.getByRole('button', { name: 'End the roll call' }).click();
    const dialog = page.getByRole('dialog');
    await until(() => inSight(dialog.getByRole('button', { name: 'End the roll call' })));
    // Of whom it asks, three are in sight at once.
    expect(await inSight(dialog.getByRole('listitem').nth(2))).toBe(true);
    await dialog.getByRole('button', { name: 'All absent' }).click();
    await dialog.locator('button:enabled', { hasText: 'End the roll call' }).click();
    await page.getByText('Tap somebody to correct').waitFor();
    // It took place when it did; whoever was there is asked what they learned.
    await visit.go(`/meetings/${id}/show`);
    await page.getByRole('link', { name: 'Edit' }).waitFor();
    await page.getByRole('link', { name: 'Write a reflection' }).waitFor();
    await visit.go('/');
    await page.getByRole('listitem').filter({ hasText: 'Across' }).getByRole('link', { name: /What did you learn/ }).click();
    await page.getByRole('button', { name: 'A meeting', pressed: true }).waitFor();
    expect(new URL(page.url()).hash).toBe(`#/reflections/create?meetingId=${id}`);
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('are cancelled together, those that were ticked, on a $name', async (size) => {
    const ids = [await schedule(`One of three, by ${size.name}`, 50_000), await schedule(`Two of three, by ${size.name}`, 50_100), await schedule(`Three of three, by ${size.name}`, 50_200)];
    visit = await console_.openAs('jonas@example.org', size, `/meetings?filter=${encodeURIComponent(JSON.stringify({ groupId, q: size.name }))}`);
    const { page } = visit;
    for (const name of ['One', 'Three']) await page.getByRole(size.name === 'phone' ? 'listitem' : 'row').filter({ hasText: `${name} of three` }).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Cancel the meeting' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('The hall is closed.');
    await visit.picture('cancel-selected');
    await dialog.getByRole('button', { name: 'Cancel 2 meetings' }).click();
    await page.getByText('2 meetings cancelled.').waitFor();
    const statuses = await Promise.all(ids.map(async (id) => (await ok(console_.api.admin.GET('/api/v1/meetings/{id}', { params: { path: { id } } }))).status));
    expect(statuses).toEqual(['cancelled', 'scheduled', 'cancelled']);
    expect(visit.complaints()).toEqual([]);
  });

  it.each([DESK])('are planned as a series, changed from one on, and ended, on a $name', async (size) => {
    visit = await console_.openAs('jonas@example.org', size, '/meeting-series/create');
    const { page } = visit;
    const title = `Accounts aloud, by ${size.name}`;
    await page.getByLabel('Title').fill(title);
    await page.getByRole('button', { name: 'Plan a series' }).click();
    await page.getByRole('heading', { name: title, level: 2 }).waitFor();
    await page.getByText('Every first Tuesday of the month, 18:00').waitFor();
    const ofSeries = page.locator('a[href*="/meetings/"]', { has: page.locator('time') });
    const planned = await ofSeries.count();
    // A year of first Tuesdays, whichever day it is today.
    expect([11, 12, 13]).toContain(planned);
    await page.getByRole('button', { name: 'Change from a date on' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Starts at').fill('19:30');
    await dialog.getByLabel('Place').fill('Library');
    await dialog.getByRole('button', { name: 'Change from a date on' }).click();
    await page.getByText(`${planned} meetings follow.`).waitFor();
    await page.getByText('Every first Tuesday of the month, 19:30').waitFor();
    await visit.picture('series');
    await page.getByRole('button', { name: 'End the series' }).click();
    await dialog.getByRole('button', { name: 'End the series' }).click();
    await page.getByText('The series has ended.').waitFor();
    await page.getByText(`${planned} meetings cancelled.`).waitFor();
    await page.getByText('Cancelled', { exact: true }).first().waitFor();
    expect(await page.getByText('Cancelled', { exact: true }).count()).toBe(planned);
    expect(visit.complaints()).toEqual([]);
  });
});

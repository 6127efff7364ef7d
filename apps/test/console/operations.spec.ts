import { hostname } from 'node:os';
import type { ViewStatus } from '#event-sourcing';
import { DESK, inBrowser, SIZES, useConsole, type Visit } from '../browser.js';

inBrowser('Operations, in the console', () => {
  const console_ = useConsole();
  let visit: Visit;

  it.each(SIZES)('show how far each view is, and one being built anew, on a $name', async (size) => {
    visit = await console_.openAs('admin@example.org', size, '/operations');
    const { page } = visit;
    await page.getByText('All is well with the views').waitFor();
    const { runtime } = console_.api.service;
    const rebuild = jest.spyOn(runtime.projector, 'rebuild');
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^members(?!h)/ }) });
    await row.getByRole('button', { name: 'Rebuild' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rebuild' }).click();
    await page.getByText('members is being built anew.').waitFor();
    await row.getByText('built anew', { exact: true }).waitFor();
    expect(rebuild.mock.calls).toEqual([[['members']]]);
    rebuild.mockRestore();
    expect(await row.getByRole('cell').nth(size.name === 'phone' ? 0 : 1).innerText()).toBe('0');
    await visit.picture('operations');
    expect(visit.complaints()).toEqual([]);
  });

  const part = (name: string) => visit.page.locator('section').filter({ has: visit.page.getByRole('heading', { name, exact: true }) });

  it.each(SIZES)('name who writes the views, and say where mail does not go, on a $name', async (size) => {
    visit = await console_.openAs('admin@example.org', size, '/operations');
    const me = `${hostname()}/${process.pid}`;
    const views = console_.api.service.runtime.projector.statuses.length;
    await part('Workers').getByRole('listitem').filter({ hasText: `${me}this one` }).getByText(`writes ${views} views, since`).waitFor();
    expect(await part('Views').getByText(me, { exact: true }).count()).toBe(views);
    await part('Mail that waits').getByText('Mail is not delivered: it is written into a folder').waitFor();
    await part('Mail that waits').getByText('No mail waits.').waitFor();
    expect(visit.complaints()).toEqual([]);
  });

  it.each(SIZES)('tell of other workers, of views that nobody writes, and of mail that is refused, on a $name', async (size) => {
    const { projector, store, people } = console_.api.service.runtime;
    const [first, second, ...others] = projector.statuses as [ViewStatus, ViewStatus, ...ViewStatus[]];
    const lease = { instance: 'relocon-worker-1.internal.example.org/4711', since: '2026-03-01T11:00:00.000Z', until: '2026-03-01T12:00:03.000Z' };
    const leases = jest.spyOn(store, 'leases').mockResolvedValue([{ ...lease, collection: first.collection }, { ...lease, collection: second.collection, instance: null, since: null }]);
    const waiting = jest.spyOn(people.outbox, 'waiting').mockResolvedValue({ mails: 12, oldest: { since: '2026-03-01T10:00:00.000Z', tries: 7, reason: 'EENVELOPE 550' } });
    const delivery = jest.replaceProperty(people, 'delivery', 'server');
    visit = await console_.openAs('admin@example.org', size, '/operations');
    const { page } = visit;
    await page.getByText(`Nobody writes ${others.length} views`).waitFor();
    await part('Workers').getByText('writes one view, since 1 Mar 2026, 12:00').waitFor();
    const rows = (await part('Views').getByRole('row').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    // On a phone the writer of a view stands below it.
    const writtenBy = ({ name }: ViewStatus) => rows[rows.findIndex((text) => text.startsWith(`${name} `)) + (size.name === 'phone' ? 1 : 0)];
    expect(writtenBy(first)).toContain(`${lease.instance} this one since 1 Mar 2026, 12:00, lease until 1 Mar 2026, 13:00`);
    expect(writtenBy(second)).toContain('a process of an earlier release');
    expect(others.map((view) => writtenBy(view)?.includes('nobody'))).toEqual(others.map(() => true));
    for (const text of ['Mail goes through a mail server.', '1 Mar 2026, 11:00', '7 times', 'The mail server refuses an address. (EENVELOPE 550)']) await part('Mail that waits').getByText(text).waitFor();
    await part('Mail that waits').getByText('12', { exact: true }).waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(1);
    await visit.picture('operations-workers');

    leases.mockResolvedValue([]);
    await page.reload();
    await part('Workers').getByText('Nobody writes the views.').waitFor();
    leases.mockRestore();
    waiting.mockRestore();
    delivery.restore();
    expect(visit.complaints()).toEqual([]);
  });

  it('tell why a document waits, and try it again', async () => {
    const { projector } = console_.api.service.runtime;
    const parked = { collection: 'members.v2', id: 'a-member', position: 7, eventId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11', type: 'MemberRegistered', error: 'a number was expected', waiting: 2 };
    const waits = jest.spyOn(projector, 'parked', 'get').mockReturnValue([parked]);
    const retry = jest.spyOn(projector, 'retry').mockImplementation(async () => {
      waits.mockReturnValue([]);
      return true;
    });
    visit = await console_.openAs('admin@example.org', DESK, '/operations');
    const { page } = visit;
    await page.getByText('a number was expected').waitFor();
    await page.getByText('at MemberRegistered, #7; 2 events since').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('It is well now.').waitFor();
    await page.getByText('All is well with the views').waitFor();
    expect(retry.mock.calls).toEqual([['members.v2', 'a-member']]);
    waits.mockRestore();
    retry.mockRestore();
    expect(visit.complaints()).toEqual([]);
  });

  it('are looked at by auditors, who change nothing', async () => {
    visit = await console_.openAs('auditor@example.org', DESK, '/operations');
    await visit.page.getByText('All is well with the views').waitFor();
    expect(await visit.page.getByRole('button', { name: 'Rebuild' }).count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
  });
});

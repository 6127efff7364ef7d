import { inBrowser, SIZES, startConsole, type Console, type Visit } from '../browser.js';

inBrowser('Operations, in the console', () => {
  let console_: Console;
  let visit: Visit;
  beforeAll(async () => {
    console_ = await startConsole();
  }, 120_000);
  afterAll(() => console_.stop());
  afterEach(() => visit.close());

  it.each(SIZES)('show how far each view is, and one being built anew, on a $name', async (size) => {
    visit = await console_.open(size, '/operations');
    const { page } = visit;
    await visit.signIn('admin@example.org');
    await page.getByText('Everything is well').waitFor();
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

  it('tell why a document waits, and try it again', async () => {
    const { projector } = console_.api.service.runtime;
    const parked = { collection: 'members.v2', id: 'a-member', position: 7, eventId: '019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e11', type: 'MemberRegistered', error: 'a number was expected', waiting: 2 };
    const waits = jest.spyOn(projector, 'parked', 'get').mockReturnValue([parked]);
    const retry = jest.spyOn(projector, 'retry').mockImplementation(async () => {
      waits.mockReturnValue([]);
      return true;
    });
    visit = await console_.open(SIZES[0], '/operations');
    const { page } = visit;
    await visit.signIn('admin@example.org');
    await page.getByText('a number was expected').waitFor();
    await page.getByText('at MemberRegistered, #7; 2 events since').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('It is well now.').waitFor();
    await page.getByText('Everything is well').waitFor();
    expect(retry.mock.calls).toEqual([['members.v2', 'a-member']]);
    waits.mockRestore();
    retry.mockRestore();
    expect(visit.complaints()).toEqual([]);
  });

  it('are looked at by auditors, who change nothing', async () => {
    visit = await console_.open(SIZES[0], '/operations');
    await visit.signIn('auditor@example.org');
    await visit.page.getByText('Everything is well').waitFor();
    expect(await visit.page.getByRole('button', { name: 'Rebuild' }).count()).toBe(0);
    expect(visit.complaints()).toEqual([]);
  });
});

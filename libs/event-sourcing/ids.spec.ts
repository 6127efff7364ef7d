import { newId } from './ids.js';

it('makes ids of version 7 that grow, whatever the clock does', () => {
  const clock = jest.spyOn(Date, 'now');
  const ids: string[] = [];
  // Ahead, standing still, and back again.
  for (const at of [1_800_000_000_000, 1_800_000_000_001, 1_700_000_000_000]) {
    clock.mockReturnValue(at);
    for (let made = 0; made < 5_000; made++) ids.push(newId());
  }
  clock.mockRestore();
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt((ids[0] as string).replaceAll('-', '').slice(0, 12), 16)).toBe(1_800_000_000_000);
});

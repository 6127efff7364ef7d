import { idWithin, newId } from './ids.js';

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

it('makes ids of things within a thing: the same for the same key, of the form of ours, none like another', () => {
  const [one, other] = [newId(), newId()];
  const ids = [one, other].flatMap((id) => Array.from({ length: 1_000 }, (_, index) => idWithin(id, `2026-03-01/${index}`)));
  expect(new Set(ids).size).toBe(2_000);
  expect(idWithin(one, '2026-03-01/0')).toBe(ids[0]);
  for (const [index, id] of ids.entries()) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id.slice(0, 13)).toBe((index < 1_000 ? one : other).slice(0, 13));
  }
  // What other programs must find too, after years: it never changes.
  expect(idWithin('019a9d2c-7b40-7c3e-9f21-5d0c8b7a6e60', '2026-03-03')).toBe('019a9d2c-7b40-7176-8b15-387c0165f267');
});

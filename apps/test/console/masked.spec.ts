import { features } from '../../api/features.js';
import { PERSONAL } from '../../console/history/personal.js';

/** Personal fields of events that no document has which history shows. */
const NOWHERE = ['blockedMemberId', 'filters', 'name'];

it('What events mask, history masks in documents, too', () => {
  const personal = new Set(features.flatMap(({ events }) => events).flatMap(({ fields }) => Object.entries(fields).flatMap(([field, { kind }]) => (kind === 'personal' ? [field] : []))));
  expect(personal.size).toBeGreaterThan(8);
  expect([...personal].filter((field) => !PERSONAL.has(field)).sort()).toEqual(NOWHERE);
});

import { given } from '#event-sourcing-testing';
import { revealPersonalData, takeExport } from './reveals.decider.js';
import { ExportTaken, PersonalDataRevealed } from './reveals.events.js';

const NOW = '2026-03-01T12:00:00.000Z';
const memberId = '019a9d2c-7b40-7c3e-9f21-000000000011';
const id = '019a9d2c-7b40-7c3e-9f21-0000000000d1';
const eventId = '019a9d2c-7b40-7c3e-9f21-0000000000e1';

it('records a reveal with whom it concerns, which events, why and from where', () => {
  const input = { revealId: id, memberIds: [memberId], eventIds: [eventId], reason: 'Asked for their data', fromAddress: '192.0.2.7' };
  given().when(revealPersonalData, input).then(PersonalDataRevealed.at(NOW, input));
});

it('records an export, and whom it concerns where that is one member', () => {
  given().when(takeExport, { exportId: id, reason: 'Yearly audit' }).then(ExportTaken.at(NOW, { exportId: id, reason: 'Yearly audit' }));
  given().when(takeExport, { exportId: id, memberId, reason: 'Asked for their data' }).then(ExportTaken.at(NOW, { exportId: id, memberId, reason: 'Asked for their data' }));
  const part = { exportId: id, list: 'members', filters: { q: 'Ben', sort: 'displayName' }, reason: 'A mailing' };
  given().when(takeExport, part).then(ExportTaken.at(NOW, part));
});

it('takes neither without a reason, nor a reveal of nothing', () => {
  for (const reason of [undefined, '', '   ']) {
    expect(revealPersonalData.input.safeParse({ revealId: id, memberIds: [], eventIds: [eventId], reason }).success).toBe(false);
    expect(takeExport.input.safeParse({ exportId: id, reason }).success).toBe(false);
  }
  expect(revealPersonalData.input.safeParse({ revealId: id, memberIds: [], eventIds: [], reason: 'x' }).success).toBe(false);
});

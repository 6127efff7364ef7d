import { mayRead } from '#event-sourcing';
import { viewOf } from '#event-sourcing-testing';
import { TrustPulseClosed } from '../pulse.events.js';
import { pulsePolicy } from '../pulse.policy.js';
import { trustPulsesView } from './trust-pulses.js';

const groupId = '019a9d2c-7b40-7c3e-9f21-000000000020';
const eventId = '00000000-0000-7000-9000-000000000001';
const at = '2026-12-31T22:59:59.999Z';
const totals = [{ item: 'mistakes', answers: [0, 0, 1, 1, 3] }];
const expected = { id: `${groupId}.2026-Q4`, groupId, quarter: '2026-Q4', questions: 1, answered: 5, totals, closedAt: at, eventId, audience: [`group:${groupId}`] };

describe('The view of trust pulses', () => {
  it('has one for each group and quarter that five and more have answered', () => {
    const data = { groupId, quarter: '2026-Q4', questions: 1, answered: 5, totals };
    expect(viewOf(trustPulsesView, [{ ...TrustPulseClosed.at(at, data), id: eventId }])).toEqual({ [expected.id]: expected });
  });
  it('is for the group and for staff', () => {
    const party = { groups: [] as string[], facilitates: [] as string[] };
    const may = (more: object) => mayRead(pulsePolicy.documents.trustPulses, expected as never, { ...party, ...more });
    expect([may({ memberId: eventId, groups: [groupId] }), may({ role: 'admin' }), may({ role: 'auditor' }), may({ role: 'integrator' })]).toEqual([true, true, true, true]);
    expect([may({ memberId: eventId, groups: [eventId] }), may({ memberId: eventId }), may({ accountId: eventId })]).toEqual([false, false, false]);
  });
});

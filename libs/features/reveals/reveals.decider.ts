/** Reveals and exports, recorded before anything is shown. */
import { z } from 'zod';
import { defineCommand, defineDecider, text } from '#event-sourcing';
import { ExportTaken, exportedList, exportFilters, MOST_REVEALED, PersonalDataRevealed } from './reveals.events.js';
import { revealPolicy } from './reveals.policy.js';

const may = revealPolicy.commands;
export const reason = text(1_000);
const act = { reason, fromAddress: z.string().max(64).optional() };

/** Each reveal is a stream of one event. */
const reveals = defineDecider({ name: 'reveal', events: [PersonalDataRevealed], initial: {}, evolve: (state) => state });
const exports = defineDecider({ name: 'export', events: [ExportTaken], initial: {}, evolve: (state) => state });

export const revealPersonalData = defineCommand(reveals, {
  name: 'revealPersonalData',
  input: z.strictObject({ revealId: z.uuid(), memberIds: z.array(z.uuid()).max(1_000), eventIds: z.array(z.uuid()).min(1).max(MOST_REVEALED), ...act }),
  mints: 'revealId',
  id: ({ revealId }) => revealId,
  policy: { allow: may.revealPersonalData },
  refusals: [],
  decide: (input, _state, { now }) => [PersonalDataRevealed.at(now, input)],
});

export const takeExport = defineCommand(exports, {
  name: 'takeExport',
  input: z.strictObject({ exportId: z.uuid(), memberId: z.uuid().optional(), list: exportedList.optional(), filters: exportFilters.optional(), ...act }),
  mints: 'exportId',
  id: ({ exportId }) => exportId,
  policy: { allow: may.takeExport },
  refusals: [],
  decide: (input, _state, { now }) => [ExportTaken.at(now, input)],
});

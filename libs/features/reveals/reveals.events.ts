/** What was shown of others that their own pages do not show: who asked, why, and whom it concerns; never what was shown. */
import { z } from 'zod';
import { defineEvent, open, personal, ref, refs, text } from '#event-sourcing';

export const MOST_REVEALED = 100;

/** A list of the API, such as `members`. */
export const exportedList = z.string().max(100);
/** What of it: parameters and their values, as they were asked, but for words. */
export const exportFilters = z.record(z.string().max(100), z.string().max(200));

/** Why, and from which network address. */
const act = { reason: personal(text(1_000), 'actor'), fromAddress: personal(z.string().max(64), 'actor').optional() };

export const PersonalDataRevealed = defineEvent({
  type: 'PersonalDataRevealed',
  summary: 'Somebody was shown personal fields of events about others.',
  data: { revealId: ref('reveal'), memberIds: refs('member', 1_000), eventIds: open(z.array(z.uuid()).max(MOST_REVEALED)), ...act },
});

export const ExportTaken = defineEvent({
  type: 'ExportTaken',
  summary: 'Somebody took the log, or a list, away in one piece; `memberId` where they asked for what concerns one member alone.',
  data: {
    exportId: ref('export'),
    memberId: ref('member').optional(),
    // Without it, the log.
    list: open(exportedList).optional(),
    // An id of an import may tell who somebody is.
    filters: personal(exportFilters, 'actor').optional(),
    ...act,
  },
});

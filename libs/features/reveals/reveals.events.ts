/** What was shown of others that their own pages do not show: who asked, why, and whom it concerns; never what was shown. */
import { z } from 'zod';
import { defineEvent, open, personal, ref, refs, text } from '#event-sourcing';

export const MOST_REVEALED = 100;

/** Why, and from which network address. */
const act = { reason: personal(text(1_000), 'actor'), fromAddress: personal(z.string().max(64), 'actor').optional() };

export const PersonalDataRevealed = defineEvent({
  type: 'PersonalDataRevealed',
  summary: 'Somebody was shown personal fields of events about others.',
  data: { revealId: ref('reveal'), memberIds: refs('member', 1_000), eventIds: open(z.array(z.uuid()).max(MOST_REVEALED)), ...act },
});

export const ExportTaken = defineEvent({
  type: 'ExportTaken',
  summary: 'Somebody took the log away in one piece; `memberId` where they asked for what concerns one member alone.',
  data: { exportId: ref('export'), memberId: ref('member').optional(), ...act },
});

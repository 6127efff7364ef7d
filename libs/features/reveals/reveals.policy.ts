/** Who may see others' personal data that are masked, and take the log away. */
import { definePolicy, STAFF } from '#event-sourcing';

export const revealPolicy = definePolicy({
  commands: {
    revealPersonalData: ['administrator', 'auditor'],
    // Whoever reads the log may; a member takes what concerns them.
    takeExport: [...STAFF, 'member'],
  },
  events: {
    // Each of them learns that it was they, not who else.
    PersonalDataRevealed: { read: [...STAFF, 'self'], fields: { memberIds: STAFF, eventIds: STAFF } },
  },
});

/** Who may put members in touch, answer, and read of it. */
import { definePolicy, STAFF, type DocumentPolicy, type Row } from '#event-sourcing';
import type { IntroductionDocument } from './introductions.events.js';

/** What the two and staff see alone: scores tell what somebody pledged and how many introductions they have. */
const inConfidence: Row = [...STAFF, 'self'];

const introductions: DocumentPolicy<IntroductionDocument> = {
  self: ({ memberIds }) => memberIds,
  group: ({ groupId }) => groupId,
  read: { any: [...STAFF, 'self', 'facilitator'] },
  fields: { score: inConfidence, parts: inConfidence, reasonsForSeeker: inConfidence, reasonsForTeacher: inConfidence, declineReason: inConfidence },
};

export const introductionPolicy = definePolicy({
  commands: {
    suggestIntroduction: ['administrator', 'integrator', 'self', 'facilitator'],
    // Nobody can say it for another.
    acceptIntroduction: ['self'],
    declineIntroduction: ['self'],
  },
  documents: { introductions },
  routes: { learnFrom: ['administrator', 'integrator', 'self'] },
});

/** The directory is public: what it holds of a group is what everybody may read. */
import { definePolicy } from '#event-sourcing';
import { AlignmentDecided } from '../alignment/alignment.events.js';
import { GroupArchived, GroupDescribed } from '../groups/groups.events.js';

export const directoryPolicy = definePolicy({
  documents: { directory: { read: { any: [] } } },
  // A group that opts out, ends or is decided not to be aligned yet is the public's no more.
  withdraws: [GroupDescribed.type, GroupArchived.type, AlignmentDecided.type],
});

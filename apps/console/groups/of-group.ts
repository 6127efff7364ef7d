import type { RecordOf } from '../api/resources.js';

/** What a part of a group's page gets. */
export interface OfGroup {
  group: RecordOf<'groups'>;
}

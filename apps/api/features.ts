/** One line a feature. */
import type { Feature } from '#event-sourcing';
import { accounts } from '#features/accounts/index.js';
import { actions } from '#features/actions/index.js';
import { alignment } from '#features/alignment/index.js';
import { calendars } from '#features/calendars/index.js';
import { directory } from '#features/directory/index.js';
import { groups } from '#features/groups/index.js';
import { health } from '#features/health/index.js';
import { help } from '#features/help/index.js';
import { introductions } from '#features/introductions/index.js';
import { keys } from '#features/keys/index.js';
import { meetings } from '#features/meetings/index.js';
import { members } from '#features/members/index.js';
import { memberships } from '#features/memberships/index.js';
import { pulse } from '#features/pulse/index.js';
import { reflections } from '#features/reflections/index.js';
import { reveals } from '#features/reveals/index.js';
import { stories } from '#features/stories/index.js';
import { timeline } from '#features/timeline/index.js';

export const features: readonly Feature[] = [
  members,
  groups,
  memberships,
  meetings,
  calendars,
  reflections,
  help,
  actions,
  stories,
  introductions,
  alignment,
  pulse,
  timeline,
  health,
  directory,
  accounts,
  keys,
  reveals,
];

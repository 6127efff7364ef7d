/** One line a feature. */
import type { Feature } from '#event-sourcing';
import { accounts } from '#features/accounts/index.js';
import { groups } from '#features/groups/index.js';
import { keys } from '#features/keys/index.js';
import { meetings } from '#features/meetings/index.js';
import { members } from '#features/members/index.js';
import { memberships } from '#features/memberships/index.js';
import { reflections } from '#features/reflections/index.js';
import { reveals } from '#features/reveals/index.js';
import { timeline } from '#features/timeline/index.js';

export const features: readonly Feature[] = [members, groups, memberships, meetings, reflections, timeline, accounts, keys, reveals];

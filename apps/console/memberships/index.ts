import { lazy } from 'react';
import type { ResourceDefinition } from '../layout/definitions.js';

export const memberships: ResourceDefinition<'memberships'> = {
  name: 'memberships',
  list: lazy(() => import('./membership-list.js')),
};

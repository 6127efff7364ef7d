import TaskAltIcon from '@mui/icons-material/TaskAlt';
import { lazy } from 'react';
import type { ResourceDefinition } from '../layout/definitions.js';

export const actions: ResourceDefinition<'actions'> = {
  name: 'actions',
  list: lazy(() => import('./action-list.js')),
  show: lazy(() => import('./action-show.js')),
  create: lazy(() => import('./action-create.js')),
  place: { to: '/actions', label: 'actions.name', Icon: TaskAltIcon, room: 'menu.rooms.learning', needs: 'listActions' },
};

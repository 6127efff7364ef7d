import GroupsIcon from '@mui/icons-material/Groups';
import { lazy } from 'react';
import type { ResourceDefinition } from '../layout/definitions.js';

export const groups: ResourceDefinition<'groups'> = {
  name: 'groups',
  list: lazy(() => import('./group-list.js')),
  show: lazy(() => import('./group-show.js')),
  edit: lazy(() => import('./group-edit.js')),
  create: lazy(() => import('./group-create.js')),
  recordRepresentation: ({ name }) => name,
  place: { to: '/groups', label: 'groups.name', Icon: GroupsIcon, room: 'menu.rooms.learning', needs: 'listGroups' },
};

import ConnectWithoutContactIcon from '@mui/icons-material/ConnectWithoutContact';
import { lazy } from 'react';
import type { ResourceDefinition } from '../layout/definitions.js';

export const introductions: ResourceDefinition<'introductions'> = {
  name: 'introductions',
  list: lazy(() => import('./introduction-list.js')),
  show: lazy(() => import('./introduction-show.js')),
  create: lazy(() => import('./introduction-create.js')),
  place: { to: '/introductions', label: 'introductions.name', Icon: ConnectWithoutContactIcon, room: 'menu.rooms.learning', needs: 'listIntroductions' },
};

import MonitorHeartIcon from '@mui/icons-material/MonitorHeart';
import { lazy } from 'react';
import type { PageDefinition } from '../layout/definitions.js';

export const operations: PageDefinition = {
  path: '/operations',
  page: lazy(() => import('./operations.js')),
  place: { to: '/operations', label: 'operations.name', Icon: MonitorHeartIcon, room: 'menu.rooms.administration', needs: 'listViews' },
};

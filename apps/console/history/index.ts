import HistoryIcon from '@mui/icons-material/History';
import { lazy } from 'react';
import type { PageDefinition } from '../layout/definitions.js';

export const history: PageDefinition = {
  path: '/history',
  page: lazy(() => import('./history.js')),
  place: { to: '/history', label: 'history.name', Icon: HistoryIcon, room: 'menu.rooms.administration', needs: 'summariseEvents' },
};

import HowToRegIcon from '@mui/icons-material/HowToReg';
import PinIcon from '@mui/icons-material/Pin';
import { lazy } from 'react';
import type { PageDefinition } from '../layout/definitions.js';

export const rollCallPages: readonly PageDefinition[] = [
  { path: '/roll-call', page: lazy(() => import('./today.js')), place: { to: '/roll-call', label: 'rollCall.today', Icon: HowToRegIcon, room: 'menu.rooms.learning', needs: 'recordAttendance' } },
  { path: '/meetings/:id/roll-call', page: lazy(() => import('./roll-call.js')) },
  { path: '/meetings/:id/check-in-code', page: lazy(() => import('./check-in-code.js')) },
  { path: '/check-in', page: lazy(() => import('./check-in.js')), place: { to: '/check-in', label: 'checkIn.name', Icon: PinIcon, room: 'menu.rooms.learning', needs: 'checkIn' } },
];

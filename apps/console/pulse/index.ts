import FavoriteIcon from '@mui/icons-material/FavoriteBorder';
import { lazy } from 'react';
import type { PageDefinition } from '../layout/definitions.js';

export const pulse: PageDefinition = {
  path: '/trust-pulse',
  page: lazy(() => import('./pulse-page.js')),
  place: { to: '/trust-pulse', label: 'pulse.name', Icon: FavoriteIcon, room: 'menu.rooms.learning', needs: 'readTrustPulseQuestions' },
};

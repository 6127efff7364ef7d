import BalanceIcon from '@mui/icons-material/Balance';
import { lazy } from 'react';
import type { PageDefinition, ResourceDefinition } from '../layout/definitions.js';

export const alignmentReviews: ResourceDefinition<'alignment-reviews'> = {
  name: 'alignment-reviews',
  list: lazy(() => import('./review-list.js')),
  show: lazy(() => import('./review-show.js')),
  create: lazy(() => import('./review-create.js')),
  place: { to: '/alignment-reviews', label: 'alignment.name', Icon: BalanceIcon, room: 'menu.rooms.review', needs: 'listAlignmentReviews' },
};

export const alignmentPages: readonly PageDefinition[] = [
  { path: '/alignment-reviews/compare', page: lazy(() => import('./compare.js')) },
  { path: '/alignment-formulas', page: lazy(() => import('./formulas.js')) },
];

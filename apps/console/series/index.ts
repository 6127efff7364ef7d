import { lazy } from 'react';
import type { ResourceDefinition } from '../layout/definitions.js';

export const series: ResourceDefinition<'meeting-series'> = {
  name: 'meeting-series',
  list: lazy(() => import('./series-list.js')),
  show: lazy(() => import('./series-show.js')),
  create: lazy(() => import('./series-create.js')),
  recordRepresentation: ({ title }) => title,
};

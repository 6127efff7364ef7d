import LightbulbIcon from '@mui/icons-material/Lightbulb';
import { lazy } from 'react';
import type { ResourceDefinition } from '../layout/definitions.js';

export const reflections: ResourceDefinition<'reflections'> = {
  name: 'reflections',
  list: lazy(() => import('./reflection-list.js')),
  show: lazy(() => import('./reflection-show.js')),
  edit: lazy(() => import('./reflection-edit.js')),
  create: lazy(() => import('./reflection-create.js')),
  place: { to: '/reflections', label: 'reflections.name', Icon: LightbulbIcon, room: 'menu.rooms.learning', needs: 'listReflections' },
};

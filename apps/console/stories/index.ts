import AutoStoriesIcon from '@mui/icons-material/AutoStories';
import { lazy } from 'react';
import type { ResourceDefinition } from '../layout/definitions.js';

export const stories: ResourceDefinition<'stories'> = {
  name: 'stories',
  list: lazy(() => import('./story-list.js')),
  show: lazy(() => import('./story-show.js')),
  edit: lazy(() => import('./story-edit.js')),
  create: lazy(() => import('./story-create.js')),
  place: { to: '/stories', label: 'stories.name', Icon: AutoStoriesIcon, room: 'menu.rooms.learning', needs: 'listStories' },
};

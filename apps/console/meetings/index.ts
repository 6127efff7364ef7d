import EventIcon from '@mui/icons-material/Event';
import { lazy } from 'react';
import type { PageDefinition, ResourceDefinition } from '../layout/definitions.js';

export const meetings: ResourceDefinition<'meetings'> = {
  name: 'meetings',
  list: lazy(() => import('./meeting-list.js')),
  show: lazy(() => import('./meeting-show.js')),
  edit: lazy(() => import('./meeting-edit.js')),
  create: lazy(() => import('./meeting-create.js')),
  recordRepresentation: ({ title }) => title,
  place: { to: '/meetings', label: 'meetings.name', Icon: EventIcon, room: 'menu.rooms.learning', needs: 'listMeetings' },
};

export const pastMeetings: PageDefinition = { path: '/meetings/past', page: lazy(() => import('./past-meetings.js')) };

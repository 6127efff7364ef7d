import HandshakeIcon from '@mui/icons-material/Handshake';
import { lazy } from 'react';
import type { ResourceDefinition } from '../layout/definitions.js';

export const helpExchanges: ResourceDefinition<'help-exchanges'> = {
  name: 'help-exchanges',
  list: lazy(() => import('./help-list.js')),
  show: lazy(() => import('./help-show.js')),
  create: lazy(() => import('./help-create.js')),
  place: { to: '/help-exchanges', label: 'help.name', Icon: HandshakeIcon, room: 'menu.rooms.learning', needs: 'listHelpExchanges' },
};

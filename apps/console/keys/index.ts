import VpnKeyIcon from '@mui/icons-material/VpnKey';
import { lazy } from 'react';
import type { ResourceDefinition } from '../layout/definitions.js';

export const keys: ResourceDefinition<'keys'> = {
  name: 'keys',
  list: lazy(() => import('./key-list.js')),
  recordRepresentation: ({ name }) => name,
  // Whoever has their own alone comes here from their account.
  place: { to: '/keys', label: 'keys.name', Icon: VpnKeyIcon, room: 'menu.rooms.administration', needs: 'listKeys', ofOthers: true },
};

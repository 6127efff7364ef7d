import ManageAccountsIcon from '@mui/icons-material/ManageAccounts';
import { lazy } from 'react';
import type { ResourceDefinition } from '../layout/definitions.js';

export const accounts: ResourceDefinition<'accounts'> = {
  name: 'accounts',
  list: lazy(() => import('./account-list.js')),
  show: lazy(() => import('./account-show.js')),
  create: lazy(() => import('./account-invite.js')),
  recordRepresentation: ({ email, id }) => email ?? id,
  place: { to: '/accounts', label: 'accounts.name', Icon: ManageAccountsIcon, room: 'menu.rooms.administration', needs: 'listAccounts', ofOthers: true },
};

import UploadFileIcon from '@mui/icons-material/UploadFile';
import { lazy } from 'react';
import type { PageDefinition } from '../layout/definitions.js';

export const importing: PageDefinition = {
  path: '/import',
  page: lazy(() => import('./import.js')),
  place: { to: '/import', label: 'import.name', Icon: UploadFileIcon, room: 'menu.rooms.administration', needs: 'importRows' },
};

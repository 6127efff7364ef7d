import { lazy } from 'react';
import type { PageDefinition } from '../layout/definitions.js';

/** Reached by the menu of the person. */
export const account: PageDefinition = { path: '/account', page: lazy(() => import('./account.js')) };

/** What surrounds pages that need no session: nothing that one sees. */
import type { ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { pageOf, useFocus } from './focus.js';

export function Bare(): ReactNode {
  useFocus(pageOf(useLocation().pathname));
  return <Outlet />;
}

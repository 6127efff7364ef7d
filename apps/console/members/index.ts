import PersonIcon from '@mui/icons-material/Person';
import PeopleIcon from '@mui/icons-material/People';
import { createElement, lazy, Suspense, type ReactNode } from 'react';
import type { PageDefinition, ResourceDefinition } from '../layout/definitions.js';
import { Loading } from '../layout/loading.js';

export const members: ResourceDefinition<'members'> = {
  name: 'members',
  list: lazy(() => import('./member-list.js')),
  show: lazy(() => import('./member-show.js')),
  edit: lazy(() => import('./member-edit.js')),
  create: lazy(() => import('./member-create.js')),
  recordRepresentation: ({ displayName }) => displayName ?? '—',
  place: { to: '/members', label: 'members.name', Icon: PeopleIcon, room: 'menu.rooms.learning', needs: 'listMembers' },
};

const MyPage = lazy(() => import('./my-page.js'));

/** One's own page; for members alone, as an address for a calendar is. */
export const myPage: PageDefinition = {
  path: '/me',
  page: (): ReactNode => createElement(Suspense, { fallback: createElement(Loading) }, createElement(MyPage)),
  place: { to: '/me', label: 'members.me', Icon: PersonIcon, needs: 'subscribeCalendar' },
};

/** The way to every page that this person may open; groups of them as the words of the domain have it. */
import { Box, ListSubheader } from '@mui/material';
import type { ReactNode } from 'react';
import { Menu as RaMenu, useSidebarState } from 'react-admin';
import { matchPath, useLocation } from 'react-router-dom';
import { useMe, useMay } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { placesFor } from './places.js';

export function Menu(): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const [open] = useSidebarState();
  const { pathname } = useLocation();
  return (
    <Box component="nav" aria-label={t('app.menu')}>
      {/* Links to pages, which a menu of commands is not. */}
      <RaMenu role="presentation">
        {placesFor(me, may).map(({ room, places }) => [
          open && room ? (
            <ListSubheader key={room} role="presentation" disableSticky sx={{ bgcolor: 'transparent', lineHeight: '32px', mt: 1 }}>
              {t(room)}
            </ListSubheader>
          ) : null,
          ...places.map(({ to, label, Icon }) => <RaMenu.Item key={to} to={to} role="link" {...(matchPath({ path: to, end: to === '/' }, pathname) && { 'aria-current': 'page' as const })} primaryText={t(label, { smart_count: 2 })} leftIcon={<Icon />} />),
        ])}
      </RaMenu>
    </Box>
  );
}

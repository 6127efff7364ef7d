/** The way to every page that this person may open; groups of them as the words of the domain have it. */
import { ListSubheader } from '@mui/material';
import type { ReactNode } from 'react';
import { Menu as RaMenu, useSidebarState } from 'react-admin';
import { useMe, useMay } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { placesFor } from './places.js';

export function Menu(): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const [open] = useSidebarState();
  return (
    <RaMenu>
      {placesFor(me, may).map(({ room, places }) => [
        open && room ? (
          <ListSubheader key={room} role="presentation" disableSticky sx={{ bgcolor: 'transparent', lineHeight: '32px', mt: 1 }}>
            {t(room)}
          </ListSubheader>
        ) : null,
        ...places.map(({ to, label, Icon }) => <RaMenu.Item key={to} to={to} primaryText={t(label, { smart_count: 2 })} leftIcon={<Icon />} />),
      ])}
    </RaMenu>
  );
}

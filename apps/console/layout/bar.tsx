import { IconButton, Tooltip } from '@mui/material';
import SearchIcon from '@mui/icons-material/Search';
import type { ReactNode } from 'react';
import { AppBar, TitlePortal, UserMenu } from 'react-admin';
import { useTabTitleOfBar } from './tab-title.js';
import { ThemeChoice } from './theme-choice.js';
import { useWords } from '../i18n/index.js';
import { openPalette } from './palette.js';
import { AccountItem, SignOutItem } from './user-menu-items.js';

export function Bar(): ReactNode {
  const t = useWords();
  useTabTitleOfBar();
  return (
    <AppBar
      color="primary"
      toolbar={
        <Tooltip title={t('palette.open')}>
          <IconButton color="inherit" aria-label={t('palette.open')} onClick={openPalette}>
            <SearchIcon />
          </IconButton>
        </Tooltip>
      }
      userMenu={
        <UserMenu>
          <AccountItem />
          <ThemeChoice />
          <SignOutItem />
        </UserMenu>
      }
    >
      <TitlePortal component="h1" sx={{ '& span': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' } }} />
    </AppBar>
  );
}

import { IconButton, Tooltip } from '@mui/material';
import SearchIcon from '@mui/icons-material/Search';
import type { ReactNode } from 'react';
import { AppBar, Logout, TitlePortal, UserMenu } from 'react-admin';
import { ThemeChoice } from './theme-choice.js';
import { useWords } from '../i18n/index.js';
import { AccountItem } from './account-item.js';
import { openPalette } from './palette.js';

export function Bar(): ReactNode {
  const t = useWords();
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
          <Logout />
        </UserMenu>
      }
    >
      <TitlePortal component="h1" />
    </AppBar>
  );
}

/** The frame of the directory, which needs no session. */
import { AppBar, Box, Button, Toolbar, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { ME } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { useTabTitle } from '../layout/tab-title.js';

/** @param title what is shown, once it is known. */
export function Frame({ title, children }: { title?: string | undefined; children: ReactNode }): ReactNode {
  const t = useWords();
  useTabTitle(title ?? t('directory.title'));
  // Of strangers nothing is asked: whoever comes from the console has been read there.
  const signedIn = useQueryClient().getQueryData(ME) !== undefined;
  return (
    <Box sx={{ minHeight: '100dvh', bgcolor: 'background.default', color: 'text.primary' }}>
      <AppBar position="static" elevation={0}>
        <Toolbar sx={{ gap: 1.5, maxWidth: 1120, width: '100%', mx: 'auto' }}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <Typography component={Link} to="/directory" variant="h6" sx={{ flex: 1, color: 'inherit', textDecoration: 'none' }}>
            Relocon
          </Typography>
          <Button component={Link} to="/" color="inherit">
            {t(signedIn ? 'menu.dashboard' : 'directory.signIn')}
          </Button>
        </Toolbar>
      </AppBar>
      <Box component="main" id="main-content" sx={{ outline: 'none', maxWidth: 1120, mx: 'auto', px: { xs: 2, sm: 3 }, py: { xs: 2.5, sm: 4 } }}>
        {children}
      </Box>
    </Box>
  );
}

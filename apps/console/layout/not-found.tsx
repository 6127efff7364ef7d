import { Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Title } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.js';

export function NotFound(): ReactNode {
  const t = useWords();
  return (
    <Stack spacing={2} sx={{ alignItems: 'center', textAlign: 'center', py: 10 }}>
      <Title title={t('app.notFound')} />
      <Typography component="h1" variant="h6">
        {t('app.notFound')}
      </Typography>
      <Typography color="text.secondary">{t('app.lacking')}</Typography>
      <Button component={Link} to="/" variant="outlined">
        {t('menu.dashboard')}
      </Button>
    </Stack>
  );
}

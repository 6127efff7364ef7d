/** The frame of every page that needs no session. */
import { Box, Card, CardContent, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTabTitle } from '../layout/tab-title.js';
import { Gate } from './gate.js';

export function Frame({ title, children }: { title: string; children: ReactNode }): ReactNode {
  useTabTitle(title);
  return (
    <Box component="main" id="main-content" sx={{ outline: 'none', minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}>
      <Stack spacing={3} sx={{ width: '100%', maxWidth: 420, alignItems: 'center' }}>
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
          <img src="/icon.svg" alt="" width={36} height={36} />
          <Typography component="span" variant="h5" sx={{ fontWeight: 700 }}>
            Relocon
          </Typography>
        </Stack>
        <Card variant="outlined" sx={{ width: '100%' }}>
          <CardContent sx={{ p: { xs: 2.5, sm: 4 } }}>
            <Stack spacing={2.5}>
              <Typography component="h1" variant="h6">
                {title}
              </Typography>
              {children}
            </Stack>
          </CardContent>
        </Card>
        <Gate signIn={false} />
      </Stack>
    </Box>
  );
}

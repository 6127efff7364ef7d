/** What the dashboard lists: a line leads somewhere, and below it stands what else there is to say; all of it is large enough to tap. */
import { Link as MuiLink, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

export function Lines({ children }: { children: ReactNode }): ReactNode {
  return (
    <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none', gap: 1.25 }}>
      {children}
    </Stack>
  );
}

export function Line({ to, more, children }: { to: string; more?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <>
      <MuiLink component={Link} to={to} sx={{ display: 'inline-block', py: 0.375 }}>
        {children}
      </MuiLink>
      {more && (
        <Typography component="div" variant="body2" color="text.secondary" sx={{ '& a': { display: 'inline-block', py: 0.5 } }}>
          {more}
        </Typography>
      )}
    </>
  );
}

import { Link as MuiLink } from '@mui/material';
import type { ReactNode } from 'react';
import { useResourceContext } from 'react-admin';
import { Link } from 'react-router-dom';

/** The name of a row as a real link: to open in another tab, to copy, for the keyboard. */
export function RecordLink({ id, resource, children }: { id: string; resource?: string; children: ReactNode }): ReactNode {
  const here = useResourceContext();
  return (
    <MuiLink component={Link} to={`/${resource ?? here}/${id}/show`} onClick={(event) => event.stopPropagation()} sx={{ fontWeight: 600 }}>
      {children}
    </MuiLink>
  );
}

/** A list with nothing in it says what would stand here, and how it gets there. */
import { Button, Stack, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/Add';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ReactNode } from 'react';
import { useResourceContext } from 'react-admin';
import { Link } from 'react-router-dom';

interface Props {
  Icon: SvgIconComponent;
  title: string;
  text: string;
  /** What whoever reads it can do about it. */
  children?: ReactNode;
}

/** The way to make the first one, at every width: on a phone react-admin's own floats beside it, without a word. */
export function EmptyCreate({ label }: { label: string }): ReactNode {
  const resource = useResourceContext();
  return (
    <Button component={Link} to={`/${resource}/create`} variant="contained" startIcon={<AddIcon />}>
      {label}
    </Button>
  );
}

export function Empty({ Icon, title, text, children }: Props): ReactNode {
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'center', textAlign: 'center', py: { xs: 6, sm: 10 }, px: 2 }}>
      <Icon sx={{ fontSize: 56, color: 'text.disabled' }} />
      <Typography component="h2" variant="h6">
        {title}
      </Typography>
      <Typography color="text.secondary" sx={{ maxWidth: 460 }}>
        {text}
      </Typography>
      {children && <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', justifyContent: 'center' }}>{children}</Stack>}
    </Stack>
  );
}

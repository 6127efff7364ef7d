/** A list with nothing in it says what would stand here, and how it gets there. */
import { Stack, Typography } from '@mui/material';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ReactNode } from 'react';

interface Props {
  Icon: SvgIconComponent;
  title: string;
  text: string;
  /** What whoever reads it can do about it. */
  children?: ReactNode;
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
      {children}
    </Stack>
  );
}

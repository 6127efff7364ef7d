/** A number that one looks for, what it counts, and the way to that. */
import { Link as MuiLink, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

interface Props {
  name: string;
  value: ReactNode;
  /** What it means, or what it is made of. */
  hint?: ReactNode;
  to?: string | undefined;
  color?: string;
}

export function Figure({ name, value, hint, to, color = 'text.primary' }: Props): ReactNode {
  const number = (
    <Typography component="span" sx={{ fontSize: 26, lineHeight: 1.25, fontWeight: 700, fontVariantNumeric: 'tabular-nums' }} color={color}>
      {typeof value === 'number' ? value.toLocaleString() : value}
    </Typography>
  );
  return (
    <Stack component="div" sx={{ minWidth: 0 }}>
      <Typography component="dt" variant="body2" color="text.secondary">
        {name}
      </Typography>
      <Typography component="dd" sx={{ m: 0 }}>
        {to ? (
          <MuiLink component={Link} to={to} color="inherit" sx={{ textDecorationThickness: 1, textUnderlineOffset: 4 }}>
            {number}
          </MuiLink>
        ) : (
          number
        )}
        {hint && (
          <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
            {hint}
          </Typography>
        )}
      </Typography>
    </Stack>
  );
}

/** Several beside each other. */
export function Figures({ children, least = 150 }: { children: ReactNode; least?: number }): ReactNode {
  return (
    <Stack component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: `repeat(auto-fit, minmax(min(100%, ${least}px), 1fr))` }, gap: 2 }}>
      {children}
    </Stack>
  );
}

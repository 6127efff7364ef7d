/** A share as a bar, with its name and how it reads. */
import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface Props {
  name: ReactNode;
  /** Between 0 and 1; null where there is none. */
  share: number | null;
  value: ReactNode;
  color?: string;
}

export function Measure({ name, share, value, color = 'primary.main' }: Props): ReactNode {
  return (
    <Box>
      <Stack direction="row" sx={{ justifyContent: 'space-between', columnGap: 2, flexWrap: 'wrap' }}>
        <Typography component="span" variant="body2">
          {name}
        </Typography>
        <Typography component="span" variant="body2" color="text.secondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {value}
        </Typography>
      </Stack>
      <Box aria-hidden sx={{ height: 6, borderRadius: 3, bgcolor: 'action.hover', overflow: 'hidden' }}>
        <Box sx={{ height: 1, width: `${Math.round(Math.min(share ?? 0, 1) * 100)}%`, bgcolor: color, borderRadius: 3 }} />
      </Box>
    </Box>
  );
}

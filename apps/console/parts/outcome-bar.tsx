/** How many there were of each outcome: a bar, and the figures in words. */
import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { OUTCOMES, type Outcome } from './outcome.js';

const COLOURS: Readonly<Record<Outcome, string>> = { present: 'success.main', late: 'warning.main', substitute: 'success.light', apologised: 'info.main', absent: 'error.main', visitor: 'primary.main', notExpected: 'text.disabled' };

export function OutcomeBar({ counts }: { counts: Readonly<Record<Outcome, number>> }): ReactNode {
  const t = useWords();
  const shown = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  return (
    <>
      <Stack direction="row" aria-hidden sx={{ height: 20, gap: '2px', borderRadius: 1, overflow: 'hidden', mb: 1 }}>
        {shown.map((outcome) => (
          <Box key={outcome} sx={{ flex: counts[outcome], minWidth: 6, bgcolor: COLOURS[outcome] }} />
        ))}
      </Stack>
      <Stack direction="row" component="ul" sx={{ m: 0, p: 0, listStyle: 'none', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
        {shown.map((outcome) => (
          <Stack key={outcome} component="li" direction="row" sx={{ alignItems: 'center', gap: 0.75 }}>
            <Box aria-hidden sx={{ width: 12, height: 12, borderRadius: 0.5, bgcolor: COLOURS[outcome] }} />
            <Typography variant="body2">
              {t(`outcomes.${outcome}`)} {counts[outcome]}
            </Typography>
          </Stack>
        ))}
      </Stack>
    </>
  );
}

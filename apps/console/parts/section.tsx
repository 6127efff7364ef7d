/** A part of a page, with its heading. */
import { Card, CardContent, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  /** At the right of the heading. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Section({ title, actions, children }: Props): ReactNode {
  return (
    <Card variant="outlined" component="section">
      <CardContent sx={{ overflowWrap: 'anywhere', '& table': { overflowWrap: 'normal' } }}>
        <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 1, mb: 1.5, flexWrap: 'wrap' }}>
          <Typography component="h2" variant="subtitle1" sx={{ fontWeight: 600 }}>
            {title}
          </Typography>
          {actions}
        </Stack>
        {children}
      </CardContent>
    </Card>
  );
}

/** Names and values beside each other; below on a phone. What says nothing is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: ReactNode, value: ReactNode])[] }): ReactNode {
  return (
    <Stack component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(120px, max-content) 1fr' }, columnGap: 3, rowGap: { xs: 0.25, sm: 1 } }}>
      {facts.flatMap(([name, value], index) =>
        value === undefined || value === null || value === ''
          ? []
          : [
              <Typography key={`${index}-name`} component="dt" variant="body2" color="text.secondary" sx={{ mt: { xs: 1, sm: 0 } }}>
                {name}
              </Typography>,
              <Typography key={`${index}-value`} component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
                {value}
              </Typography>,
            ],
      )}
    </Stack>
  );
}

import { Card, CardContent, Chip, Link as MuiLink, Stack, Typography } from '@mui/material';
import PlaceIcon from '@mui/icons-material/PlaceOutlined';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { Item } from '../api/client.js';
import { Verdict } from '../parts/verdict.js';
import { useWords } from '../i18n/index.js';

export type Entry = Item<'searchDirectory'>;

export function EntryCard({ entry: { id, name, place, distanceKm, charter, alignment }, onDomain }: { entry: Entry; onDomain(domain: string): void }): ReactNode {
  // The way back is to what was asked.
  const { search } = useLocation();
  return (
    <Card variant="outlined" sx={{ height: '100%' }}>
      <CardContent>
        <Stack spacing={1.25}>
          <Typography component="h2" variant="h6">
            <MuiLink component={Link} to={`/directory/${id}`} state={{ from: search }} color="inherit">
              {name}
            </MuiLink>
          </Typography>
          <Where place={place} distanceKm={distanceKm} />
          {charter && <Typography variant="body2">{charter.purpose}</Typography>}
          {charter && charter.domain.length > 0 && (
            <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap' }}>
              {charter.domain.map((domain) => (
                <Chip key={domain} size="small" label={domain} onClick={() => onDomain(domain)} sx={{ minHeight: 28 }} />
              ))}
            </Stack>
          )}
          <Stack spacing={0.5} sx={{ alignItems: 'flex-start' }}>
            <Verdict verdict={alignment.verdict} score={alignment.score} provisional={alignment.provisional} />
            <Typography variant="body2" color="text.secondary">
              {alignment.explanation[0]}
            </Typography>
          </Stack>
        </Stack>
      </CardContent>
    </Card>
  );
}

export function Where({ place, distanceKm }: Pick<Entry, 'place' | 'distanceKm'>): ReactNode {
  const t = useWords();
  if (!place) return null;
  return (
    <Stack direction="row" sx={{ gap: 0.5, alignItems: 'center', color: 'text.secondary' }}>
      <PlaceIcon fontSize="small" />
      <Typography variant="body2">{distanceKm === undefined ? place.text : t('directory.away', { place: place.text, km: distanceKm })}</Typography>
    </Stack>
  );
}

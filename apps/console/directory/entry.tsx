/** One group of the directory, with what its verdict is made of. */
import { Box, Button, Grid, Stack, Typography } from '@mui/material';
import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import SearchOffIcon from '@mui/icons-material/SearchOff';
import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'react-router-dom';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { percent } from '../parts/chart.js';
import { Empty } from '../parts/empty.js';
import { Measure } from '../parts/measure.js';
import { Read } from '../parts/read.js';
import { Facts, Section } from '../parts/section.js';
import { Verdict } from '../parts/verdict.js';
import { When } from '../parts/when.js';
import { Where, type Entry } from './entry-card.js';
import { Frame } from './frame.js';

export default function DirectoryEntry(): ReactNode {
  const t = useWords();
  const { id = '' } = useParams();
  const { state } = useLocation() as { state?: { from?: string } | null };
  const entry = useRead('readDirectoryEntry', { path: { id } });
  return (
    <Frame title={entry.data?.name}>
      <Stack spacing={2}>
        <Button component={Link} to={`/directory${state?.from ?? ''}`} startIcon={<ArrowBackIcon />} sx={{ alignSelf: 'flex-start' }}>
          {t('directory.back')}
        </Button>
        {entry.error?.status === 404 ? <Empty Icon={SearchOffIcon} title={t('directory.gone.title')} text={t('directory.gone.text')} /> : <Read of={entry}>{(found) => <Details entry={found} />}</Read>}
      </Stack>
    </Frame>
  );
}

function Details({ entry: { name, place, distanceKm, timeZone, charter, alignment } }: { entry: Entry }): ReactNode {
  const t = useWords();
  return (
    <>
      <Stack spacing={1}>
        <Typography component="h1" variant="h5" sx={{ fontWeight: 700 }}>
          {name}
        </Typography>
        <Where place={place} distanceKm={distanceKm} />
        {charter && <Typography>{charter.purpose}</Typography>}
      </Stack>
      <Grid container spacing={2}>
        <Grid size={{ xs: 12, md: 7 }}>
          <Section title={t('directory.why')} actions={<Verdict verdict={alignment.verdict} score={alignment.score} provisional={alignment.provisional} />}>
            <Typography sx={{ mb: 2 }}>{alignment.explanation[0]}</Typography>
            <Stack spacing={1}>
              {alignment.criteria.map(({ criterion, level }) => (
                <Measure key={criterion} name={t(`alignment.criteria.${criterion}`)} share={level / 4} value={t(`alignment.levels.${level as 0}`)} />
              ))}
            </Stack>
            {alignment.ratios.length > 0 && (
              <Box sx={{ mt: 3 }}>
                <Typography component="h3" variant="subtitle2" sx={{ mb: 1 }}>
                  {t('directory.observed')}
                </Typography>
                <Stack spacing={1}>
                  {alignment.ratios.map(({ name: ratio, share }) => (
                    <Measure key={ratio} name={t(`alignment.ratios.${ratio}`)} share={share} value={percent(share)} />
                  ))}
                </Stack>
              </Box>
            )}
          </Section>
        </Grid>
        <Grid size={{ xs: 12, md: 5 }} sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          <Section title={t('directory.about')}>
            <Facts
              facts={[
                [t('groups.fields.domain'), charter?.domain.join(', ')],
                [t('groups.fields.practice'), charter?.practice],
                [t('groups.fields.timeZone'), timeZone.replaceAll('_', ' ')],
                [t('directory.decidedAt'), <When key="at" at={alignment.decidedAt} day />],
                [t('directory.until'), <When key="until" at={alignment.until} day />],
              ]}
            />
          </Section>
          <Section title={t('directory.join')}>
            <Typography variant="body2" sx={{ mb: 1.5 }}>
              {t('directory.joinText')}
            </Typography>
            <Button component={Link} to="/" variant="contained">
              {t('directory.signIn')}
            </Button>
          </Section>
        </Grid>
      </Grid>
    </>
  );
}

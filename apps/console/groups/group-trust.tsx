/** The trust pulse: what came of the quarters that are over, and whether the present one waits for an answer. */
import { Alert, Button, Grid, Stack, Typography } from '@mui/material';
import FavoriteIcon from '@mui/icons-material/FavoriteBorder';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMe } from '../api/me.js';
import { useRead, useReadPages } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Empty } from '../parts/empty.js';
import { PulseTotals } from '../parts/pulse-totals.js';
import { More, Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import type { OfGroup } from './of-group.js';

export default function GroupTrust({ group }: OfGroup): ReactNode {
  const t = useWords();
  const belongs = useMe()?.groups.includes(group.id) ?? false;
  const pages = useReadPages('listTrustPulses', { query: { groupId: group.id, sort: '-quarter', limit: 8 } });
  return (
    <Stack spacing={2}>
      {belongs && <Waiting groupId={group.id} />}
      <Read of={pages}>
        {(pulses) =>
          pulses.length === 0 ? (
            <Empty Icon={FavoriteIcon} title={t('pulse.empty.title')} text={t('pulse.empty.text')} />
          ) : (
            <>
              <Typography variant="body2" color="text.secondary">
                {t('pulse.explanation')}
              </Typography>
              <Grid container spacing={2}>
                {pulses.map((pulse) => (
                  <Grid key={pulse.id} size={{ xs: 12, lg: 6 }}>
                    <Section title={t('pulse.ofQuarter', { quarter: pulse.quarter, smart_count: pulse.answered })}>
                      <PulseTotals totals={pulse.totals} />
                    </Section>
                  </Grid>
                ))}
              </Grid>
              <More of={pages} />
            </>
          )
        }
      </Read>
    </Stack>
  );
}

function Waiting({ groupId }: { groupId: string }): ReactNode {
  const t = useWords();
  const { data } = useRead('readTrustPulseQuestions', {});
  const pulse = data?.groups.find((each) => each.groupId === groupId);
  if (!pulse) return null;
  if (pulse.takenPart) return <Alert severity="success">{t('pulse.taken', { quarter: pulse.quarter })}</Alert>;
  return (
    <Alert severity="info" action={<Button color="inherit" component={Link} to={`/trust-pulse?group=${groupId}`}>{t('pulse.answer')}</Button>}>
      {t('pulse.waits', { quarter: pulse.quarter })}
    </Alert>
  );
}

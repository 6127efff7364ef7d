/** Month by month: help given and received, hours attended against hours pledged. */
import { Grid, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Answer } from '../api/client.js';
import { HERE } from '../api/here.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Chart, type Series } from '../parts/chart.js';
import { useMoment } from '../parts/moment.js';
import { Section } from '../parts/section.js';
import { asHours, today } from '../parts/when.js';
import { monthsUpTo } from './days.js';

type Figures = Answer<'readProgress'>;

const MONTHS = 6;

export function Months({ memberId }: { memberId: string }): ReactNode {
  const t = useWords();
  const moment = useMoment();
  const months = monthsUpTo(moment.asOf ?? today(), MONTHS);
  // As many each time, so that they are always the same hooks.
  const answers = months.map(({ from, until }) => useRead('readProgress', { path: { id: memberId }, query: { ...moment, from, until, timeZone: HERE } }, { keepPrevious: true }));
  const all = answers.flatMap(({ data }) => (data ? [data] : []));
  if (all.length < MONTHS) return answers.some(({ error }) => error) ? null : <Skeleton variant="rounded" height={300} />;
  const labels = months.map(({ label }) => label);
  const pledges = all.some(({ time }) => time.pledgedHours !== undefined);
  return (
    <Grid container spacing={2}>
      <Grid size={{ xs: 12, md: 6 }}>
        <MonthsChart title={t('members.progress.helpChart')} none={t('members.progress.helpNone')} labels={labels} series={[series(t('members.progress.given'), all, ({ helped }) => helped.hoursGiven), series(t('members.progress.received'), all, ({ helped }) => helped.hoursReceived)]} />
      </Grid>
      <Grid size={{ xs: 12, md: 6 }}>
        <MonthsChart
          title={t('members.progress.timeChart')}
          none={t('members.progress.timeNone')}
          labels={labels}
          series={[series(t('members.progress.attended'), all, ({ time }) => time.attendedHours), ...(pledges ? [series(t('members.progress.pledged'), all, ({ time }) => time.pledgedHours ?? null)] : [])]}
        />
      </Grid>
    </Grid>
  );
}

function series(label: string, months: readonly Figures[], figure: (month: Figures) => number | null): Series {
  return { label, values: months.map(figure) };
}

function MonthsChart({ title, none, labels, series: shown }: { title: string; none: string; labels: readonly string[]; series: readonly Series[] }): ReactNode {
  const empty = shown.every(({ values }) => values.every((value) => !value));
  return (
    <Section title={title}>
      {empty ? (
        <Typography variant="body2" color="text.secondary">
          {none}
        </Typography>
      ) : (
        <Chart kind="bar" title={title} labels={labels} series={shown} write={asHours} />
      )}
    </Section>
  );
}

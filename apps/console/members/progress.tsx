/** Figures over days, each with what it counts; nobody is compared with anybody. */
import { Box, Grid, LinearProgress, Skeleton, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Answer } from '../api/client.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { useAddress } from '../parts/address.js';
import { percent } from '../parts/chart.js';
import { useMoment } from '../parts/moment.js';
import { WhyUnread } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { VALUES } from '../parts/values.js';
import { When } from '../parts/when.js';
import type { PartProps } from './standing.js';
import { Months } from './progress-months.js';

type Figures = Answer<'readProgress'>;

const WINDOWS = [30, 90, 180, 365];

export default function Progress({ standing }: PartProps): ReactNode {
  const t = useWords();
  const moment = useMoment();
  const [parameters, change] = useAddress();
  const days = WINDOWS.find((each) => String(each) === parameters.get('days')) ?? 90;
  const read = useRead('readProgress', { path: { id: standing.memberId }, query: { ...moment, days } }, { keepPrevious: true });
  const figures = read.data;
  return (
    <Stack spacing={2}>
      <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <ToggleButtonGroup exclusive size="small" color="primary" value={days} onChange={(_event, chosen: number | null) => chosen !== null && change({ days: String(chosen) })} aria-label={t('members.progress.window')}>
          {WINDOWS.map((each) => (
            <ToggleButton key={each} value={each} sx={{ px: { xs: 1.25, sm: 2 }, minHeight: 40 }}>
              {t('members.progress.days', { days: each })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {figures && (
          <Typography variant="body2" color="text.secondary">
            <When at={figures.window.from} day /> – <When at={new Date(Date.parse(figures.window.before) - 1).toISOString()} day />
          </Typography>
        )}
      </Stack>
      {figures ? (
        <AllFigures figures={figures} />
      ) : read.error ? (
        <WhyUnread of={read} />
      ) : (
        <Skeleton variant="rounded" height={320} />
      )}
      <Months memberId={standing.memberId} />
      <Typography variant="body2" color="text.secondary">
        {t('members.progress.note')}
      </Typography>
    </Stack>
  );
}

function AllFigures({ figures }: { figures: Figures }): ReactNode {
  const parts = [Time, Attendance, Learned, Taught, Helped, Acted];
  return (
    <Grid container spacing={2}>
      {parts.map((Part) => (
        <Grid key={Part.name} size={{ xs: 12, sm: 6, lg: 4 }} sx={{ display: 'grid' }}>
          <Part {...figures} />
        </Grid>
      ))}
    </Grid>
  );
}

interface FigureProps {
  title: string;
  value: ReactNode;
  /** Of what it is the share, as a bar: between 0 and 1. */
  share?: number | undefined;
  /** What it counts. */
  children: ReactNode;
}

function Figure({ title, value, share, children }: FigureProps): ReactNode {
  return (
    <Section title={title}>
      <Typography component="p" variant="h5" sx={{ fontWeight: 700 }}>
        {value}
      </Typography>
      {share !== undefined && <LinearProgress aria-hidden variant="determinate" value={Math.min(100, share * 100)} sx={{ height: 8, borderRadius: 4, my: 1 }} />}
      <Stack sx={{ gap: 0.5, mt: 0.5, color: 'text.secondary', typography: 'body2' }}>{children}</Stack>
    </Section>
  );
}

const shareOf = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);
const NUMBER = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

function Time({ time: { pledgedHours, attendedHours, meetingsWithoutMinutes } }: Figures): ReactNode {
  const t = useWords();
  const attended = attendedHours === null ? '—' : NUMBER.format(attendedHours);
  const pledges = pledgedHours !== undefined && pledgedHours !== null;
  return (
    <Figure title={t('members.progress.time')} value={pledges ? t('members.progress.hoursOf', { attended, pledged: NUMBER.format(pledgedHours) }) : t('members.progress.hours', { hours: attended })} share={pledges && attendedHours !== null ? shareOf(attendedHours, pledgedHours) : undefined}>
      <span>{t(pledges ? 'members.progress.timeCounts' : 'members.progress.timeCountsAlone')}</span>
      {meetingsWithoutMinutes > 0 && <span>{t('members.progress.timeUnknown', { smart_count: meetingsWithoutMinutes })}</span>}
    </Figure>
  );
}

function Attendance({ attendance: { expected, came, apologised, attendanceRate, commitmentRate } }: Figures): ReactNode {
  const t = useWords();
  if (attendanceRate === null || commitmentRate === null) {
    return (
      <Figure title={t('members.progress.attendance')} value="—">
        {t('members.progress.attendanceNone')}
      </Figure>
    );
  }
  return (
    <Figure title={t('members.progress.attendance')} value={t('members.progress.of', { part: came, whole: expected })} share={attendanceRate}>
      <span>{t('members.progress.attendanceCounts', { rate: percent(attendanceRate) })}</span>
      <span>{t('members.progress.commitmentCounts', { part: came + apologised, whole: expected, rate: percent(commitmentRate) })}</span>
    </Figure>
  );
}

function Learned({ learned: { reflections, peopleLearnedFrom, byValue } }: Figures): ReactNode {
  const t = useWords();
  const most = Math.max(1, ...VALUES.map((value) => byValue[value] ?? 0));
  return (
    <Figure title={t('members.progress.learned')} value={t('members.progress.reflections', { smart_count: reflections })}>
      <span>{t('members.progress.people', { smart_count: peopleLearnedFrom })}</span>
      <Box component="dl" aria-label={t('members.progress.byValue')} sx={{ m: 0, mt: 0.5, display: 'grid', gridTemplateColumns: 'max-content 1fr max-content', columnGap: 1, rowGap: 0.5, alignItems: 'center' }}>
        {VALUES.flatMap((value) => [
          <Box key={value} component="dt">
            {t(`reflections.value.${value}`)}
          </Box>,
          <Box key={`${value}-bar`} aria-hidden sx={{ height: 8, borderRadius: 4, bgcolor: 'action.hover' }}>
            <Box sx={{ height: 1, borderRadius: 4, bgcolor: 'secondary.main', width: `${((byValue[value] ?? 0) / most) * 100}%` }} />
          </Box>,
          <Box key={`${value}-count`} component="dd" sx={{ m: 0 }}>
            {byValue[value] ?? 0}
          </Box>,
        ])}
      </Box>
    </Figure>
  );
}

function Taught({ taught: { timesNamed, minutesGiven, storiesTold, storiesAcknowledged } }: Figures): ReactNode {
  const t = useWords();
  return (
    <Figure title={t('members.progress.taught')} value={t('members.progress.hours', { hours: NUMBER.format(minutesGiven / 60) })}>
      <span>{t('members.progress.taughtCounts')}</span>
      <span>{t('members.progress.timesNamed', { smart_count: timesNamed })}</span>
      <span>
        {t('members.progress.stories', { smart_count: storiesTold })}, {t('members.progress.acknowledged', { smart_count: storiesAcknowledged })}
      </span>
    </Figure>
  );
}

function Helped({ helped: { exchangesGiven, exchangesReceived, hoursGiven, hoursReceived, reciprocity } }: Figures): ReactNode {
  const t = useWords();
  return (
    <Figure title={t('members.progress.helped')} value={reciprocity === null ? '—' : percent(reciprocity)} share={reciprocity ?? undefined}>
      <span>{t('members.progress.helpedGiven', { smart_count: exchangesGiven, hours: NUMBER.format(hoursGiven) })}</span>
      <span>{t('members.progress.helpedReceived', { smart_count: exchangesReceived, hours: NUMBER.format(hoursReceived) })}</span>
      <span>{reciprocity === null ? t('members.progress.reciprocityNone') : t('members.progress.reciprocity', { lesser: NUMBER.format(Math.min(hoursGiven, hoursReceived)), sum: NUMBER.format(hoursGiven + hoursReceived) })}</span>
    </Figure>
  );
}

function Acted({ acted: { done, due } }: Figures): ReactNode {
  const t = useWords();
  return (
    <Figure title={t('members.progress.acted')} value={due === 0 ? '—' : t('members.progress.of', { part: done, whole: due })} share={shareOf(done, due)}>
      {t(due === 0 ? 'members.progress.actedNone' : 'members.progress.actedCounts')}
    </Figure>
  );
}

/** How the group is doing, as of any day. */
import { Grid, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Answer } from '../api/client.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Chart, percent } from '../parts/chart.js';
import { Figure, Figures } from '../parts/figure.js';
import { listOf } from '../parts/list-of.js';
import { MomentSliders, useMoment } from '../parts/moment.js';
import { Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { Verdict } from '../parts/verdict.js';
import { monthsInWords } from '../parts/months.js';
import { When } from '../parts/when.js';
import type { OfGroup } from './group-tabs.js';

type Health = Answer<'readGroupHealth'>;

const SPANS = [6, 12, 24] as const;

export default function GroupHealth({ group }: OfGroup): ReactNode {
  const t = useWords();
  const [parameters, setParameters] = useSearchParams();
  const months = SPANS.find((span) => String(span) === parameters.get('months')) ?? 12;
  const health = useRead('readGroupHealth', { path: { id: group.id }, query: { ...useMoment(), months } }, { keepPrevious: true });
  const choose = (span: number | null): void => {
    if (span === null) return;
    setParameters((before) => new URLSearchParams([...[...before].filter(([name]) => name !== 'months'), ['months', String(span)]]), { replace: true });
  };
  return (
    <Stack spacing={2}>
      <Section title={t('groups.health.moment')}>
        <MomentSliders from={group.foundedAt.slice(0, 10)} />
      </Section>
      <Read of={health} height={320}>
        {(data) => (
          <Stack spacing={2} sx={{ opacity: health.isPlaceholderData ? 0.6 : 1 }}>
            <Now groupId={group.id} health={data} />
            <Stack direction="row" sx={{ justifyContent: 'flex-end' }}>
              <ToggleButtonGroup exclusive size="small" value={months} onChange={(_event, span: number | null) => choose(span)} aria-label={t('groups.health.span')}>
                {SPANS.map((span) => (
                  <ToggleButton key={span} value={span}>
                    {t('groups.health.months', { smart_count: span })}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
            </Stack>
            <Months groupId={group.id} months={data.months} />
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

const HOURS = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

function Now({ groupId, health: { members, northStar, help, actions, stories, alignment } }: { groupId: string; health: Health }): ReactNode {
  const t = useWords();
  return (
    <>
      <Section title={t('groups.health.northStar')}>
        <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 3, alignItems: { sm: 'center' } }}>
          <Typography sx={{ fontSize: 44, fontWeight: 700, lineHeight: 1, whiteSpace: 'nowrap' }} data-testid="north-star">
            {northStar.there} / {northStar.activeMembers}
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ maxWidth: 620 }}>
            {t('groups.health.northStarText', { share: northStar.share === null ? '—' : percent(northStar.share), there: northStar.there, active: northStar.activeMembers, days: northStar.windowDays })}
          </Typography>
        </Stack>
      </Section>
      <Section title={t('groups.health.now')}>
        <Figures least={220}>
          <Figure name={t('groups.health.active')} value={members.active} hint={t('groups.health.facilitators', { smart_count: members.facilitators })} to={listOf('memberships', { groupId, status: 'active' })} />
          <Figure name={t('groups.health.helpBalance', { days: help.windowDays })} value={`${HOURS.format(help.hoursGiven)} h`} hint={t('groups.health.helpHint', { received: HOURS.format(help.hoursReceived), giving: help.membersGiving, receiving: help.membersReceiving, both: help.membersGivingAndReceiving })} to={listOf('help-exchanges', { groupId, status: 'confirmed' })} />
          <Figure name={t('groups.health.open')} value={actions.open} hint={t('groups.health.doneHint', { done: actions.done, due: actions.due, days: actions.windowDays })} to={listOf('actions', { groupId, status: 'open' })} />
          <Figure name={t('groups.health.overdue')} value={actions.overdue} to={listOf('actions', { groupId, status: 'open' })} color={actions.overdue > 0 ? 'error.main' : 'text.primary'} />
          <Figure name={t('groups.health.stories')} value={stories.told} hint={t('groups.health.storiesHint', { told: stories.toldLately, acknowledged: stories.acknowledgedLately, days: stories.windowDays })} to={listOf('stories', { groupId })} />
          <Figure
            name={t('groups.health.alignment')}
            value={alignment ? alignment.score : '—'}
            to={alignment ? `/alignment-reviews/${alignment.reviewId}/show` : undefined}
            hint={
              alignment ? (
                <>
                  <Verdict verdict={alignment.verdict} provisional={alignment.provisional} /> {t(alignment.inForce ? 'groups.health.inForceUntil' : 'groups.health.ranOut')} <When at={alignment.until} day />
                </>
              ) : (
                t('groups.health.neverReviewed')
              )
            }
          />
        </Figures>
      </Section>
    </>
  );
}

function Months({ groupId, months }: { groupId: string; months: Health['months'] }): ReactNode {
  const t = useWords();
  const labels = monthsInWords(months.map(({ month }) => month));
  const heldIn = (index: number): string | undefined => (months[index] && months[index].meetings > 0 ? listOf('meetings', { groupId, ...monthFilter(months[index].month) }) : undefined);
  const of = <K extends keyof Health['months'][number]>(field: K) => months.map((month) => month[field] as number | null);
  const shared = { labels, height: 220, to: heldIn };
  return (
    <Grid container spacing={2}>
      <Grid size={{ xs: 12, lg: 6 }}>
        <Section title={t('groups.health.attendance')}>
          <Hint text={t('groups.health.attendanceText')} />
          <Chart {...shared} kind="line" title={t('groups.health.attendance')} write={percent} most={1} series={[{ label: t('groups.health.attendanceRate'), values: of('attendanceRate') }, { label: t('groups.health.commitmentRate'), values: of('commitmentRate') }]} />
        </Section>
      </Grid>
      <Grid size={{ xs: 12, lg: 6 }}>
        <Section title={t('groups.health.reflection')}>
          <Hint text={t('groups.health.reflectionText')} />
          <Chart {...shared} kind="line" title={t('groups.health.reflection')} write={percent} most={1} series={[{ label: t('groups.health.reflectionRate'), values: of('reflectionRate') }]} />
        </Section>
      </Grid>
      <Grid size={{ xs: 12, lg: 6 }}>
        <Section title={t('groups.health.help')}>
          <Hint text={t('groups.health.helpText')} />
          <Chart {...shared} to={() => listOf('help-exchanges', { groupId, status: 'confirmed' })} kind="bar" title={t('groups.health.help')} write={(value) => `${HOURS.format(value)} h`} series={[{ label: t('groups.health.given'), values: of('hoursGiven') }, { label: t('groups.health.received'), values: of('hoursReceived') }]} />
        </Section>
      </Grid>
      <Grid size={{ xs: 12, lg: 6 }}>
        <Section title={t('groups.health.people')}>
          <Hint text={t('groups.health.peopleText')} />
          <Chart {...shared} to={() => listOf('memberships', { groupId })} kind="bar" title={t('groups.health.people')} series={[{ label: t('groups.health.active'), values: of('active') }, { label: t('groups.health.joined'), values: of('joined') }, { label: t('groups.health.left'), values: of('left') }]} />
        </Section>
      </Grid>
    </Grid>
  );
}

function Hint({ text }: { text: string }): ReactNode {
  return (
    <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
      {text}
    </Typography>
  );
}

/** The days of a month, as lists take them. */
function monthFilter(month: string): { from: string; until: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return { from: `${month}-01`, until: `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}` };
}

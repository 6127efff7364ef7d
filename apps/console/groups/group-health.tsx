/** How the group is doing, as of any day. */
import { Grid, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import GroupsIcon from '@mui/icons-material/Groups';
import type { ReactNode } from 'react';
import type { Answer } from '../api/client.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { useAddress } from '../parts/address.js';
import { Chart, percent } from '../parts/chart.js';
import { Empty } from '../parts/empty.js';
import { Figure, Figures } from '../parts/figure.js';
import { listOf } from '../parts/list-of.js';
import { LookBack } from '../parts/look-back.js';
import { useMoment } from '../parts/moment.js';
import { Behind, Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { Verdict } from '../parts/verdict.js';
import { heldInMonths, helpedInMonth, monthsInWords } from '../parts/months.js';
import { asHours, daysAgo, When, yesterday } from '../parts/when.js';
import type { OfGroup } from './of-group.js';

type Health = Answer<'readGroupHealth'>;

const SPANS = [6, 12, 24] as const;

export default function GroupHealth({ group }: OfGroup): ReactNode {
  const t = useWords();
  const [parameters, change] = useAddress();
  const months = SPANS.find((span) => String(span) === parameters.get('months')) ?? 12;
  const health = useRead('readGroupHealth', { path: { id: group.id }, query: { ...useMoment(), months } }, { keepPrevious: true });
  return (
    <Stack spacing={2}>
      <LookBack from={group.foundedAt} />
      <Read of={health} height={320}>
        {(data) => {
          if (data.members.active === 0 && data.months.every(({ active, meetings, joined }) => active + meetings + joined === 0)) return <Empty Icon={GroupsIcon} title={t('groups.health.empty.title')} text={t('groups.health.empty.text')} />;
          return (
            <Behind is={health.isPlaceholderData}>
              <Stack spacing={2}>
                <Now groupId={group.id} health={data} />
                <Stack direction="row" sx={{ justifyContent: 'flex-end' }}>
                  <ToggleButtonGroup exclusive size="small" value={months} onChange={(_event, span: number | null) => span !== null && change({ months: String(span) })} aria-label={t('groups.health.span')}>
                    {SPANS.map((span) => (
                      <ToggleButton key={span} value={span}>
                        {t('groups.health.months', { smart_count: span })}
                      </ToggleButton>
                    ))}
                  </ToggleButtonGroup>
                </Stack>
                <Months groupId={group.id} timeZone={data.timeZone} months={data.months} />
              </Stack>
            </Behind>
          );
        }}
      </Read>
    </Stack>
  );
}

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
          <Figure name={t('groups.health.helpBalance', { days: help.windowDays })} value={asHours(help.hoursGiven)} hint={t('groups.health.helpHint', { received: asHours(help.hoursReceived), giving: help.membersGiving, receiving: help.membersReceiving, both: help.membersGivingAndReceiving })} to={listOf('help-exchanges', { groupId, status: 'confirmed', from: daysAgo(help.windowDays) })} />
          <Figure name={t('groups.health.open')} value={actions.open} hint={t('groups.health.doneHint', { done: actions.done, due: actions.due, days: actions.windowDays })} to={listOf('actions', { groupId, status: 'open' })} />
          <Figure name={t('groups.health.overdue')} value={actions.overdue} to={listOf('actions', { groupId, status: 'open', until: yesterday() })} color={actions.overdue > 0 ? 'error.main' : 'text.primary'} />
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

function Months({ groupId, timeZone, months }: { groupId: string; timeZone: string; months: Health['months'] }): ReactNode {
  const t = useWords();
  const labels = monthsInWords(months.map(({ month }) => month));
  const heldIn = (index: number): string | undefined => (months[index] && months[index].meetings > 0 ? heldInMonths(groupId, timeZone, months[index].month) : undefined);
  const helpedIn = (index: number): string | undefined => (months[index] && months[index].hoursGiven > 0 ? helpedInMonth(groupId, timeZone, months[index].month) : undefined);
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
          <Chart {...shared} to={helpedIn} kind="bar" title={t('groups.health.help')} write={asHours} series={[{ label: t('groups.health.given'), values: of('hoursGiven') }, { label: t('groups.health.received'), values: of('hoursReceived') }]} />
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

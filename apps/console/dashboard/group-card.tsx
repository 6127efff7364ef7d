/** One group at a glance: every number leads to what it counts. */
import { Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { Chart, percent } from '../parts/chart.js';
import { Figure, Figures } from '../parts/figure.js';
import { listOf } from '../parts/list-of.js';
import { heldInMonths, monthsInWords } from '../parts/months.js';
import { Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { Verdict } from '../parts/verdict.js';

const MONTHS = 6;

export function GroupCard({ group: { id: groupId, name } }: { group: RecordOf<'groups'> }): ReactNode {
  const t = useWords();
  const may = useMay();
  const mayRead = may('readGroupHealth', { group: groupId });
  const health = useRead('readGroupHealth', { path: { id: groupId }, query: { months: MONTHS } }, { enabled: mayRead });
  const page = `/groups/${groupId}/show`;
  const alignment = health.data?.alignment;
  const heldIn = (first: string | undefined, last = first): string | undefined => first && health.data && heldInMonths(groupId, health.data.timeZone, first, last);
  const title = (
    <MuiLink component={Link} to={page} color="inherit">
      {name}
    </MuiLink>
  );
  return (
    <Section
      title={title}
      actions={
        alignment?.inForce && (
          <Box component={Link} to={`/alignment-reviews/${alignment.reviewId}/show`} sx={{ '& .MuiChip-root': { cursor: 'pointer' } }}>
            <Verdict verdict={alignment.verdict} score={alignment.score} provisional={alignment.provisional} />
          </Box>
        )
      }
    >
      {mayRead ? (
        <Read of={health} height={260}>
          {({ members, northStar, actions, months }) => {
            const meetings = months.reduce((sum, month) => sum + month.meetings, 0);
            const isQuiet = meetings === 0;
            return (
              <Stack spacing={1.5}>
                <Figures least={84}>
                  <Figure name={t('dashboard.northStar')} value={`${northStar.there}/${northStar.activeMembers}`} hint={northStar.share === null ? '—' : percent(northStar.share)} to={`${page}/health`} />
                  <Figure name={t('dashboard.members')} value={members.active} to={listOf('memberships', { groupId, status: 'active' })} />
                  <Figure name={t('dashboard.meetings')} value={meetings} hint={t('dashboard.inMonths', { smart_count: MONTHS })} to={heldIn(months[0]?.month, months.at(-1)?.month)} />
                  <Figure name={t('dashboard.open')} value={actions.open} hint={actions.overdue > 0 ? <Box component="span" sx={{ color: 'error.main' }}>{t('dashboard.overdue', { smart_count: actions.overdue })}</Box> : undefined} to={listOf('actions', { groupId, status: 'open' })} />
                </Figures>
                <Typography variant="body2" color="text.secondary">
                  {t(isQuiet ? 'dashboard.quiet' : 'dashboard.attendance')}
                </Typography>
                {!isQuiet && (
                  <Chart
                    kind="line"
                    height={160}
                    title={t('dashboard.attendanceOf', { name })}
                    labels={monthsInWords(months.map(({ month }) => month))}
                    write={percent}
                    most={1}
                    series={[
                      { label: t('groups.health.attendanceRate'), values: months.map(({ attendanceRate }) => attendanceRate) },
                      { label: t('groups.health.commitmentRate'), values: months.map(({ commitmentRate }) => commitmentRate) },
                    ]}
                    to={(index) => heldIn(months[index]?.month)}
                  />
                )}
              </Stack>
            );
          }}
        </Read>
      ) : (
        <Typography variant="body2" color="text.secondary">
          {t('dashboard.notYours')}
        </Typography>
      )}
    </Section>
  );
}

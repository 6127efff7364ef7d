/** What the group is for, and when it meets next. */
import { Alert, Button, Grid, List, ListItem, ListItemButton, ListItemText, Stack, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { isOver, LONGEST_MS } from '../parts/going-on.js';
import { listOf } from '../parts/list-of.js';
import { Read } from '../parts/read.js';
import { Facts, Section } from '../parts/section.js';
import { When } from '../parts/when.js';
import type { OfGroup } from './of-group.js';

export default function GroupOverview({ group }: OfGroup): ReactNode {
  const t = useWords();
  const { charter, foundedAt, timeZone, listed } = group;
  return (
    <Grid container spacing={2}>
      <NobodyYet group={group} />
      <Grid size={{ xs: 12, md: 7 }}>
        <Section title={charter ? t('groups.fields.version', { version: charter.version }) : t('groups.fields.charter')}>
          <Facts facts={charter ? [[t('groups.fields.purpose'), charter.purpose], [t('groups.fields.domain'), charter.domain.join(', ')], [t('groups.fields.practice'), charter.practice]] : []} />
          {!charter && <Typography variant="body2" color="text.secondary">{t('groups.noCharter')}</Typography>}
        </Section>
      </Grid>
      <Grid size={{ xs: 12, md: 5 }} sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <Meetings group={group} />
        <Section title={t('groups.one')}>
          <Facts facts={[[t('groups.fields.foundedAt'), <When key="at" at={foundedAt} day />], [t('groups.fields.timeZone'), timeZone], [t('groups.fields.listed'), t(listed ? 'app.yes' : 'app.no')]]} />
        </Section>
      </Grid>
    </Grid>
  );
}

/** What comes first in a group that was founded just now. */
function NobodyYet({ group: { id: groupId, status } }: OfGroup): ReactNode {
  const t = useWords();
  const mayRecord = useMay()('joinGroup', { group: groupId });
  const { data } = useRead('listMemberships', { query: { groupId, status: 'active', limit: 1 } }, { enabled: mayRecord && status === 'active' });
  if (data?.items.length !== 0) return null;
  return (
    <Grid size={12}>
      <Alert severity="info" action={<Button color="inherit" component={Link} to={`/groups/${groupId}/show/members`}>{t('groups.members.recordJoined')}</Button>}>
        {t('groups.members.first')}
      </Alert>
    </Grid>
  );
}

const SHOWN = 3;

function Meetings({ group: { id: groupId, status } }: OfGroup): ReactNode {
  const t = useWords();
  const maySchedule = useMay()('scheduleMeeting', { group: groupId });
  const [now] = useState(Date.now);
  const from = new Date(now - LONGEST_MS).toISOString();
  const next = useRead('listMeetings', { query: { groupId, status: 'scheduled', from, sort: 'startsAt', limit: 2 * SHOWN } });
  return (
    <Section
      title={t('groups.meetings.next')}
      actions={
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Button size="small" component={Link} to={listOf('meetings', { groupId })}>
            {t('groups.meetings.all')}
          </Button>
          {status === 'active' && maySchedule && (
            <Button size="small" variant="outlined" component={Link} to={`/meetings/create?groupId=${groupId}`}>
              {t('meetings.schedule')}
            </Button>
          )}
        </Stack>
      }
    >
      <Read of={next}>
        {({ items }) => {
          const coming = items.filter((meeting) => !isOver(meeting, now)).slice(0, SHOWN);
          return coming.length === 0 ? (
            <Typography variant="body2" color="text.secondary">
              {t(status === 'active' && maySchedule ? 'groups.meetings.scheduleOne' : 'groups.meetings.none')}
            </Typography>
          ) : (
            <List disablePadding dense sx={{ mx: -2, mb: -2 }}>
              {coming.map(({ id, title, startsAt }) => (
                <ListItem key={id} disablePadding>
                  <ListItemButton component={Link} to={`/meetings/${id}/show`} sx={{ minHeight: 48 }}>
                    <ListItemText primary={title} secondary={<><When at={startsAt} />{Date.parse(startsAt) <= now && ` · ${t('dashboard.next.now')}`}</>} />
                  </ListItemButton>
                </ListItem>
              ))}
            </List>
          );
        }}
      </Read>
    </Section>
  );
}

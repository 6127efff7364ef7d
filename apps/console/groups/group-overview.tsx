/** What the group is for, and when it meets next. */
import { Button, Grid, List, ListItem, ListItemButton, ListItemText, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { listOf } from '../parts/list-of.js';
import { Read } from '../parts/read.js';
import { Facts, Section } from '../parts/section.js';
import { When } from '../parts/when.js';
import type { OfGroup } from './group-tabs.js';

export default function GroupOverview({ group }: OfGroup): ReactNode {
  const t = useWords();
  const { charter, foundedAt, timeZone, listed } = group;
  return (
    <Grid container spacing={2}>
      <Grid size={{ xs: 12, md: 7 }}>
        <Section title={charter ? t('groups.fields.version', { version: charter.version }) : t('groups.fields.charter')}>
          <Facts facts={charter ? [[t('groups.fields.purpose'), charter.purpose], [t('groups.fields.domain'), charter.domain.join(', ')], [t('groups.fields.practice'), charter.practice]] : []} />
          {!charter && <Typography variant="body2" color="text.secondary">{t('groups.noCharter')}</Typography>}
        </Section>
      </Grid>
      <Grid size={{ xs: 12, md: 5 }} sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <Meetings groupId={group.id} />
        <Section title={t('groups.one')}>
          <Facts facts={[[t('groups.fields.foundedAt'), <When key="at" at={foundedAt} day />], [t('groups.fields.timeZone'), timeZone], [t('groups.fields.listed'), t(listed ? 'app.yes' : 'app.no')]]} />
        </Section>
      </Grid>
    </Grid>
  );
}

const SHOWN = 3;

function Meetings({ groupId }: { groupId: string }): ReactNode {
  const t = useWords();
  const may = useMay();
  const [from] = useState(() => new Date().toISOString());
  const next = useRead('listMeetings', { query: { groupId, status: 'scheduled', from, sort: 'startsAt', limit: SHOWN } });
  return (
    <Section title={t('groups.meetings.next')} actions={<Button size="small" component={Link} to={listOf('meetings', { groupId })}>{t('groups.meetings.all')}</Button>}>
      <Read of={next}>
        {({ items }) =>
          items.length === 0 ? (
            <Typography variant="body2" color="text.secondary">
              {t(may('scheduleMeeting', { group: groupId }) ? 'groups.meetings.scheduleOne' : 'groups.meetings.none')}
            </Typography>
          ) : (
            <List disablePadding dense sx={{ mx: -2, mb: -2 }}>
              {items.map(({ id, title, startsAt }) => (
                <ListItem key={id} disablePadding>
                  <ListItemButton component={Link} to={`/meetings/${id}/show`} sx={{ minHeight: 48 }}>
                    <ListItemText primary={title} secondary={<When at={startsAt} />} />
                  </ListItemButton>
                </ListItem>
              ))}
            </List>
          )
        }
      </Read>
    </Section>
  );
}

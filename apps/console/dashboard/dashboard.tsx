/** How one's groups are doing, and what waits for whoever reads. */
import { Alert, Button, Grid, Stack, Typography } from '@mui/material';
import GroupsIcon from '@mui/icons-material/Groups';
import { useState, type ReactNode } from 'react';
import { Title } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useMe, type Me } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { Loading } from '../layout/loading.js';
import { Empty } from '../parts/empty.js';
import { listOf } from '../parts/list-of.js';
import { GroupName } from '../parts/names.js';
import { Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { Alignment } from './alignment.js';
import { Asking } from './asking.js';
import { GroupCard } from './group-card.js';
import { Meetings } from './meetings.js';
import { NewReflections, NewStories } from './new.js';
import { Actions } from './actions.js';
import { Waiting } from './waiting.js';

type Group = RecordOf<'groups'>;

const SHOWN = 6;

export default function Dashboard(): ReactNode {
  const t = useWords();
  const me = useMe();
  if (!me) return <Loading />;
  return (
    <Stack spacing={3}>
      <Title title={t('menu.dashboard')} />
      {me.memberId !== null && <Own me={me} memberId={me.memberId} />}
      <Groups me={me} />
    </Stack>
  );
}

function Own({ me, memberId }: { me: Me; memberId: string }): ReactNode {
  return (
    <Grid container spacing={2}>
      <Grid size={{ xs: 12, md: 6 }}>
        <Waiting memberId={memberId} facilitates={me.facilitates} />
      </Grid>
      <Grid size={{ xs: 12, md: 6 }}>
        <Meetings memberId={memberId} groups={me.groups} />
      </Grid>
    </Grid>
  );
}

/** All of them for whoever has a role; for others their own, those they facilitate first. */
function Groups({ me }: { me: Me }): ReactNode {
  const t = useWords();
  const may = useMay();
  const all = me.roles.length > 0;
  const own = me.groups;
  const first = ({ id }: Group): number => (all ? 0 : Number(me.facilitates.includes(id)));
  const [shown, setShown] = useState(SHOWN);
  // Whoever has a role reads the first hundred by name.
  const groups = useRead('listGroups', { query: all ? { status: 'active', sort: 'name', limit: 100, total: 'true' } : ({ ids: own.slice(0, 100).join(','), limit: 100 } as object) }, { enabled: all || own.length > 0 });
  if (!all && own.length === 0) return <NoGroups memberId={me.memberId} />;
  return (
    <Read of={groups} height={400}>
      {({ items, next, total }) => {
        const active = items.filter(({ status }) => status === 'active').toSorted((a, b) => first(b) - first(a) || a.name.localeCompare(b.name));
        if (active.length === 0) {
          const begins = may('importRows') && may('inviteAccount');
          return (
            <Empty Icon={GroupsIcon} title={t('groups.empty.title')} text={t(begins ? 'dashboard.begin.text' : 'groups.empty.text')}>
              {may('foundGroup') && (
                <Button component={Link} to="/groups/create" variant="contained">
                  {t('groups.found')}
                </Button>
              )}
              {begins && (
                <>
                  <Button component={Link} to="/import" variant="outlined">
                    {t('import.name')}
                  </Button>
                  <Button component={Link} to="/accounts/create" variant="outlined">
                    {t('dashboard.begin.invite')}
                  </Button>
                </>
              )}
            </Empty>
          );
        }
        return (
          <>
            <GroupCards groups={active.slice(0, shown)} title={t(all ? 'dashboard.allGroups' : 'dashboard.ownGroups')} />
            {active.length > shown && (
              <Button onClick={() => setShown(shown + SHOWN)} sx={{ alignSelf: 'center' }}>
                {t('dashboard.moreGroups', { smart_count: active.length - shown })}
              </Button>
            )}
            {next !== null && (
              <Alert severity="info" action={<Button color="inherit" component={Link} to="/groups">{t('dashboard.toGroups')}</Button>}>
                {t('dashboard.onlySome', { shown: items.length, total: total ?? '…' })}
              </Alert>
            )}
            <Below me={me} groups={active} only={next === null ? undefined : t('dashboard.onlySome', { shown: items.length, total: total ?? '…' })} />
          </>
        );
      }}
    </Read>
  );
}

function NoGroups({ memberId }: { memberId: string | null }): ReactNode {
  const t = useWords();
  const asked = useRead('listMemberships', { query: { memberId: memberId ?? '', status: 'requested', limit: 25 } }, { enabled: memberId !== null }).data?.items ?? [];
  return (
    <Empty Icon={GroupsIcon} title={t('dashboard.noGroups.title')} text={t('dashboard.noGroups.text')}>
      {asked.map(({ id, groupId }) => (
        <Alert key={id} severity="info" sx={{ textAlign: 'left' }}>
          <GroupName id={groupId} />: {t('dashboard.noGroups.asked')}
        </Alert>
      ))}
      <Button component={Link} to="/groups" variant={asked.length > 0 ? 'outlined' : 'contained'}>
        {t('dashboard.noGroups.find')}
      </Button>
    </Empty>
  );
}

function GroupCards({ groups, title }: { groups: readonly Group[]; title: string }): ReactNode {
  return (
    <Stack spacing={1.5}>
      <Typography component="h2" variant="h6">
        {title}
      </Typography>
      <Grid container spacing={2}>
        {groups.map((group) => (
          <Grid key={group.id} size={{ xs: 12, md: groups.length === 1 ? 12 : 6 }}>
            <GroupCard group={group} />
          </Grid>
        ))}
      </Grid>
    </Stack>
  );
}

/** @param only says so where these are not all. */
function Below({ me, groups, only }: { me: Me; groups: readonly Group[]; only: string | undefined }): ReactNode {
  const t = useWords();
  // Then whoever has a role is told of the others, too.
  const of = only === undefined ? groups : undefined;
  return (
    <Grid container spacing={2}>
      <Grid size={{ xs: 12, md: 6 }} sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <Asking />
        {/* Members can do nothing about it: what was decided stands with each group. */}
        {me.roles.length > 0 && (
          <Section title={t('dashboard.review.title')} actions={<Button size="small" component={Link} to="/alignment-reviews">{t('dashboard.review.all')}</Button>}>
            <Alignment groups={groups} only={only} />
          </Section>
        )}
        <Section title={t('dashboard.actions.title')} actions={<Button size="small" component={Link} to={listOf('actions', { status: 'open' })}>{t('dashboard.actions.all')}</Button>}>
          <Actions groups={of} />
        </Section>
      </Grid>
      <Grid size={{ xs: 12, md: 6 }} sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <Section title={t('dashboard.reflections.title')} actions={<Button size="small" component={Link} to="/reflections">{t('dashboard.reflections.all')}</Button>}>
          <NewReflections groups={of} />
        </Section>
        <Section title={t('dashboard.stories.title')} actions={<Button size="small" component={Link} to="/stories">{t('dashboard.stories.all')}</Button>}>
          <NewStories groups={of} />
        </Section>
      </Grid>
    </Grid>
  );
}

/** Who belongs to the group, who asks to, and who once did. */
import { Button, FormControlLabel, Stack, Switch, Typography } from '@mui/material';
import GroupsIcon from '@mui/icons-material/Groups';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead, useReadPages } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Empty } from '../parts/empty.js';
import { listOf } from '../parts/list-of.js';
import { More, Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import type { OfGroup } from './of-group.js';
import { Joining } from './joining.js';
import { MembershipRows } from './membership-rows.js';
import { Requests } from './requests.js';

export default function GroupMembers({ group }: OfGroup): ReactNode {
  const t = useWords();
  const may = useMay();
  const { id: groupId, status } = group;
  const [past, setPast] = useState(false);
  return (
    <Stack spacing={2}>
      {status === 'active' && may('approveRequest', { group: groupId }) && <Requests groupId={groupId} />}
      <Section
        title={t(past ? 'groups.members.past' : 'groups.members.present')}
        actions={
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <FormControlLabel control={<Switch size="small" checked={past} onChange={({ target }) => setPast(target.checked)} />} label={t('groups.members.showPast')} />
            <Button size="small" component={Link} to={listOf('memberships', { groupId })}>
              {t('groups.members.asList')}
            </Button>
            {status === 'active' && <Joining groupId={groupId} />}
          </Stack>
        }
      >
        <Memberships key={String(past)} groupId={groupId} status={past ? 'left' : 'active'} />
      </Section>
    </Stack>
  );
}

function Memberships({ groupId, status }: { groupId: string; status: 'active' | 'left' }): ReactNode {
  const t = useWords();
  const pages = useReadPages('listMemberships', { query: { groupId, status, sort: 'joinedAt', limit: 100 } });
  const count = useRead('listMemberships', { query: { groupId, status, limit: 1, total: 'true' } }, { enabled: pages.more !== undefined }).data?.total;
  return (
    <Read of={pages}>
      {(memberships) =>
        memberships.length === 0 ? (
          status === 'active' ? <Empty Icon={GroupsIcon} title={t('groups.members.empty.title')} text={t('groups.members.empty.text')} /> : <Typography color="text.secondary">{t('groups.members.nobodyLeft')}</Typography>
        ) : (
          <>
            {pages.more && count !== undefined && count !== null && (
              <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
                {t('groups.members.shown', { shown: memberships.length, total: count })}
              </Typography>
            )}
            <MembershipRows memberships={memberships} />
            <More of={pages} />
          </>
        )
      }
    </Read>
  );
}

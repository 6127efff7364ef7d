/** Who asks to join, in any group: for whoever may answer in all of them. */
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { listOf } from '../parts/list-of.js';
import { GroupName, MemberName } from '../parts/names.js';
import { Section } from '../parts/section.js';
import { When } from '../parts/when.js';
import { Line, Lines } from './lines.js';

const SHOWN = 6;

export function Asking(): ReactNode {
  const t = useWords();
  const may = useMay()('approveRequest', {});
  const { data } = useRead('listMemberships', { query: { status: 'requested', limit: SHOWN } }, { enabled: may });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('dashboard.asking.title')} actions={<Button size="small" component={Link} to={listOf('memberships', { status: 'requested' })}>{t('dashboard.asking.all')}</Button>}>
      <Lines>
        {data.items.map(({ id, memberId, groupId, requestedAt }) => (
          <li key={id}>
            <Line to={`/groups/${groupId}/show/members`} more={<><GroupName id={groupId} /> · <When at={requestedAt} day /></>}>
              <MemberName id={memberId} plain />
            </Line>
          </li>
        ))}
      </Lines>
    </Section>
  );
}

/** What people learned and told most lately, as far as whoever reads may see it. */
import { Link as MuiLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { clamped } from '../parts/clamped.js';
import { GroupName, MemberName } from '../parts/names.js';
import { Read } from '../parts/read.js';
import { When } from '../parts/when.js';
import { Lines } from './lines.js';

interface OfGroups {
  /** Of these alone; undefined: of all. */
  groups: readonly RecordOf<'groups'>[] | undefined;
}

const SHOWN = 5;
/** So many are looked through for those of these groups. */
const READ = 50;

/** Asked of the service where it is one group. */
const within = (groups: OfGroups['groups']): { groupId?: string } => (groups?.length === 1 && groups[0] ? { groupId: groups[0].id } : {});

export function NewReflections({ groups }: OfGroups): ReactNode {
  const t = useWords();
  const reflections = useRead('listReflections', { query: { sort: '-reflectedAt', limit: READ, ...within(groups) } });
  const shown = groups && new Set(groups.map(({ id }) => id));
  return (
    <Read of={reflections}>
      {({ items }) => (
        <Rows
          none={t('dashboard.reflections.none')}
          rows={items
            .filter(({ groupId }) => groupId !== null && (shown?.has(groupId) ?? true))
            .slice(0, SHOWN)
            .map(({ id, what, authorId, groupId, reflectedAt }) => ({ id, to: `/reflections/${id}/show`, text: what ?? '—', by: authorId, groupId, at: reflectedAt }))}
        />
      )}
    </Read>
  );
}

export function NewStories({ groups }: OfGroups): ReactNode {
  const t = useWords();
  const stories = useRead('listStories', { query: { sort: '-toldAt', limit: READ, ...within(groups) } });
  const shown = groups && new Set(groups.map(({ id }) => id));
  return (
    <Read of={stories}>
      {({ items }) => (
        <Rows
          none={t('dashboard.stories.none')}
          rows={items
            .filter(({ groupId, status }) => status === 'told' && groupId !== null && (shown?.has(groupId) ?? true))
            .slice(0, SHOWN)
            .map(({ id, title, tellerId, groupId, toldAt }) => ({ id, to: `/stories/${id}/show`, text: title ?? '—', by: tellerId, groupId, at: toldAt }))}
        />
      )}
    </Read>
  );
}

interface Row {
  id: string;
  to: string;
  text: string;
  by: string;
  groupId: string | null;
  at: string;
}

function Rows({ rows, none }: { rows: readonly Row[]; none: string }): ReactNode {
  if (rows.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {none}
      </Typography>
    );
  }
  return (
    <Lines>
      {rows.map(({ id, to, text, by, groupId, at }) => (
        <li key={id}>
          <MuiLink component={Link} to={to} sx={clamped(2)}>
            {text}
          </MuiLink>
          <Typography component="div" variant="body2" color="text.secondary">
            <MemberName id={by} /> · <GroupName id={groupId} /> · <When at={at} day />
          </Typography>
        </li>
      ))}
    </Lines>
  );
}

/** What was promised and is still open, the longest overdue first. */
import { Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { GroupName, MemberName } from '../parts/names.js';
import { Read } from '../parts/read.js';
import { Day } from '../parts/when.js';
import { Line, Lines } from './lines.js';

const SHOWN = 6;

/** @param groups of these alone; undefined: of all. */
export function Actions({ groups }: { groups: readonly RecordOf<'groups'>[] | undefined }): ReactNode {
  const t = useWords();
  const [now] = useState(() => new Date().toISOString());
  const [one] = groups ?? [];
  const actions = useRead('listActions', { query: { status: 'open', sort: 'dueAt', limit: 100, ...(groups?.length === 1 && one && { groupId: one.id }) } });
  const shown = groups && new Set(groups.map(({ id }) => id));
  return (
    <Read of={actions}>
      {({ items }) => {
        const theirs = items.filter(({ groupId }) => groupId !== null && (shown?.has(groupId) ?? true));
        if (theirs.length === 0) {
          return (
            <Typography variant="body2" color="text.secondary">
              {t('dashboard.actions.none')}
            </Typography>
          );
        }
        return (
          <Lines>
            {theirs.slice(0, SHOWN).map(({ id, title, ownerId, groupId, dueOn, dueAt }) => (
              <li key={id}>
                <Line
                  to={`/actions/${id}/show`}
                  more={
                    <>
                      <MemberName id={ownerId} /> · <GroupName id={groupId} /> ·{' '}
                      <Typography component="span" variant="body2" color={dueAt < now ? 'error.main' : 'text.secondary'}>
                        {t(dueAt < now ? 'dashboard.actions.wasDue' : 'dashboard.actions.due')} <Day on={dueOn} />
                      </Typography>
                    </>
                  }
                >
                  {title}
                </Line>
              </li>
            ))}
          </Lines>
        );
      }}
    </Read>
  );
}

/** What was committed to the group and is still to be done. */
import { Chip, Link as MuiLink, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { MemberName } from '../parts/names.js';
import { Section } from '../parts/section.js';
import { Day } from '../parts/when.js';

export function Agenda({ meeting: { id, groupId } }: { meeting: RecordOf<'meetings'> }): ReactNode {
  const t = useWords();
  const may = useMay();
  const mayRead = may('readAgenda', { group: groupId });
  const { data } = useRead('readAgenda', { path: { id } }, { enabled: mayRead });
  if (!data) return null;
  return (
    <Section title={t('meetings.agenda.title')}>
      {data.actions.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {t('meetings.agenda.none')}
        </Typography>
      )}
      <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data.actions.map(({ actionId, title, ownerId, dueOn, due }) => (
          <Stack component="li" key={actionId} direction="row" sx={{ alignItems: 'center', gap: 1, py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
            <Stack sx={{ flex: 1, minWidth: 0 }}>
              <MuiLink component={Link} to={`/actions/${actionId}/show`} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {title ?? t('meetings.agenda.erased')}
              </MuiLink>
              <Typography variant="caption" color="text.secondary">
                <MemberName id={ownerId} /> · <Day on={dueOn} />
              </Typography>
            </Stack>
            {due && <Chip size="small" color="warning" variant="outlined" label={t('meetings.agenda.due')} />}
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

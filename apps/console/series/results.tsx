/** What became of each meeting of a series after it was changed. */
import { Alert, AlertTitle, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Answer } from '../api/client.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { MeetingName } from '../parts/names.js';
import { When } from '../parts/when.js';

type Result = NonNullable<Answer<'changeSeries'>['results']>[number];

export function Results({ answer: { results = [] }, ended, onClose }: { answer: Answer<'changeSeries'>; ended: boolean; onClose(): void }): ReactNode {
  const t = useWords();
  const count = (outcome: Result['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  const refused = results.filter(({ outcome }) => outcome === 'refused');
  return (
    <Alert severity={refused.length > 0 ? 'warning' : 'success'} onClose={onClose} role="status">
      <AlertTitle>{t(ended ? 'meetings.cancelMany.done' : 'series.results.recorded', { smart_count: count('recorded') })}</AlertTitle>
      {count('unchanged') > 0 && <Typography variant="body2">{t('series.results.unchanged', { smart_count: count('unchanged') })}</Typography>}
      {refused.length > 0 && <Typography variant="body2">{t('series.results.refused', { smart_count: refused.length })}</Typography>}
      <Stack component="ul" sx={{ m: 0, pl: 2.5 }}>
        {refused.map(({ index, id, problem }) => (
          <Typography component="li" variant="body2" key={index}>
            {id && <Named id={id} />} {(problem as { detail?: string } | undefined)?.detail}
          </Typography>
        ))}
      </Stack>
    </Alert>
  );
}

function Named({ id }: { id: string }): ReactNode {
  const { data } = useRead('readMeeting', { path: { id } });
  return (
    <>
      <MeetingName id={id} /> {data && <When at={data.startsAt} day />}:
    </>
  );
}

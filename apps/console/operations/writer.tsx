/** Processes that write views, by their names: all of them, and the one of a view. */
import { Alert, Box, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Answer } from '../api/client.js';
import { useWords } from '../i18n/index.js';
import { Section } from '../parts/section.js';
import { When } from '../parts/when.js';

type State = Answer<'listViews'>;

export function Workers({ workers }: { workers: State['workers'] }): ReactNode {
  const t = useWords();
  return (
    <Section title={t('operations.workers.name')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {t('operations.workers.text')}
      </Typography>
      {workers === null && <Alert severity="warning">{t('operations.workers.unknown')}</Alert>}
      {workers?.length === 0 && <Alert severity="warning">{t('operations.workers.none')}</Alert>}
      <Stack component="ul" spacing={1.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {workers?.map(({ instance, views, since, here }) => (
          <li key={instance ?? ''}>
            <Instance name={instance} here={here} />
            <Typography variant="body2" color="text.secondary">
              {t('operations.workers.views', { smart_count: views })}
              {since !== null && (
                <>
                  , {t('operations.since')} <When at={since} />
                </>
              )}
            </Typography>
          </li>
        ))}
      </Stack>
    </Section>
  );
}

/** Does not break within. */
const WHOLE = { display: 'inline-block' };

/** Who may write a view. @param known whether anybody's writer is. */
export function Writer({ view: { writer, here }, known }: { view: State['views'][number]; known: boolean }): ReactNode {
  const t = useWords();
  if (!known) return t('app.none');
  if (writer === null) return <Typography variant="body2" color="warning.main">{t('operations.nobody')}</Typography>;
  const { instance, since, until } = writer;
  return (
    <>
      <Instance name={instance} here={here} />
      <Typography variant="body2" color="text.secondary">
        {since !== null && (
          <Box component="span" sx={WHOLE}>
            {t('operations.since')} <When at={since} />
            {until !== null && ','}
          </Box>
        )}{' '}
        {until !== null && (
          <Box component="span" sx={WHOLE}>
            {t('operations.until')} <When at={until} />
          </Box>
        )}
      </Typography>
    </>
  );
}

function Instance({ name, here }: { name: string | null; here: boolean }): ReactNode {
  const t = useWords();
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography variant="body2" component="span" sx={{ overflowWrap: 'anywhere' }}>
        {name ?? t('operations.unnamed')}
      </Typography>
      {here && <Chip size="small" variant="outlined" label={t('operations.here')} />}
    </Stack>
  );
}

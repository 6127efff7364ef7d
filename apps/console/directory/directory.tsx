/** Groups that agreed to be found, and whose alignment is decided: to search without signing in. What is asked is in the address. */
import { Alert, Button, Grid, Stack, Typography } from '@mui/material';
import SearchOffIcon from '@mui/icons-material/SearchOff';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Query } from '../api/client.js';
import { useReadPages } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Empty } from '../parts/empty.js';
import { More, Read } from '../parts/read.js';
import { LOW } from '../theme.js';
import { EntryCard } from './entry-card.js';
import { Frame } from './frame.js';
import { NAMES, SearchForm, type Asked } from './search-form.js';

export default function Directory(): ReactNode {
  const t = useWords();
  const [parameters, setParameters] = useSearchParams();
  const asked: Asked = Object.fromEntries(NAMES.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name)]] : [])));
  const { within, near, ...rest } = asked;
  const query = { ...rest, ...(near && { near, ...(within && { within: Number(within) }) }), limit: 24 } as unknown as Query<'searchDirectory'>;
  const pages = useReadPages('searchDirectory', { query });
  const ask = (next: Asked): void => setParameters(next as Record<string, string>);
  const { error } = pages;
  const badInput = error?.status === 400;
  return (
    <Frame>
      <Stack spacing={3}>
        <Stack spacing={0.5}>
          <Typography component="h1" variant="h5" sx={{ fontWeight: 700 }}>
            {t('directory.title')}
          </Typography>
          <Typography color="text.secondary">{t('directory.text')}</Typography>
        </Stack>
        <SearchForm asked={asked} onAsk={ask} />
        {badInput ? (
          <Alert severity="warning" action={<Button color="inherit" onClick={() => ask({})}>{t('app.withoutFilters')}</Button>}>
            {error.document.errors?.map(({ detail }) => detail).join(' ') || error.message}
          </Alert>
        ) : (
          <Read of={pages} height={240}>
            {(found) =>
              found.length === 0 ? (
                <Empty Icon={SearchOffIcon} title={t('directory.empty.title')} text={t(Object.keys(asked).length > 0 ? 'directory.empty.filtered' : 'directory.empty.text')}>
                  {Object.keys(asked).length > 0 && (
                    <Button variant="outlined" onClick={() => ask({})}>
                      {t('app.withoutFilters')}
                    </Button>
                  )}
                </Empty>
              ) : (
                <>
                  <Grid container spacing={2} component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
                    {found.map((entry) => (
                      <Grid key={entry.id} size={{ xs: 12, sm: 6, md: 4 }} component="li" sx={{ [LOW]: { width: 'calc(50% - 8px)' } }}>
                        <EntryCard entry={entry} onDomain={(domain) => ask({ ...asked, domain })} />
                      </Grid>
                    ))}
                  </Grid>
                  <More of={pages} />
                </>
              )
            }
          </Read>
        )}
      </Stack>
    </Frame>
  );
}

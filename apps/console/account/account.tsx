/** One's own account: who one is here, and everything that guards it. */
import { Grid, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Title } from 'react-admin';
import { useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { Loading } from '../layout/loading.js';
import { OwnKeys } from './own-keys.js';
import { Password } from './password.js';
import { Providers } from './providers.js';
import { SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';
import { WhoIAm } from './who-i-am.js';

export default function Account(): ReactNode {
  const t = useWords();
  const me = useMe();
  if (!me) return <Loading />;
  return (
    <>
      <Title title={t('account.title')} />
      <Grid container spacing={2} sx={{ mt: 1 }}>
        <Grid size={{ xs: 12, md: 6 }}>
          <Stack spacing={2}>
            <WhoIAm me={me} />
            <Password me={me} />
            <SecondFactor me={me} />
          </Stack>
        </Grid>
        <Grid size={{ xs: 12, md: 6 }}>
          <Stack spacing={2}>
            <Sessions />
            <Providers />
            <OwnKeys me={me} />
          </Stack>
        </Grid>
      </Grid>
    </>
  );
}

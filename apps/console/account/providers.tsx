import { Button, List, ListItem, ListItemText, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { call } from '../api/client.js';
import { useMe } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { Section } from '../parts/section.js';
import { When } from '../parts/when.js';
import { ownerOf } from './who-i-am.js';

/** Nothing where the installation has no provider and none is linked. */
export function Providers(): ReactNode {
  const t = useWords();
  const me = useMe();
  const { data: ways } = useRead('readSignInWays', {});
  const { data } = useRead('listOwnProviders', {});
  if (!me || !ways || !data || (!ways.provider && data.items.length === 0)) return null;
  return (
    <Section title={t('account.providers.title')} actions={ways.provider && data.items.length === 0 && <LinkIt />}>
      {data.items.length === 0 && <Typography variant="body2">{t('account.providers.none')}</Typography>}
      <List disablePadding>
        {data.items.map(({ id, issuer, linkedAt }) => (
          <ListItem key={id} disableGutters>
            <ListItemText
              primary={new URL(issuer).host}
              secondary={
                <>
                  {t('account.providers.since')}: <When at={linkedAt} />
                </>
              }
            />
            <CommandButton operation="unlinkProvider" path={{ id }} ties={{ self: ownerOf(me) }} size="small" label={t('account.providers.unlink')} text={t('account.providers.unlinkText')} done={t('account.providers.unlinked')} color="error" />
          </ListItem>
        ))}
      </List>
    </Section>
  );
}

/** Leads to the provider, and from there back here. */
function LinkIt(): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    setBusy(true);
    try {
      const { url } = await call('linkProvider', { body: { returnTo: '/#/account' } });
      window.location.assign(url);
    } catch (error) {
      setBusy(false);
      notify((error as Problem).message, { type: 'error' });
    }
  };
  return (
    <Button size="small" variant="outlined" loading={busy} onClick={() => void go()}>
      {t('account.providers.link')}
    </Button>
  );
}

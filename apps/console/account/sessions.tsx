import { Button, Chip, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, List, ListItem, ListItemText, Stack, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useLogout, useNotify } from 'react-admin';
import { call, type Item } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { WhyUnread } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { When } from '../parts/when.js';
import { browserOf, systemOf } from './user-agent.js';
import { ownerOf } from './who-i-am.js';

export function Sessions(): ReactNode {
  const t = useWords();
  const read = useRead('listSessions', {});
  return (
    <Section title={t('account.sessions.title')} actions={<EndAll />}>
      <Typography variant="body2">{t('account.sessions.text')}</Typography>
      <WhyUnread of={read} />
      <List disablePadding>
        {read.data?.items.map((session) => (
          <Session key={session.id} {...session} />
        ))}
      </List>
    </Section>
  );
}

function Session({ id, current, userAgent, address, createdAt, lastSeenAt }: Item<'listSessions'>): ReactNode {
  const t = useWords();
  const me = useMe();
  const [browser, system] = [browserOf(userAgent), systemOf(userAgent)];
  return (
    <ListItem disableGutters divider sx={{ gap: 1, alignItems: 'flex-start' }}>
      <ListItemText
        primary={
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            {browser && system ? t('account.sessions.on', { browser, system }) : (browser ?? system ?? t('account.sessions.some'))} {t('account.sessions.from', { address })}
            {current && <Chip size="small" color="success" variant="outlined" label={t('account.sessions.here')} />}
          </Stack>
        }
        secondary={
          <>
            {t('account.sessions.seen')}: <When at={lastSeenAt} /> · {t('account.sessions.began')}: <When at={createdAt} />
          </>
        }
        slotProps={{ primary: { component: 'div' }, secondary: { component: 'div' } }}
      />
      {!current && me && <CommandButton operation="endSession" path={{ id }} ties={{ self: ownerOf(me) }} size="small" label={t('account.sessions.end')} done={t('account.sessions.ended')} />}
    </ListItem>
  );
}

/** Nothing is read any more after it: it leads to the page of signing in. */
function EndAll(): ReactNode {
  const t = useWords();
  const logout = useLogout();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);

  async function endAll(): Promise<void> {
    setBusy(true);
    try {
      await call('endAllSessions');
      await logout({}, undefined, false);
    } catch (error) {
      setBusy(false);
      notify((error as Problem).message, { type: 'error' });
    }
  }

  return (
    <>
      <Button size="small" variant="outlined" color="error" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('account.sessions.endAll')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby="end-all-title">
        <DialogTitle id="end-all-title">{t('account.sessions.endAll')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{t('account.sessions.endAllText')}</DialogContentText>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={() => setOpen(false)}>{t('app.cancel')}</Button>
          <Button variant="contained" color="error" loading={busy} onClick={() => void endAll()}>
            {t('account.sessions.endAll')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

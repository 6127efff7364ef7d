/** The secret of a key that was made just now: it is never shown again. */
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Answer } from '../api/client.js';
import { useWords } from '../i18n/index.js';
import { CopyButton } from '../parts/copy-button.js';
import { When } from '../parts/when.js';

export type MadeKey = Answer<'createKey'>;

/** @param oldUntil where it takes the place of another: how long that works on. */
export function SecretDialog({ made, oldUntil, onClose }: { made: MadeKey; oldUntil?: string; onClose(): void }): ReactNode {
  const t = useWords();
  const example = `curl -H "Authorization: Bearer ${made.secret}" ${window.location.origin}/api/v1/${made.scopes === null || made.scopes.includes('members:read') ? 'members' : (made.scopes.find((scope) => scope.endsWith(':read')) ?? 'members').split(':')[0]}`;
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="secret-title">
      <DialogTitle id="secret-title">{t('keys.secret.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Alert severity="warning">
            {t('keys.secret.text')}
            {oldUntil && (
              <>
                {' '}
                {t('keys.secret.again')} <When at={oldUntil} />.
              </>
            )}
          </Alert>
          <Code label={t('keys.secret.label')} text={made.secret} />
          <Code label={t('keys.secret.example')} text={example} />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" onClick={onClose}>
          {t('keys.secret.kept')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Code({ label, text }: { label: string; text: string }): ReactNode {
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Typography component="h3" variant="subtitle2">
        {label}
      </Typography>
      <Typography component="code" sx={{ fontFamily: 'monospace', fontSize: 14, overflowWrap: 'anywhere', p: 1.5, bgcolor: 'action.hover', borderRadius: 1, width: '100%' }}>
        {text}
      </Typography>
      <CopyButton text={text} />
    </Stack>
  );
}

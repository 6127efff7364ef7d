/** Several of one's own at once: each is given its own command, and what was refused is said. */
import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Form, useListContext, useNotify, useUnselectAll } from 'react-admin';
import { inTurn, useCommand } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { PickInput } from '../parts/pick-input.js';
import { useVisibilityChoices } from './reflection-inputs.js';
import type { Reflection, Visibility } from './reflection-words.js';

export function ManyActions(): ReactNode {
  const [asking, setAsking] = useState<'share' | 'withdraw'>();
  const t = useWords();
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setAsking('share')}>
        {t('reflections.bulk.share')}
      </Button>
      <Button size="small" color="error" aria-haspopup="dialog" onClick={() => setAsking('withdraw')}>
        {t('reflections.bulk.withdraw')}
      </Button>
      {asking && <Ask what={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function Ask({ what, onClose }: { what: 'share' | 'withdraw'; onClose(): void }): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const unselect = useUnselectAll('reflections');
  const { selectedIds, data } = useListContext<Reflection>();
  const { mutateAsync: share } = useCommand('shareReflection');
  const { mutateAsync: withdraw } = useCommand('withdrawReflection');
  const [busy, setBusy] = useState(false);
  const count = selectedIds.length;
  const choices = useVisibilityChoices(data?.some(({ id, groupId }) => selectedIds.includes(id) && groupId !== null) ?? false);

  const go = async ({ visibility = 'private' }: { visibility?: Visibility }): Promise<void> => {
    setBusy(true);
    const refused = await inTurn<string>(selectedIds, (id) => (what === 'share' ? share({ path: { id }, body: { visibility } }) : withdraw({ path: { id } })));
    const reasons = [...new Set(refused.map(({ why }) => why))].map((reason) => t('reflections.bulk.refused', { count: refused.filter(({ why }) => why === reason).length, reason }));
    notify([t('reflections.bulk.done', { done: count - refused.length, smart_count: count }), ...reasons].join(' '), { type: refused.length > 0 ? 'warning' : 'success' });
    unselect();
    onClose();
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="many-title">
      <Form onSubmit={go as never} defaultValues={{ visibility: 'private' }}>
        <DialogTitle id="many-title">{t(`reflections.bulk.${what}`)}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 2 }}>{t(`reflections.bulk.${what}Text`, { smart_count: count })}</DialogContentText>
          {what === 'share' && <PickInput source="visibility" label={t('reflections.fields.visibility')} choices={choices} />}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="contained" color={what === 'withdraw' ? 'error' : 'primary'} loading={busy}>
            {t(`reflections.bulk.${what}`)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

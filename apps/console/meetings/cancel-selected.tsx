/** Cancels the meetings that are ticked, one after the other, and says what became of each that could not be. */
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack, TextField } from '@mui/material';
import EventBusyIcon from '@mui/icons-material/EventBusy';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useListContext, useNotify, useUnselectAll } from 'react-admin';
import { useMay } from '../api/me.js';
import { inTurn, useCommand } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';

type Meeting = RecordOf<'meetings'>;

export function CancelSelected(): ReactNode {
  const t = useWords();
  const may = useMay();
  const notify = useNotify();
  const unselectAll = useUnselectAll('meetings', 'meetings.upcoming');
  const { selectedIds, data = [] } = useListContext<Meeting>();
  const { mutateAsync: cancel } = useCommand('cancelMeeting');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ title: string; why: string }[]>([]);
  const chosen = data.filter(({ id, groupId, status }) => selectedIds.includes(id) && status === 'scheduled' && may('cancelMeeting', { group: groupId }));

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const { reason } = Object.fromEntries(new FormData(event.currentTarget)) as { reason: string };
    setBusy(true);
    const refused = await inTurn(chosen, ({ id }) => cancel({ path: { id }, body: reason.trim() ? { reason } : {} }));
    setBusy(false);
    setFailed(refused.map(({ item: { title }, why }) => ({ title, why })));
    unselectAll();
    notify(t('meetings.cancelMany.done', { smart_count: chosen.length - refused.length }), { type: refused.length ? 'warning' : 'success' });
    if (refused.length === 0) setOpen(false);
  }

  return (
    <>
      <Button color="error" startIcon={<EventBusyIcon />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('meetings.cancel.title')}
      </Button>
      {open && (
        <Dialog open fullWidth maxWidth="sm" onClose={() => setOpen(false)} aria-labelledby="cancel-selected">
          <form onSubmit={(event) => void submit(event)}>
            <DialogTitle id="cancel-selected">{t('meetings.cancelMany.title', { smart_count: chosen.length })}</DialogTitle>
            <DialogContent>
              <Stack spacing={2}>
                <DialogContentText>{chosen.length < selectedIds.length ? t('meetings.cancelMany.some', { smart_count: chosen.length, of: selectedIds.length }) : t('meetings.cancelMany.text', { smart_count: chosen.length })}</DialogContentText>
                {failed.map(({ title, why }) => (
                  <Alert key={title} severity="error">
                    {title}: {why}
                  </Alert>
                ))}
                <TextField name="reason" label={t('app.reason')} multiline slotProps={{ htmlInput: { maxLength: 1_000 } }} />
              </Stack>
            </DialogContent>
            <DialogActions sx={{ px: 3, pb: 2 }}>
              <Button onClick={() => setOpen(false)}>{t(failed.length > 0 ? 'app.close' : 'meetings.cancelMany.keep')}</Button>
              <Button type="submit" variant="contained" color="error" loading={busy} disabled={chosen.length === 0}>
                {t('meetings.cancelMany.title', { smart_count: chosen.length })}
              </Button>
            </DialogActions>
          </form>
        </Dialog>
      )}
    </>
  );
}

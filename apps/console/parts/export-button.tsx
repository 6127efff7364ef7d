/** Everything that matches, as the service tells it at one moment: as CSV or NDJSON. People say why; it goes on record. */
import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, MenuItem, Stack, TextField } from '@mui/material';
import DownloadIcon from '@mui/icons-material/Download';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useListContext, useNotify } from 'react-admin';
import { download, type ExportFormat } from '../api/download.js';
import type { Problem } from '../api/problem.js';
import { RESOURCES, type ResourceName } from '../api/resources.js';
import { queryOf } from '../api/data-provider.js';
import { useWords } from '../i18n/index.js';
import { Refused } from './refused.js';

export function ExportButton({ resource }: { resource: ResourceName }): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const { filterValues, filter, sort, total } = useListContext();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const { format, reason } = Object.fromEntries(new FormData(event.currentTarget)) as { format: ExportFormat; reason: string };
    setBusy(true);
    setProblem(undefined);
    try {
      await download(RESOURCES[resource].list, { ...queryOf({ ...filterValues, ...filter }, sort), reason }, format);
      setOpen(false);
      notify(t('export.done'), { type: 'success' });
    } catch (error) {
      setProblem(error as Problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button size="small" startIcon={<DownloadIcon />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('export.title')}
      </Button>
      {open && (
        <Dialog open fullWidth maxWidth="sm" onClose={() => setOpen(false)} aria-labelledby="export-title">
          <form onSubmit={(event) => void submit(event)}>
            <DialogTitle id="export-title">{t('export.title')}</DialogTitle>
            <DialogContent>
              <DialogContentText sx={{ mb: 2 }}>{t('export.text', { smart_count: total ?? 0 })}</DialogContentText>
              {problem && <Refused message={problem.message} of={problem} />}
              <Stack spacing={2}>
                <TextField select name="format" defaultValue="csv" label={t('export.format')}>
                  <MenuItem value="csv">{t('export.csv')}</MenuItem>
                  <MenuItem value="ndjson">{t('export.ndjson')}</MenuItem>
                </TextField>
                <TextField name="reason" label={t('export.reason')} required multiline minRows={2} helperText={t('export.recorded')} slotProps={{ htmlInput: { maxLength: 1_000 } }} />
              </Stack>
            </DialogContent>
            <DialogActions sx={{ px: 3, pb: 2 }}>
              <Button onClick={() => setOpen(false)}>{t('app.cancel')}</Button>
              <Button type="submit" variant="contained" loading={busy}>
                {t('export.go')}
              </Button>
            </DialogActions>
          </form>
        </Dialog>
      )}
    </>
  );
}

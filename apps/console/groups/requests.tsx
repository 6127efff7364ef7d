/** Who asks to join: approved or declined one by one, or several at once. */
import { Alert, Box, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, FormControlLabel, Stack, TextField, Typography } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { useId, useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { inTurn, useCommand, useReadPages } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { MemberName } from '../parts/names.js';
import { More, Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { When } from '../parts/when.js';

export function Requests({ groupId }: { groupId: string }): ReactNode {
  const t = useWords();
  const pages = useReadPages('listMemberships', { query: { groupId, status: 'requested', limit: 100 } });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { answer, isAnswering, refused } = useAnswer(groupId, () => setChosen(new Set()));
  const asking = (pages.data ?? []).map(({ memberId }) => memberId);
  const selected = asking.filter((id) => chosen.has(id));
  const toggle = (id: string): void => setChosen((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  return (
    <Section title={t('groups.requests.title')}>
      <Read of={pages} height={48}>
        {(requests) =>
          requests.length === 0 ? (
            <Typography variant="body2" color="text.secondary">
              {t('groups.requests.none')}
            </Typography>
          ) : (
            <Stack spacing={1}>
              {refused && <Alert severity="error">{refused}</Alert>}
              {requests.length > 1 && <FormControlLabel label={t('groups.requests.all', { smart_count: requests.length })} control={<Checkbox checked={selected.length === asking.length} indeterminate={selected.length > 0 && selected.length < asking.length} onChange={({ target }) => setChosen(new Set(target.checked ? asking : []))} />} />}
              {requests.map(({ memberId, requestedAt }) => (
                <Stack key={memberId} direction="row" sx={{ alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
                  <Checkbox checked={chosen.has(memberId)} onChange={() => toggle(memberId)} slotProps={{ input: { 'aria-labelledby': `asks-${memberId}` } }} />
                  <Box id={`asks-${memberId}`} sx={{ flex: 1, minWidth: { xs: 220, sm: 140 } }}>
                    <MemberName id={memberId} />
                    <Typography component="div" variant="body2" color="text.secondary">
                      <When at={requestedAt} />
                    </Typography>
                  </Box>
                  <Stack direction="row" sx={{ gap: 1, ml: { xs: 5.25, sm: 0 } }}>
                    <Answers of={memberId} disabled={isAnswering} onApprove={() => void answer('approve', [memberId])} onDecline={(reason) => void answer('decline', [memberId], reason)} />
                  </Stack>
                </Stack>
              ))}
              <More of={pages} />
              {selected.length > 0 && (
                <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', pt: 1, borderTop: 1, borderColor: 'divider' }}>
                  <Typography variant="body2">{t('groups.requests.chosen', { smart_count: selected.length })}</Typography>
                  <Answers several disabled={isAnswering} onApprove={() => void answer('approve', selected)} onDecline={(reason) => void answer('decline', selected, reason)} />
                </Stack>
              )}
            </Stack>
          )
        }
      </Read>
    </Section>
  );
}

/** Answers requests one after the other; what is refused is told, and the rest goes on. */
function useAnswer(groupId: string, onDone: () => void) {
  const t = useWords();
  const notify = useNotify();
  const approve = useCommand('approveRequest');
  const decline = useCommand('declineRequest');
  const [isAnswering, setAnswering] = useState(false);
  const [refused, setRefused] = useState<string>();
  const answer = async (what: 'approve' | 'decline', memberIds: readonly string[], reason?: string): Promise<void> => {
    setAnswering(true);
    const path = { id: groupId };
    const problems = await inTurn(memberIds, (memberId) => (what === 'approve' ? approve.mutateAsync({ path, body: { memberId } }) : decline.mutateAsync({ path, body: { memberId, ...(reason && { reason }) } })));
    setAnswering(false);
    setRefused(problems.length > 0 ? [...new Set(problems.map(({ why }) => why))].join(' ') : undefined);
    const done = memberIds.length - problems.length;
    if (done > 0) notify(t(`groups.requests.${what}d` as 'groups.requests.approved', { smart_count: done }), { type: 'success' });
    onDone();
  };
  return { answer, isAnswering, refused };
}

function Answers({ of, several = false, disabled, onApprove, onDecline }: { of?: string; several?: boolean; disabled: boolean; onApprove(): void; onDecline(reason: string): void }): ReactNode {
  const t = useWords();
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const id = useId();
  const whom = <MemberName id={of} plain />;
  const variant = several ? 'contained' : 'outlined';
  return (
    <>
      <Button size="small" variant={variant} disabled={disabled} onClick={onApprove}>
        {t(several ? 'groups.requests.approveChosen' : 'groups.requests.approve')}
        {of && <span style={visuallyHidden}> {whom}</span>}
      </Button>
      <Button size="small" color="error" disabled={disabled} aria-haspopup="dialog" onClick={() => setDeclining(true)}>
        {t(several ? 'groups.requests.declineChosen' : 'groups.requests.decline')}
        {of && <span style={visuallyHidden}> {whom}</span>}
      </Button>
      <Dialog open={declining} onClose={() => setDeclining(false)} fullWidth maxWidth="sm" aria-labelledby={id}>
        <DialogTitle id={id}>
          {t(several ? 'groups.requests.declineChosen' : 'groups.requests.decline')}
          {of && <>: {whom}</>}
        </DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 2 }}>{t('groups.requests.declineText')}</DialogContentText>
          <TextField label={t('app.reason')} value={reason} onChange={({ target }) => setReason(target.value)} multiline fullWidth slotProps={{ htmlInput: { maxLength: 1000 } }} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={() => setDeclining(false)}>{t('app.cancel')}</Button>
          <Button
            variant="contained"
            color="error"
            onClick={() => {
              setDeclining(false);
              onDecline(reason.trim());
            }}
          >
            {t('groups.requests.decline')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

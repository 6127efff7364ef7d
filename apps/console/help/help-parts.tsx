import { Chip, Stack } from '@mui/material';
import CheckIcon from '@mui/icons-material/Check';
import type { ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { waitsFor, type Help } from './help-words.js';

const COLORS = { offered: 'info', withdrawn: 'default', recorded: 'warning', confirmed: 'success', disputed: 'error' } as const;

export function HelpStatus({ status }: Pick<Help, 'status'>): ReactNode {
  const t = useWords();
  return <Chip size="small" variant="outlined" color={COLORS[status]} label={t(`help.status.${status}`)} />;
}

/** What whoever received it can say, in a list and on the page. */
export function AnswerButtons({ help, size = 'medium' }: { help: Help; size?: 'small' | 'medium' }): ReactNode {
  const t = useWords();
  const me = useMe();
  if (!waitsFor(me, help)) return null;
  const memberId = me?.memberId as string;
  const shared = { path: { id: help.id }, ties: { self: memberId }, size };
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }} onClick={(event) => event.stopPropagation()}>
      <CommandButton {...shared} operation="confirmHelp" label={t('help.confirm.title')} done={t('help.confirm.done')} variant="contained" Icon={CheckIcon} body={() => ({ memberId })} />
      <CommandButton {...shared} operation="disputeHelp" label={t('help.dispute.title')} text={t('help.dispute.text')} done={t('help.dispute.done')} color="error" body={({ reason }: { reason: string }) => ({ memberId, reason })}>
        <TextInput source="reason" label={t('help.dispute.reason')} multiline minRows={2} fullWidth validate={required()} />
      </CommandButton>
    </Stack>
  );
}

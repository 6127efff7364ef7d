/** Whether whoever reads belongs to the group, and what they can do about it. */
import { Chip } from '@mui/material';
import HourglassIcon from '@mui/icons-material/HourglassEmpty';
import type { ReactNode } from 'react';
import { TextInput } from 'react-admin';
import { useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';

export function Belonging({ groupId }: { groupId: string }): ReactNode {
  const t = useWords();
  const memberId = useMe()?.memberId ?? undefined;
  const { data } = useRead('listMemberships', { query: { groupId, memberId: memberId ?? '' } }, { enabled: memberId !== undefined });
  if (memberId === undefined || !data) return null;
  const path = { id: groupId };
  const own = { self: memberId };
  const body = (values: { reason?: string }) => ({ memberId, ...(values.reason && { reason: values.reason }) });
  const status = data.items[0]?.status;
  if (status === 'requested') return <Chip icon={<HourglassIcon />} label={t('groups.members.youAsked')} sx={{ alignSelf: 'center' }} />;
  if (status === 'active') {
    return (
      <CommandButton operation="leaveGroup" path={path} ties={own} label={t('groups.members.leave')} text={t('groups.members.leaveText')} done={t('groups.members.youLeft')} body={body as never}>
        <TextInput source="reason" label={t('app.reason')} helperText={t('groups.members.reasonSeen')} multiline fullWidth />
      </CommandButton>
    );
  }
  return <CommandButton operation="requestMembership" path={path} ties={own} label={t('groups.members.ask')} text={t(status === 'left' ? 'groups.members.askAgainText' : 'groups.members.askText')} done={t('groups.members.asked')} variant="contained" body={() => ({ memberId })} />;
}

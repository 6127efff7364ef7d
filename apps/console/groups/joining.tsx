/** Recording that somebody joined, or came back. */
import PersonAddIcon from '@mui/icons-material/PersonAdd';
import type { ReactNode } from 'react';
import { required } from 'react-admin';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { MemberInput } from '../parts/member-input.js';
import { atOf, WhenInput } from './when-input.js';

export function Joining({ groupId }: { groupId: string }): ReactNode {
  const t = useWords();
  return (
    <CommandButton operation="joinGroup" path={{ id: groupId }} ties={{ group: groupId }} label={t('groups.members.recordJoined')} text={t('groups.members.recordJoinedText')} done={t('groups.members.joinedDone')} size="small" Icon={PersonAddIcon} body={({ memberId, occurredAt }: { memberId: string; occurredAt?: string }) => ({ memberId, ...atOf(occurredAt) })}>
      <MemberInput source="memberId" label={t('members.one')} validate={required()} />
      <WhenInput />
    </CommandButton>
  );
}

/** Recording that somebody joined, or came back. */
import PersonAddIcon from '@mui/icons-material/PersonAdd';
import type { ReactNode } from 'react';
import { AutocompleteInput, ReferenceInput, required } from 'react-admin';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { atOf, WhenInput } from './when-input.js';

export function Joining({ groupId }: { groupId: string }): ReactNode {
  const t = useWords();
  return (
    <CommandButton operation="joinGroup" path={{ id: groupId }} ties={{ group: groupId }} label={t('groups.members.recordJoined')} text={t('groups.members.recordJoinedText')} done={t('groups.members.joinedDone')} size="small" Icon={PersonAddIcon} body={({ memberId, occurredAt }: { memberId: string; occurredAt?: string }) => ({ memberId, ...atOf(occurredAt) })}>
      <ReferenceInput source="memberId" reference="members">
        <AutocompleteInput label={t('members.one')} optionText={({ displayName }: RecordOf<'members'>) => displayName ?? t('members.erased')} filterToQuery={(q: string) => ({ q })} validate={required()} fullWidth />
      </ReferenceInput>
      <WhenInput />
    </CommandButton>
  );
}

/** Whom somebody would rather not be put in touch with: nobody else sees it. */
import { Alert } from '@mui/material';
import BlockIcon from '@mui/icons-material/Block';
import type { ReactNode } from 'react';
import { useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import type { Member } from './standing.js';

/** Undefined while it is being read, and for who is no member. */
export function useBlocked(): readonly string[] | undefined {
  const memberId = useMe()?.memberId ?? undefined;
  return useRead('readMemberBlockList', { path: { id: memberId ?? '' } }, { enabled: memberId !== undefined }).data?.blockedMemberIds;
}

export function BlockButton({ member }: { member: Member }): ReactNode {
  const t = useWords();
  const own = useMe()?.memberId;
  const blocked = useBlocked();
  if (!own || !blocked || blocked.includes(member.id)) return null;
  return (
    <CommandButton
      operation="blockMember"
      path={{ id: own }}
      ties={{ self: own }}
      label={t('members.block.title')}
      text={t('members.block.text', { name: member.displayName })}
      done={t('members.block.done')}
      Icon={BlockIcon}
      color="error"
      variant="text"
      body={() => ({ blockedMemberId: member.id })}
    />
  );
}

export function UnblockButton({ memberId }: { memberId: string }): ReactNode {
  const t = useWords();
  const own = useMe()?.memberId;
  return own ? <CommandButton operation="unblockMember" path={{ id: own }} ties={{ self: own }} size="small" variant="text" label={t('members.block.lift')} done={t('members.block.lifted')} body={() => ({ blockedMemberId: memberId })} /> : null;
}

export function BlockNote({ member }: { member: Member }): ReactNode {
  const t = useWords();
  if (!useBlocked()?.includes(member.id)) return null;
  return (
    <Alert severity="warning" icon={<BlockIcon />} action={<UnblockButton memberId={member.id} />}>
      {t('members.block.note', { name: member.displayName })}
    </Alert>
  );
}

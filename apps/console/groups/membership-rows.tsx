/** Memberships of a group with what can be recorded of them. */
import { Box, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { TextInput } from 'react-admin';
import { useMay } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { MemberName } from '../parts/names.js';
import { When } from '../parts/when.js';
import { atOf, WhenInput } from './when-input.js';

type Membership = RecordOf<'memberships'>;

/** One row each on a desk, a card on a phone: the same elements, so that a dialog stays open where a phone is turned. */
export function MembershipRows({ memberships }: { memberships: readonly Membership[] }): ReactNode {
  return (
    <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {memberships.map((membership) => (
        <Box component="li" key={membership.id} sx={{ py: { xs: 1.25, md: 0.5 }, borderTop: 1, borderColor: 'divider', display: 'grid', columnGap: 2, rowGap: 0.75, alignItems: 'center', gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', md: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 2fr) minmax(0, 3fr)' } }}>
          <Typography component="div" variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            <MemberName id={membership.memberId} />
          </Typography>
          <Role membership={membership} />
          <Typography component="div" variant="body2" color="text.secondary" sx={{ gridColumn: { xs: '1 / -1', md: 'auto' } }}>
            <Periods membership={membership} />
          </Typography>
          <Box sx={{ gridColumn: { xs: '1 / -1', md: 'auto' } }}>
            <Commands membership={membership} />
          </Box>
        </Box>
      ))}
    </Stack>
  );
}

function Role({ membership: { role } }: { membership: Membership }): ReactNode {
  const t = useWords();
  return role === 'facilitator' ? <Chip size="small" color="primary" variant="outlined" label={t('memberships.roles.facilitator')} sx={{ justifySelf: { xs: 'end', md: 'start' } }} /> : <Typography variant="body2">{t('memberships.roles.member')}</Typography>;
}

/** The present one first, then those before; why they left where whoever reads may know. */
function Periods({ membership: { periods, reason } }: { membership: Membership }): ReactNode {
  const t = useWords();
  return (
    <>
      {periods.toReversed().map(({ from, to }) => (
        <div key={from}>
          {to === undefined && `${t('memberships.since')} `}
          <When at={from} day />
          {to !== undefined && (
            <>
              {' – '}
              <When at={to} day />
            </>
          )}
        </div>
      ))}
      {reason && <div>{reason}</div>}
    </>
  );
}

function Commands({ membership: { groupId, memberId, status, role } }: { membership: Membership }): ReactNode {
  const t = useWords();
  const may = useMay();
  const ties = { group: groupId, self: memberId };
  const shared = { path: { id: groupId }, ties, of: <MemberName id={memberId} plain />, size: 'small', variant: 'text' } as const;
  if (status !== 'active' || !(may('assignRole', ties) || may('leaveGroup', { group: groupId }))) return null;
  const facilitates = role === 'facilitator';
  return (
    <Stack direction="row" sx={{ gap: 0.5, justifyContent: { md: 'flex-end' }, flexWrap: 'wrap' }}>
      <CommandButton {...shared} operation="assignRole" label={t(facilitates ? 'groups.members.makeMember' : 'groups.members.makeFacilitator')} text={t(facilitates ? 'groups.members.makeMemberText' : 'groups.members.makeFacilitatorText')} done={t('groups.members.roleDone')} body={({ reason }: { reason?: string }) => ({ memberId, role: facilitates ? ('member' as const) : ('facilitator' as const), ...(reason && { reason }) })}>
        <TextInput source="reason" label={t('app.reason')} multiline fullWidth />
      </CommandButton>
      {may('leaveGroup', { group: groupId }) && (
        <CommandButton {...shared} operation="leaveGroup" label={t('groups.members.recordLeft')} text={t('groups.members.leaveText')} done={t('groups.members.leftDone')} body={({ reason, occurredAt }: { reason?: string; occurredAt?: string }) => ({ memberId, ...(reason && { reason }), ...atOf(occurredAt) })}>
          <WhenInput />
          <TextInput source="reason" label={t('app.reason')} helperText={t('groups.members.reasonSeen')} multiline fullWidth />
        </CommandButton>
      )}
    </Stack>
  );
}

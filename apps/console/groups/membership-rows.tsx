/** Memberships of a group with what can be recorded of them: a table on a desk, cards on a phone. */
import { Box, Chip, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography, useMediaQuery, type Theme } from '@mui/material';
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

export function MembershipRows({ memberships }: { memberships: readonly Membership[] }): ReactNode {
  const t = useWords();
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  if (isPhone) {
    return (
      <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {memberships.map((membership) => (
          <Box component="li" key={membership.id} sx={{ py: 1.25, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 0.75 }}>
            <Stack direction="row" sx={{ gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
              <Typography component="div" sx={{ fontWeight: 600 }}>
                <MemberName id={membership.memberId} />
              </Typography>
              <Role membership={membership} />
            </Stack>
            <Typography component="div" variant="body2" color="text.secondary">
              <Periods membership={membership} />
            </Typography>
            <Commands membership={membership} />
          </Box>
        ))}
      </Stack>
    );
  }
  return (
    <TableContainer>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('members.one')}</TableCell>
            <TableCell>{t('memberships.fields.role')}</TableCell>
            <TableCell>{t('memberships.fields.periods')}</TableCell>
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {memberships.map((membership) => (
            <TableRow key={membership.id}>
              <TableCell component="th" scope="row">
                <MemberName id={membership.memberId} />
              </TableCell>
              <TableCell>
                <Role membership={membership} />
              </TableCell>
              <TableCell>
                <Periods membership={membership} />
              </TableCell>
              <TableCell align="right">
                <Commands membership={membership} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Role({ membership: { role } }: { membership: Membership }): ReactNode {
  const t = useWords();
  return role === 'facilitator' ? <Chip size="small" color="primary" variant="outlined" label={t('memberships.roles.facilitator')} /> : <Typography variant="body2">{t('memberships.roles.member')}</Typography>;
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
  const shared = { path: { id: groupId }, ties, size: 'small', variant: 'text' } as const;
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

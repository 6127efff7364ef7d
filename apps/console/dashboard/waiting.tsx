/** What somebody else waits for: help to confirm, introductions to answer, the trust pulse, people who ask to join. */
import { Alert, Link as MuiLink, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useRead, useReadEach } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { GroupName, MemberName } from '../parts/names.js';
import { Section } from '../parts/section.js';
import { hours, When } from '../parts/when.js';

/** Of somebody who facilitates more, these are asked. */
const GROUPS = 10;

export function Waiting({ memberId, facilitates }: { memberId: string; facilitates: readonly string[] }): ReactNode {
  const t = useWords();
  const help = useRead('listHelpExchanges', { query: { memberIds: memberId, status: 'recorded', limit: 25 } });
  const introductions = useRead('listIntroductions', { query: { memberIds: memberId, status: 'suggested', limit: 25 } });
  const pulse = useRead('readTrustPulseQuestions', {});
  const asking = useReadEach('listMemberships', facilitates.slice(0, GROUPS).map((groupId) => ({ query: { groupId, status: 'requested', limit: 25 } })));
  const rows = [
    ...asking.flatMap(({ data }) => data?.items ?? []).map(({ id, memberId: who, groupId, requestedAt }) => ({ key: id, to: `/groups/${groupId}/show/members`, text: t('dashboard.waiting.request'), more: <><MemberName id={who} /> · <GroupName id={groupId} /> · <When at={requestedAt} day /></> })),
    ...(help.data?.items ?? [])
      .filter(({ receiverIds, confirmedBy, disputes }) => receiverIds.includes(memberId) && !confirmedBy.includes(memberId) && !disputes.some((dispute) => dispute.memberId === memberId))
      .map(({ id, giverId, minutes, skill, happenedAt }) => ({ key: id, to: `/help-exchanges/${id}/show`, text: t('dashboard.waiting.help', { hours: hours(minutes ?? 0), skill: skill ?? '' }), more: <><MemberName id={giverId} /> · <When at={happenedAt} day /></> })),
    ...(introductions.data?.items ?? [])
      .filter(({ acceptedBy }) => !acceptedBy.includes(memberId))
      .map(({ id, seekerId, teacherId, suggestedAt }) => ({ key: id, to: `/introductions/${id}/show`, text: t('dashboard.waiting.introduction'), more: <><MemberName id={seekerId === memberId ? teacherId : seekerId} /> · <When at={suggestedAt} day /></> })),
    ...(pulse.data?.groups ?? []).filter(({ takenPart }) => !takenPart).map(({ groupId, quarter }) => ({ key: `pulse ${groupId}`, to: `/trust-pulse?group=${groupId}`, text: t('dashboard.waiting.pulse', { quarter }), more: <GroupName id={groupId} /> })),
  ];
  const isPending = [help, introductions, pulse, ...asking].some((each) => each.isPending);
  const error = [help, introductions, pulse, ...asking].find((each) => each.error)?.error;
  return (
    <Section title={t('dashboard.waiting.title')}>
      {error && <Alert severity="error">{t('app.failed', { detail: error.message })}</Alert>}
      {rows.length === 0 && !error ? (
        <Typography variant="body2" color="text.secondary">
          {isPending ? '…' : t('dashboard.waiting.none')}
        </Typography>
      ) : (
        <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none', gap: 1.25 }}>
          {rows.map(({ key, to, text, more }) => (
            <li key={key}>
              <MuiLink component={Link} to={to}>
                {text}
              </MuiLink>
              <Typography component="div" variant="body2" color="text.secondary">
                {more}
              </Typography>
            </li>
          ))}
        </Stack>
      )}
    </Section>
  );
}

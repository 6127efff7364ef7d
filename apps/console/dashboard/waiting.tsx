/** What is to be done now: people who ask to join, meetings to reflect on, help to confirm or to take up, introductions to answer, own actions that are due, the trust pulse. */
import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { unreadAmong, useRead, useReadEach } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { GroupName, MeetingName, MemberName } from '../parts/names.js';
import { CAME } from '../parts/outcome.js';
import { WhyUnread } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { Day, hours, When } from '../parts/when.js';
import { Line, Lines } from './lines.js';

/** Of somebody who facilitates more, these are asked. */
const GROUPS = 10;
const DAY_MS = 86_400_000;
const SOON_MS = 7 * DAY_MS;
/** After that nobody is asked any more what they learned at a meeting. */
const FRESH_MS = 14 * DAY_MS;

export function Waiting({ memberId, facilitates }: { memberId: string; facilitates: readonly string[] }): ReactNode {
  const t = useWords();
  const may = useMay();
  const help = useRead('listHelpExchanges', { query: { memberIds: memberId, status: 'recorded', limit: 25 } });
  const offers = useRead('listHelpExchanges', { query: { memberIds: memberId, status: 'offered', limit: 25 } });
  const introductions = useRead('listIntroductions', { query: { memberIds: memberId, status: 'suggested', limit: 25 } });
  const pulse = useRead('readTrustPulseQuestions', {});
  const [soon] = useState(() => new Date(Date.now() + SOON_MS).toISOString());
  const actions = useRead('listActions', { query: { ownerId: memberId, status: 'open', until: soon, sort: 'dueAt', limit: 25 } });
  const [since] = useState(() => new Date(Date.now() - FRESH_MS).toISOString());
  const reflects = may('recordReflection', { self: memberId });
  const attended = useRead('listAttendances', { query: { memberId, from: since, sort: '-startsAt', limit: 25 } }, { enabled: reflects });
  const reflected = useRead('listReflections', { query: { authorId: memberId, from: since, limit: 100 } }, { enabled: reflects });
  const meant = new Set(reflected.data?.items.map(({ meetingId }) => meetingId));
  const asking = useReadEach('listMemberships', facilitates.slice(0, GROUPS).map((groupId) => ({ query: { groupId, status: 'requested', limit: 25 } })));
  const rows = [
    ...asking.flatMap(({ data }) => data?.items ?? []).map(({ id, memberId: who, groupId, requestedAt }) => ({ key: id, to: `/groups/${groupId}/show/members`, text: t('dashboard.waiting.request'), more: <><MemberName id={who} /> · <GroupName id={groupId} /> · <When at={requestedAt} day /></> })),
    ...((reflected.data && attended.data?.items) ?? [])
      .filter(({ outcome, how, meetingId }) => outcome && how && CAME.includes(outcome) && !meant.has(meetingId))
      .map(({ id, meetingId, startsAt }) => ({ key: id, to: `/reflections/create?meetingId=${meetingId}`, text: t('dashboard.waiting.reflect'), more: <><MeetingName id={meetingId} plain /> · <When at={startsAt} day /></> })),
    ...(help.data?.items ?? [])
      .filter(({ receiverIds, confirmedBy, disputes }) => receiverIds.includes(memberId) && !confirmedBy.includes(memberId) && !disputes.some((dispute) => dispute.memberId === memberId))
      .map(({ id, giverId, minutes, skill, happenedAt }) => ({ key: id, to: `/help-exchanges/${id}/show`, text: t('dashboard.waiting.help', { hours: hours(minutes ?? 0), skill: skill ?? '' }), more: <><MemberName id={giverId} /> · <When at={happenedAt} day /></> })),
    ...(offers.data?.items ?? [])
      .filter(({ receiverIds }) => receiverIds.includes(memberId))
      .map(({ id, giverId, skill, happenedAt }) => ({ key: id, to: `/help-exchanges/${id}/show`, text: t('dashboard.waiting.offer', { skill: skill ?? '—' }), more: <><MemberName id={giverId} /> · <When at={happenedAt} day /></> })),
    ...(introductions.data?.items ?? [])
      .filter(({ acceptedBy }) => !acceptedBy.includes(memberId))
      .map(({ id, seekerId, teacherId, suggestedAt }) => ({ key: id, to: `/introductions/${id}/show`, text: t('dashboard.waiting.introduction'), more: <><MemberName id={seekerId === memberId ? teacherId : seekerId} /> · <When at={suggestedAt} day /></> })),
    ...(actions.data?.items ?? []).map(({ id, title, dueOn, dueAt }) => ({ key: id, to: `/actions/${id}/show`, text: t('dashboard.waiting.action', { title: title ?? '—' }), more: <>{t(Date.parse(dueAt) < Date.now() ? 'dashboard.actions.wasDue' : 'dashboard.actions.due')} <Day on={dueOn} /></> })),
    ...(pulse.data?.groups ?? []).filter(({ takenPart }) => !takenPart).map(({ groupId, quarter }) => ({ key: `pulse ${groupId}`, to: `/trust-pulse?group=${groupId}`, text: t('dashboard.waiting.pulse', { quarter }), more: <GroupName id={groupId} /> })),
  ];
  const reads = [help, offers, introductions, actions, pulse, ...(reflects ? [attended, reflected] : []), ...asking];
  const isPending = reads.some((each) => each.isPending);
  const unread = unreadAmong(reads);
  return (
    <Section title={t('dashboard.waiting.title')} actions={reflects && <Button size="small" component={Link} to="/reflections/create">{t('reflections.record')}</Button>}>
      <WhyUnread of={unread} />
      {rows.length === 0 && !unread.error ? (
        <Typography variant="body2" color="text.secondary">
          {isPending ? '…' : t('dashboard.waiting.none')}
        </Typography>
      ) : (
        <Lines>
          {rows.map(({ key, to, text, more }) => (
            <li key={key}>
              <Line to={to} more={more}>
                {text}
              </Line>
            </li>
          ))}
        </Lines>
      )}
    </Section>
  );
}

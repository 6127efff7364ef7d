import { Alert } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { required, type RaRecord } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { HERE } from '../api/here.js';
import { useMay, useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Loading } from '../layout/loading.js';
import { NotFound } from '../layout/not-found.js';
import { CountedInput } from '../parts/counted-input.js';
import { CreateForm } from '../parts/create-form.js';
import { GroupInput } from '../parts/group-input.js';
import { MemberInput, MembersInput } from '../parts/member-input.js';
import { MeetingName } from '../parts/names.js';
import { DueInput } from './action-parts.js';
import { dayIn } from './action-words.js';

const TITLE = 300;

/** A short text is the title; of a long one its first sentence is, and the whole stands below. */
function titled(nowWhat: string): { title: string; details?: string } {
  const line = nowWhat.replace(/\s+/g, ' ').trim();
  if (line.length <= TITLE) return { title: line };
  return { title: (/^.{10,280}?[.!?](?=\s)/.exec(line)?.[0] ?? line.slice(0, TITLE - 1)).trim(), details: nowWhat };
}

/** Links bring what an action comes from: `?reflectionId=`, `?meetingId=`, `?groupId=`, `?ownerId=`. */
function useOrigin(): { pending: boolean; defaults: object; fromReflection: boolean; meetingId: string | null } {
  const [parameters] = useSearchParams();
  const reflectionId = parameters.get('reflectionId');
  const { data: reflection, isLoading } = useRead('readReflection', { path: { id: reflectionId ?? '' } }, { enabled: reflectionId !== null });
  const meetingId = parameters.get('meetingId') ?? reflection?.meetingId ?? null;
  const { data: meeting, isLoading: meetingLoads } = useRead('readMeeting', { path: { id: meetingId ?? '' } }, { enabled: meetingId !== null });
  const groupId = parameters.get('groupId') ?? meeting?.groupId ?? reflection?.groupId ?? undefined;
  const ownerId = parameters.get('ownerId') ?? undefined;
  const defaults = useMemo(() => ({ helperIds: [], dueOn: dayIn(14), groupId, meetingId: meetingId ?? undefined, ownerId, ...(reflection?.nowWhat && { ...titled(reflection.nowWhat), reflectionId: reflection.id }) }), [reflection, groupId, meetingId, ownerId]);
  return { pending: isLoading || meetingLoads, defaults, fromReflection: !!reflection?.nowWhat, meetingId };
}

export default function ActionCreate(): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const { pending, defaults, fromReflection, meetingId } = useOrigin();
  if (!me || pending) return <Loading />;
  if (!may('commitAction')) return <NotFound />;

  const transform = ({ ownerId, groupId, meetingId: meeting, ...rest }: RaRecord): Partial<RaRecord> => {
    const committed = groupId ? { groupId, meetingId: meeting } : { timeZone: HERE };
    return { ...rest, ...committed, ownerId: ownerId ?? me.memberId };
  };
  return (
    <CreateForm resource="actions" title={t('actions.commit')} save={t('actions.commit')} done={t('actions.committed')} defaults={defaults} transform={transform}>
      {fromReflection && <Alert severity="info" sx={{ mb: 2, width: '100%' }}>{t('actions.fromReflection')}</Alert>}
      <CountedInput source="title" label={t('actions.fields.title')} most={TITLE} rows={1} validate={[required()]} />
      <DueInput />
      <GroupInput operation="commitAction" label={t('actions.fields.group')} none={t('actions.fields.groupNone')} />
      {meetingId && <Alert severity="info" icon={false} sx={{ mb: 2, width: '100%' }}>{t('actions.fields.meeting')} <MeetingName id={meetingId} plain /></Alert>}
      <PeopleInputs ofReflection={fromReflection} />
      <CountedInput source="details" label={t('actions.fields.details')} hint={t('actions.fields.detailsHint')} most={2_000} />
    </CreateForm>
  );
}

/** Facilitators and staff commit others; everybody else themselves. An action from a reflection is its author's. */
function PeopleInputs({ ofReflection }: { ofReflection: boolean }): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const [groupId, ownerId] = useWatch({ name: ['groupId', 'ownerId'] }) as (string | undefined)[];
  const forOthers = !ofReflection && may('commitAction', { group: groupId ?? null });
  return (
    <>
      {forOthers && <MemberInput source="ownerId" label={t('actions.fields.owner')} helperText={t(me?.memberId ? 'actions.fields.ownerHint' : 'actions.fields.ownerNeeded')} {...(!me?.memberId && { validate: required() })} />}
      <MembersInput source="helperIds" label={t('actions.fields.helpers')} helperText={t('actions.fields.helpersHint')} except={[ownerId ?? me?.memberId]} />
    </>
  );
}

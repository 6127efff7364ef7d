import { Alert } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { required } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { useMay, useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { Loading } from '../layout/loading.js';
import { NotFound } from '../layout/not-found.js';
import { CreateForm } from '../parts/create-form.js';
import { GroupInput } from '../parts/group-input.js';
import { MeetingName } from '../parts/names.js';
import { PickInput } from '../parts/pick-input.js';
import { StoryInputs } from './story-inputs.js';

export default function StoryCreate(): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const [parameters] = useSearchParams();
  const meetingId = parameters.get('meetingId') ?? undefined;
  const groupId = parameters.get('groupId') ?? (me?.groups.length === 1 ? me.groups[0] : undefined);
  const toldTo = me?.groups.length === 0 ? 'network' : 'group';
  const defaults = useMemo(() => ({ skills: [], toldTo, meetingId, ...(meetingId === undefined && { groupId }) }), [toldTo, meetingId, groupId]);
  if (!me) return <Loading />;
  if (!may('tellStory')) return <NotFound />;
  return (
    <CreateForm resource="stories" title={t('stories.tell')} save={t('stories.tell')} done={t('stories.told')} draft="story" defaults={defaults} transform={({ groupId: group, ...told }) => ({ ...told, tellerId: me.memberId, ...(told.toldTo === 'group' && { groupId: group }) })}>
      <StoryInputs />
      <AudienceInputs meetingId={meetingId} />
    </CreateForm>
  );
}

function AudienceInputs({ meetingId }: { meetingId: string | undefined }): ReactNode {
  const t = useWords();
  const toldTo = useWatch({ name: 'toldTo' }) as string;
  return (
    <>
      <PickInput source="toldTo" label={t('stories.fields.toldTo')} choices={(['group', 'network'] as const).map((id) => ({ id, name: t(`stories.toldTo.${id}`), text: t(`stories.toldToMeans.${id}`) }))} />
      {meetingId ? (
        <Alert severity="info" icon={false} sx={{ mb: 2, width: '100%' }}>
          {t('stories.fields.meeting')}: <MeetingName id={meetingId} plain />
        </Alert>
      ) : (
        toldTo === 'group' && <GroupInput operation="tellStory" label={t('stories.fields.group')} validate={required()} />
      )}
    </>
  );
}

import { Alert, Button } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { required } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { Link, useSearchParams } from 'react-router-dom';
import { useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CreateForm } from '../parts/create-form.js';
import { GroupInput } from '../parts/group-input.js';
import { When } from '../parts/when.js';
import { madeBy } from './reviewer.js';

export default function ReviewCreate(): ReactNode {
  const t = useWords();
  const [parameters] = useSearchParams();
  const groupId = parameters.get('groupId');
  return (
    <CreateForm resource="alignment-reviews" title={t('alignment.open')} save={t('alignment.open')} done={t('alignment.opened')} defaults={groupId ? { groupId } : {}}>
      <GroupInput operation="openReview" helperText={t('alignment.groupHint')} validate={required()} />
      <Standing />
    </CreateForm>
  );
}

/** What there is of the group: a review that is open, or a decision that was appealed, which the new one then answers. */
function Standing(): ReactNode {
  const t = useWords();
  const me = useMe();
  const { setValue } = useFormContext();
  const groupId = useWatch({ name: 'groupId' }) as string | null | undefined;
  const { data } = useRead('listAlignmentReviews', { query: { groupId: groupId ?? '', sort: '-openedAt', limit: 25 } }, { enabled: !!groupId });
  const open = data?.items.find(({ status }) => status === 'open');
  const appealed = data?.items.find(({ status, inForceUntil }) => status === 'appealed' && inForceUntil !== null && inForceUntil > new Date().toISOString());
  const appealOf = appealed?.id ?? null;
  useEffect(() => setValue('appealOf', appealOf), [appealOf, setValue]);
  if (open) {
    return (
      <Alert severity="info" sx={{ width: '100%' }} action={<Button color="inherit" component={Link} to={`/alignment-reviews/${open.id}/show`}>{t('app.show')}</Button>}>
        {t('alignment.openAlready')}
      </Alert>
    );
  }
  if (appealed) {
    return (
      <Alert severity={madeBy(appealed, me) ? 'warning' : 'info'} sx={{ width: '100%' }}>
        {t(madeBy(appealed, me) ? 'alignment.notByYou' : 'alignment.answersAppeal')} {appealed.decision && <When at={appealed.decision.at} day />}
      </Alert>
    );
  }
  return null;
}

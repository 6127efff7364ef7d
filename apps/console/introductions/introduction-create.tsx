import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { required, TextInput, type RaRecord } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { useMay, useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Loading } from '../layout/loading.js';
import { NotFound } from '../layout/not-found.js';
import { CreateForm } from '../parts/create-form.js';
import { GroupInput } from '../parts/group-input.js';
import { MemberInput } from '../parts/member-input.js';
import { PickInput } from '../parts/pick-input.js';

type For = 'me' | 'others';

export default function IntroductionCreate(): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const [parameters] = useSearchParams();
  // Whoever facilitates, and staff, put two others in touch; everybody else asks for themselves.
  const forOthers = me !== undefined && (me.facilitates.length > 0 || may('suggestIntroduction', {}));
  const defaults = useMemo(() => {
    const seekerId = parameters.get('seekerId') ?? undefined;
    const whose: For = me?.memberId && (!forOthers || !seekerId || seekerId === me.memberId) ? 'me' : 'others';
    return { whose, seekerId: whose === 'others' ? seekerId : undefined, teacherId: parameters.get('teacherId') ?? undefined, groupId: parameters.get('groupId') ?? undefined };
  }, [me, forOthers, parameters]);
  if (!me) return <Loading />;
  if (!may('suggestIntroduction')) return <NotFound />;
  const title = t(forOthers ? 'introductions.suggest' : 'introductions.ask');
  return (
    <CreateForm resource="introductions" title={title} save={title} done={t('introductions.suggested')} defaults={defaults} transform={({ whose, seekerId, groupId, ...rest }: RaRecord) => ({ ...rest, seekerId: whose === 'me' ? me.memberId : seekerId, ...(whose === 'others' && { groupId }) })}>
      <Inputs forOthers={forOthers} />
    </CreateForm>
  );
}

function Inputs({ forOthers }: { forOthers: boolean }): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const [whose, seekerId] = useWatch({ name: ['whose', 'seekerId'] }) as [For, string | undefined];
  const ownOnly = whose === 'me';
  return (
    <>
      {forOthers && me?.memberId && <PickInput source="whose" label={t('introductions.fields.whose')} choices={(['me', 'others'] as const).map((id) => ({ id, name: t(`introductions.whose.${id}`) }))} />}
      {!ownOnly && <MemberInput source="seekerId" label={t('introductions.fields.seeker')} validate={required()} />}
      {ownOnly && me?.memberId && <Candidates memberId={me.memberId} />}
      <MemberInput source="teacherId" label={t('introductions.fields.teacher')} validate={required()} except={[ownOnly ? me?.memberId : seekerId]} />
      {!ownOnly && <GroupInput operation="suggestIntroduction" of="facilitates" label={t('introductions.fields.group')} helperText={t('introductions.fields.groupHint')} {...(may('suggestIntroduction', {}) ? { none: t('introductions.fields.groupNone') } : { validate: required() })} />}
      <TextInput source="note" label={t(ownOnly ? 'introductions.fields.ownNote' : 'introductions.fields.note')} helperText={t('introductions.fields.noteHint')} multiline minRows={2} fullWidth slotProps={{ htmlInput: { maxLength: 1_000 } }} />
    </>
  );
}

const SHOWN = 5;

/** Whom somebody could learn from, with the reasons. */
function Candidates({ memberId }: { memberId: string }): ReactNode {
  const t = useWords();
  const { setValue } = useFormContext();
  const chosen = useWatch({ name: 'teacherId' }) as string | undefined;
  const { data } = useRead('learnFrom', { path: { id: memberId }, query: { limit: SHOWN } });
  if (!data) return <Loading />;
  return (
    <Box sx={{ width: '100%', mb: 2 }}>
      <Typography component="h2" variant="subtitle2">
        {t('introductions.whom')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {t(data.items.length > 0 ? 'introductions.whomText' : 'introductions.whomNone')}
      </Typography>
      <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none', gap: 1 }}>
        {data.items.map(({ memberId: id, displayName, score, reasons }) => (
          <Stack component="li" key={id} direction="row" sx={{ gap: 2, alignItems: 'flex-start', justifyContent: 'space-between', border: 1, borderColor: id === chosen ? 'primary.main' : 'divider', borderRadius: 1, p: 1.5 }}>
            <Box sx={{ minWidth: 0 }}>
              <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                <Typography sx={{ fontWeight: 600 }}>{displayName}</Typography>
                <Chip size="small" variant="outlined" label={`${score} / 100`} />
              </Stack>
              <Typography variant="body2" color="text.secondary">
                {reasons.join(' ')}
              </Typography>
            </Box>
            <Button size="small" variant={id === chosen ? 'contained' : 'outlined'} aria-pressed={id === chosen} aria-label={t('introductions.chooseName', { name: displayName })} onClick={() => setValue('teacherId', id, { shouldDirty: true, shouldValidate: true })}>
              {t(id === chosen ? 'introductions.chosen' : 'introductions.choose')}
            </Button>
          </Stack>
        ))}
      </Stack>
    </Box>
  );
}

import { Box, Card, CardContent, Chip, Stack, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/Add';
import AutorenewIcon from '@mui/icons-material/Autorenew';
import VpnKeyIcon from '@mui/icons-material/VpnKey';
import { useRef, useState, type ReactNode } from 'react';
import { ListBase, maxValue, minValue, NumberInput, Pagination, TextInput, Title, useListContext } from 'react-admin';
import { useMay, useMe } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { Loading } from '../layout/loading.js';
import { CommandButton } from '../parts/command-button.js';
import { Empty } from '../parts/empty.js';
import { MemberName } from '../parts/names.js';
import { WhyUnread } from '../parts/read.js';
import { Facts } from '../parts/section.js';
import { When } from '../parts/when.js';
import { KeyInputs, MYSELF, useRolesToGive, type NewKey } from './key-inputs.js';
import { wordsOf, type Scope } from './scopes.js';
import { SecretDialog, type MadeKey } from './secret-dialog.js';

type Key = RecordOf<'keys'>;

export default function KeyList(): ReactNode {
  return (
    <ListBase resource="keys" perPage={25} sort={{ field: 'id', order: 'DESC' }}>
      <Keys />
    </ListBase>
  );
}

interface Shown {
  made: MadeKey;
  oldUntil?: string;
}

function Keys(): ReactNode {
  const t = useWords();
  const { data, error, isPending, page, hasNextPage, refetch } = useListContext<Key>();
  const [shown, setShown] = useState<Shown>();
  return (
    <Stack spacing={2} sx={{ mt: 1 }}>
      <Title title={t('keys.name', { smart_count: 2 })} />
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <Typography sx={{ maxWidth: 640 }}>{t('keys.intro')}</Typography>
        <MakeKey onMade={(made) => setShown({ made })} />
      </Stack>
      {isPending && <Loading />}
      <WhyUnread of={{ error: error as Problem | null, refetch }} />
      {data?.length === 0 && page === 1 && <Empty Icon={VpnKeyIcon} title={t('keys.empty.title')} text={t('keys.empty.text')} />}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, gap: 2 }}>
        {data?.map((key) => <KeyCard key={key.id} given={key} onRotated={setShown} />)}
      </Box>
      {(page > 1 || hasNextPage) && <Pagination rowsPerPageOptions={[]} />}
      {shown && <SecretDialog {...shown} onClose={() => setShown(undefined)} />}
    </Stack>
  );
}

function MakeKey({ onMade }: { onMade(made: MadeKey): void }): ReactNode {
  const t = useWords();
  const roles = useRolesToGive();
  return (
    <CommandButton
      operation="createKey"
      path={undefined}
      label={t('keys.create.title')}
      Icon={AddIcon}
      variant="contained"
      defaults={{ role: roles[0], reach: 'all', scopes: [], days: 90 }}
      body={({ name, role, reach, scopes, days, reason }: NewKey) => ({ name, days, ...(role !== MYSELF && { role }), ...(reach === 'some' && scopes && { scopes }), ...(reason && { reason }) })}
      onDone={onMade}
      unsure={t('problem.keyUnsure')}
    >
      <KeyInputs />
    </CommandButton>
  );
}

const DAY_MS = 86_400_000;
const SOON_MS = 14 * DAY_MS;

type Ended = 'revoked' | 'expired' | 'soon' | undefined;

function endOf({ revokedAt, expiresAt }: Key): Ended {
  if (revokedAt !== null) return 'revoked';
  const left = Date.parse(expiresAt) - Date.now();
  return left <= 0 ? 'expired' : left < SOON_MS ? 'soon' : undefined;
}

function KeyCard({ given, onRotated }: { given: Key; onRotated(shown: Shown): void }): ReactNode {
  const t = useWords();
  const ended = endOf(given);
  const isOver = ended === 'revoked' || ended === 'expired';
  const { name, prefix, role, scopes, createdAt, expiresAt, revokedAt, lastUsedAt, lastUsedFrom } = given;
  return (
    <Card component="li" variant="outlined" sx={isOver ? { bgcolor: 'action.hover' } : {}}>
      <CardContent>
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'flex-start', gap: 1, flexWrap: 'wrap', mb: 1.5 }}>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', minWidth: 0 }}>
            <Typography component="h2" variant="subtitle1" color={isOver ? 'text.secondary' : 'text.primary'} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
              {name}
            </Typography>
            {ended && <Chip size="small" variant="outlined" color={ended === 'soon' ? 'warning' : 'default'} label={t(`keys.ended.${ended}`)} />}
          </Stack>
          {!isOver && <Acts given={given} onRotated={onRotated} />}
        </Stack>
        <Facts
          facts={[
            [t('keys.fields.secret'), <code key="prefix">{prefix}…</code>],
            [t('keys.fields.owner'), <Owner key="owner" {...given} />],
            [t('keys.fields.acts'), t(`keys.acts.${role ?? MYSELF}`)],
            [t('keys.fields.reach'), scopes === null ? t('keys.reach.allShort') : scopes.map((scope) => inWords(scope, t)).join('; ')],
            [t('keys.fields.made'), <When key="made" at={createdAt} day />],
            [t(revokedAt === null ? 'keys.fields.until' : 'keys.ended.revoked'), <When key="until" at={revokedAt ?? expiresAt} day={revokedAt === null} />],
            [t('keys.fields.used'), lastUsedAt === undefined ? undefined : lastUsedAt === null ? t('keys.fields.never') : <span key="used"><When at={lastUsedAt} />{lastUsedFrom && `, ${lastUsedFrom}`}</span>],
          ]}
        />
      </CardContent>
    </Card>
  );
}

function inWords(scope: string, t: ReturnType<typeof useWords>): string {
  return `${t(wordsOf(scope as Scope))} (${t(scope.endsWith(':write') ? 'keys.reach.write' : 'keys.reach.read').toLowerCase()})`;
}

function Owner({ accountId, memberId }: Key): ReactNode {
  const t = useWords();
  const me = useMe();
  if ((accountId !== null && accountId === me?.accountId) || (memberId !== null && memberId === me?.memberId)) return t('keys.owner.self');
  if (memberId !== null) return <MemberName id={memberId} />;
  return t(accountId === null ? 'keys.owner.installation' : 'keys.owner.other');
}

function Acts({ given: { id, accountId, memberId }, onRotated }: { given: Key; onRotated(shown: Shown): void }): ReactNode {
  const t = useWords();
  const may = useMay();
  const ties = { self: [accountId, memberId].filter((each) => each !== null) };
  const overlapHours = useRef(24);
  if (!may('rotateKey', ties) && !may('revokeKey', ties)) return null;
  return (
    <Stack direction="row" sx={{ gap: 1 }}>
      <CommandButton
        operation="rotateKey"
        path={{ id }}
        ties={ties}
        size="small"
        label={t('keys.rotate.title')}
        text={t('keys.rotate.text')}
        Icon={AutorenewIcon}
        defaults={{ overlapHours: 24 }}
        body={(values: { overlapHours: number; reason?: string }) => {
          overlapHours.current = values.overlapHours;
          return { overlapHours: values.overlapHours, ...(values.reason && { reason: values.reason }) };
        }}
        onDone={(made) => onRotated({ made, ...(overlapHours.current > 0 && { oldUntil: new Date(Date.parse(made.createdAt) + overlapHours.current * 3_600_000).toISOString() }) })}
      >
        <NumberInput source="overlapHours" label={t('keys.rotate.overlap')} helperText={t('keys.rotate.overlapHint')} min={0} max={168} validate={[minValue(0), maxValue(168)]} />
        <TextInput source="reason" label={t('app.reason')} multiline fullWidth />
      </CommandButton>
      <CommandButton operation="revokeKey" path={{ id }} ties={ties} size="small" color="error" label={t('keys.revoke.title')} text={t('keys.revoke.text')} done={t('keys.revoke.done')}>
        <TextInput source="reason" label={t('app.reason')} multiline fullWidth />
      </CommandButton>
    </Stack>
  );
}

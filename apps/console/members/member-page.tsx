/** Everything about one member that its reader may see, as it is or as it was: parts of it by tab, each read when it is opened. */
import { Alert, Box, Button, Tab } from '@mui/material';
import HandshakeIcon from '@mui/icons-material/Handshake';
import SendIcon from '@mui/icons-material/Send';
import { lazy, type ComponentType, type ReactNode } from 'react';
import { EditButton, TextInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Loading } from '../layout/loading.js';
import { Part as LazyPart } from '../layout/part.js';
import { useAddress } from '../parts/address.js';
import { CommandButton } from '../parts/command-button.js';
import { LookBack } from '../parts/look-back.js';
import { useMoment } from '../parts/moment.js';
import { GroupName } from '../parts/names.js';
import { ShowPage } from '../parts/show-page.js';
import { TabStrip } from '../parts/tab-strip.js';
import { BlockButton, BlockNote } from './block.js';
import { useStanding, type Member, type PartProps, type Standing } from './standing.js';

const PARTS = {
  profile: lazy(() => import('./profile.js')),
  timeline: lazy(() => import('./timeline.js')),
  progress: lazy(() => import('./progress.js')),
  'learn-from': lazy(() => import('./learn-from.js')),
  data: lazy(() => import('./own-data.js')),
} satisfies Record<string, ComponentType<PartProps>>;

type PartName = keyof typeof PARTS;

function partsFor({ may }: Standing): PartName[] {
  return [
    'profile',
    ...(may('readTimeline') ? (['timeline'] as const) : []),
    ...(may('readProgress') ? (['progress'] as const) : []),
    ...(may('learnFrom') ? (['learn-from'] as const) : []),
    ...(may('listAccessRecords') ? (['data'] as const) : []),
  ];
}

export function MemberPage({ id }: { id: string }): ReactNode {
  const t = useWords();
  const standing = useStanding(id);
  const moment = useMoment();
  const past = moment.asOf !== undefined || moment.knownAt !== undefined;
  const { data: then, error } = useRead('readMember', { path: { id }, query: moment }, { enabled: past, keepPrevious: true });
  const shownOf = (member: Member): Member => (past && then ? then : member);
  return (
    <ShowPage
      resource="members"
      id={id}
      heading={(member) => shownOf(member).displayName ?? t('members.erased')}
      below={(member) => shownOf(member).interests?.join(' · ')}
      actions={(member) => !past && !member.erased && standing && <Actions member={member} own={standing.own} />}
    >
      {(member) => (
        <>
          {member.erased && <Alert severity="info">{t('members.erasedText')}</Alert>}
          {!member.erased && standing && !standing.own && <BlockNote member={member} />}
          <LookBack from={member.registeredAt} />
          {past && error ? (
            <Alert severity="warning">{error.status === 404 ? t('members.lookBack.unknown') : error.message}</Alert>
          ) : standing ? (
            <Parts member={shownOf(member)} standing={standing} past={past} />
          ) : (
            <Loading />
          )}
        </>
      )}
    </ShowPage>
  );
}

function Actions({ member, own }: { member: Member; own: boolean }): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const { id } = member;
  const name = member.displayName ?? t('members.erased');
  return (
    <>
      {may('changeProfile', { self: id }) && <EditButton resource="members" record={member} variant="outlined" size="medium" label={t(own ? 'members.editOwn' : 'app.edit')} />}
      {!own && may('inviteAccount') && <InviteButton memberId={id} />}
      {!own && me?.memberId && (
        <CommandButton
          operation="suggestIntroduction"
          path={undefined}
          ties={{ self: me.memberId }}
          label={t('members.introduce.meTo', { name })}
          text={t('members.introduce.text')}
          done={t('members.introduce.done')}
          Icon={HandshakeIcon}
          body={({ note }: { note?: string }) => ({ seekerId: me.memberId as string, teacherId: id, ...(note && { note }) })}
        >
          <TextInput source="note" label={t('members.introduce.note')} helperText={t('members.introduce.noteHint')} multiline minRows={2} fullWidth />
        </CommandButton>
      )}
      {!own && <BlockButton member={member} />}
    </>
  );
}

/** Of somebody who has no account yet. */
function InviteButton({ memberId }: { memberId: string }): ReactNode {
  const t = useWords();
  const accounts = useRead('listAccounts', { query: { memberId, limit: 1 } });
  if (accounts.data?.items.length !== 0) return null;
  return (
    <Button component={Link} to={`/accounts/create?memberId=${memberId}`} variant="outlined" startIcon={<SendIcon />}>
      {t('accounts.invite.thisMember')}
    </Button>
  );
}

function Parts(props: PartProps): ReactNode {
  const t = useWords();
  const { standing } = props;
  const [parameters, change] = useAddress();
  const parts = partsFor(standing);
  const asked = parameters.get('tab') as PartName | null;
  const open = asked !== null && parts.includes(asked) ? asked : 'profile';
  const Part = PARTS[open];
  return (
    <>
      {parts.length > 1 && (
        <TabStrip value={open} onChange={(_event, name: PartName) => change({ tab: name }, { replace: false })} aria-label={t('members.sections')} sx={{ borderBottom: 1, borderColor: 'divider' }}>
          {parts.map((name) => (
            <Tab key={name} value={name} id={`tab-${name}`} aria-controls={`part-${name}`} label={t(`members.tabs.${name === 'data' && !standing.own ? 'looks' : name}`)} />
          ))}
        </TabStrip>
      )}
      {standing.through && standing.through.length > 0 && (open === 'timeline' || open === 'progress') && <Through groups={standing.through} />}
      <Box {...(parts.length > 1 && { role: 'tabpanel', id: `part-${open}`, 'aria-labelledby': `tab-${open}` })}>
        <LazyPart key={open}>
          <Part {...props} />
        </LazyPart>
      </Box>
    </>
  );
}

/** What a facilitator sees is not all there is. */
function Through({ groups }: { groups: readonly string[] }): ReactNode {
  const t = useWords();
  const [before, after] = t('members.through', { groups: '\n' }).split('\n');
  return (
    <Alert severity="info">
      {before}
      {groups.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <GroupName id={id} />
        </span>
      ))}
      {after}
    </Alert>
  );
}

/** Help that was given, or that is offered: one form, as the difference is when. */
import { Alert } from '@mui/material';
import { useMemo, useState, type ReactNode } from 'react';
import { required, TextInput, type RaRecord } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { useMay, useMe, type Me } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Loading } from '../layout/loading.js';
import { NotFound } from '../layout/not-found.js';
import { CreateForm } from '../parts/create-form.js';
import { GroupInput } from '../parts/group-input.js';
import { MemberInput, MembersInput } from '../parts/member-input.js';
import { PickInput } from '../parts/pick-input.js';
import { asLocalInput } from '../parts/when.js';
import { MinutesInput } from './minutes-input.js';
import type { Help } from './help-words.js';

type Side = 'gave' | 'received' | 'others';

/** What the form holds before anything is written: of an offer that came true, what it said. */
function defaultsFrom(me: Me, parameters: URLSearchParams, offer: Help | undefined): object {
  const now = asLocalInput(new Date().toISOString());
  const shared = { when: 'given', minutes: 30, at: now };
  if (!offer) {
    const receiver = parameters.get('receiverId');
    return { ...shared, side: me.memberId ? 'gave' : 'others', receiverIds: receiver ? [receiver] : [], groupId: parameters.get('groupId') ?? undefined, meetingId: parameters.get('meetingId') ?? undefined };
  }
  const { id, giverId, receiverIds, minutes, skill, groupId, note } = offer;
  const side = giverId === me.memberId ? 'gave' : me.memberId && receiverIds.includes(me.memberId) ? 'received' : 'others';
  return { ...shared, offerId: id, side, giverId, receiverIds: side === 'received' ? receiverIds.filter((each) => each !== me.memberId) : receiverIds, minutes: minutes ?? 30, skill, groupId, note };
}

export default function HelpCreate(): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const [parameters] = useSearchParams();
  const offerId = parameters.get('offerId');
  const { data: offer } = useRead('readHelpExchange', { path: { id: offerId ?? '' } }, { enabled: offerId !== null });
  const [when, setWhen] = useState<'given' | 'offered'>('given');
  const defaults = useMemo(() => me && defaultsFrom(me, parameters, offer as Help | undefined), [me, parameters, offer]);
  if (!me || !defaults || (offerId && !offer)) return <Loading />;
  if (!may('recordHelp')) return <NotFound />;
  const offering = when === 'offered';

  const transform = ({ side, when: _when, at, giverId, receiverIds = [], ...rest }: RaRecord): Partial<RaRecord> => {
    const { offerId: from, meetingId, ...offered } = rest;
    const own = me.memberId as string;
    const people = side === 'others' ? { giverId, receiverIds } : offering || side === 'gave' ? { giverId: own, receiverIds } : { giverId, receiverIds: [own, ...receiverIds] };
    return offering ? { ...offered, ...people } : { ...offered, ...people, offerId: from, meetingId, occurredAt: new Date(at as string).toISOString() };
  };
  return (
    <CreateForm
      resource={offering ? 'help-offers' : 'help-exchanges'}
      title={t(offering ? 'help.offer' : 'help.record')}
      save={t(offering ? 'help.offer' : 'help.record')}
      done={t(offering ? 'help.offered' : 'help.recorded')}
      defaults={defaults}
      transform={transform}
      to={(id) => `/help-exchanges/${id}/show`}
    >
      {offer ? <Alert severity="info" sx={{ mb: 2 }}>{t('help.fromOffer')}</Alert> : <WhenInput onWhen={setWhen} />}
      <PeopleInputs offering={offering} fromOffer={offer !== undefined} />
      <MinutesInput />
      <TextInput source="skill" label={t('help.fields.skill')} helperText={t('help.fields.skillHint')} fullWidth slotProps={{ htmlInput: { maxLength: 100 } }} />
      {!offering && <TextInput source="at" type="datetime-local" label={t('help.fields.when')} validate={required()} fullWidth slotProps={{ inputLabel: { shrink: true } }} />}
      <GroupInput operation={offering ? 'offerHelp' : 'recordHelp'} label={t('help.fields.group')} helperText={t('help.fields.groupHint')} none={t('help.fields.groupNone')} />
      <TextInput source="note" label={t('help.fields.note')} helperText={t('help.fields.noteHint')} multiline fullWidth slotProps={{ htmlInput: { maxLength: 1_000 } }} />
    </CreateForm>
  );
}

function WhenInput({ onWhen }: { onWhen(when: 'given' | 'offered'): void }): ReactNode {
  const t = useWords();
  return <PickInput source="when" label={t('help.fields.when')} onPicked={onWhen} choices={(['given', 'offered'] as const).map((id) => ({ id, name: t(`help.when.${id}`) }))} />;
}

/** Whoever gave it or received it records it: so one of the two is known, but for those who record for others. */
function PeopleInputs({ offering, fromOffer }: { offering: boolean; fromOffer: boolean }): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const { getValues } = useFormContext();
  const side = (useWatch({ name: 'side' }) ?? getValues('side')) as Side;
  const sides = (['gave', ...(offering ? [] : ['received' as const])] as Side[]).concat(may('recordHelp', {}) ? ['others'] : []);
  const asksGiver = side === 'others' || (side === 'received' && !offering);
  return (
    <>
      {me?.memberId && !fromOffer && sides.length > 1 && <PickInput source="side" label={t('help.fields.giver')} hint={t('help.youWere')} choices={sides.map((id) => ({ id, name: t(`help.side.${id}`) }))} />}
      {asksGiver && <MemberInput source="giverId" label={t('help.fields.giver')} validate={required()} except={side === 'received' ? [me?.memberId] : []} />}
      <MembersInput source="receiverIds" label={t(offering ? 'help.fields.offeredTo' : side === 'received' ? 'help.fields.alsoHelped' : 'help.fields.receivers')} except={side === 'others' ? [] : [me?.memberId]} {...(!(side === 'received' && !offering) && { validate: required() })} />
    </>
  );
}

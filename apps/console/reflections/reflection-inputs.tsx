/** What writing and revising a reflection ask for. */
import { Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { BooleanInput, required, SelectInput, useGetMany } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { HERE } from '../api/here.js';
import { useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { CountedInput } from '../parts/counted-input.js';
import { MembersInput } from '../parts/member-input.js';
import { PickInput } from '../parts/pick-input.js';
import { dayOf, today } from '../parts/when.js';
import { WordsInput } from '../parts/words-input.js';
import { VALUES } from '../parts/values.js';
import { excerpt, KINDS, RESOURCE_OF, USEFULNESS, VISIBILITIES, type Kind, type Visibility } from './reflection-words.js';

const MOST = 1_000;

export function WordsInputs(): ReactNode {
  const t = useWords();
  return (
    <>
      <CountedInput source="what" label={t('reflections.fields.what')} hint={t('reflections.fields.whatHint')} most={MOST} rows={3} validate={[required()]} />
      <CountedInput source="soWhat" label={t('reflections.fields.soWhat')} hint={t('reflections.fields.soWhatHint')} most={MOST} validate={[required()]} />
      <CountedInput source="nowWhat" label={t('reflections.fields.nowWhat')} hint={t('reflections.fields.nowWhatHint')} most={MOST} />
    </>
  );
}

/** Only where there is something to do now. */
export function MakeActionInput(): ReactNode {
  const t = useWords();
  const nowWhat = useWatch({ name: 'nowWhat' }) as string | undefined;
  return nowWhat?.trim() ? <BooleanInput source="makeAction" label={t('reflections.fields.makeAction')} helperText={t('reflections.fields.makeActionHint')} /> : null;
}

export function LearningInputs(): ReactNode {
  const t = useWords();
  const me = useMe();
  return (
    <>
      <MembersInput source="learnedFrom" label={t('reflections.fields.learnedFrom')} helperText={t('reflections.fields.learnedFromHint')} except={[me?.memberId]} />
      <PickInput source="value" label={t('reflections.fields.value')} choices={VALUES.map((id) => ({ id, name: t(`reflections.value.${id}`), text: t(`reflections.valueMeans.${id}`) }))} />
      <PickInput optional source="usefulness" label={t('reflections.fields.usefulness')} choices={USEFULNESS.map((name, id) => ({ id, name: t(`reflections.usefulness.${name}`) }))} />
      <WordsInput source="skills" label={t('reflections.fields.skills')} helperText={t('reflections.fields.skillsHint')} />
    </>
  );
}

/** Meetings one answered or came to, and what else of one's own there is to reflect on: the latest first. */
function useRecent(kind: Kind): { id: string; name: string }[] | undefined {
  const t = useWords();
  const memberId = useMe()?.memberId ?? '';
  const when = (wanted: Kind) => ({ enabled: kind === wanted && memberId !== '' });
  const attendances = useRead('listAttendances', { query: { memberId, sort: '-startsAt', limit: 20, until: today(), timeZone: HERE } }, when('meeting')).data?.items;
  const meetingIds = attendances?.filter(({ cancelled, outcome }) => !cancelled && outcome !== 'absent' && outcome !== 'apologised').map(({ meetingId }) => meetingId);
  const meetings = useGetMany('meetings', { ids: meetingIds ?? [] }, { enabled: !!meetingIds?.length }).data as RecordOf<'meetings'>[] | undefined;
  const help = useRead('listHelpExchanges', { query: { memberIds: memberId, sort: '-happenedAt', limit: 20 } }, when('help')).data?.items;
  const actions = useRead('listActions', { query: { memberIds: memberId, sort: '-dueAt', limit: 20 } }, when('action')).data?.items;
  const stories = useRead('listStories', { query: { sort: '-toldAt', limit: 20 } }, when('story')).data?.items;
  switch (kind) {
    case 'meeting':
      // They come in no order of their own.
      return meetingIds && meetings?.toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1)).map(({ id, title, startsAt }) => ({ id, name: `${title} · ${dayOf(startsAt)}` }));
    case 'help':
      return help?.map(({ id, skill, happenedAt }) => ({ id, name: t('reflections.helpOf', { skill: skill ?? t('reflections.someHelp'), when: dayOf(happenedAt) }) }));
    case 'action':
      return actions?.map(({ id, title }) => ({ id, name: excerpt(title) }));
    case 'story':
      return stories?.map(({ id, title }) => ({ id, name: excerpt(title) }));
    default:
      return [];
  }
}

interface Thing {
  id: string;
  groupId: string | null;
  title?: string | null;
  skill?: string | null;
  giverId?: string;
  tellerId?: string;
}

/** What the form says the reflection is about. */
function useThing(): Thing | undefined {
  const [kind, id] = useWatch({ name: ['context.kind', 'context.id'] }) as [Kind | undefined, string | undefined];
  const resource = kind === undefined || kind === 'self' ? undefined : RESOURCE_OF[kind];
  const { data } = useGetMany(resource ?? 'meetings', { ids: id ? [id] : [] }, { enabled: resource !== undefined && !!id });
  return resource && id ? (data?.[0] as Thing | undefined) : undefined;
}

export function ContextInput(): ReactNode {
  const t = useWords();
  const me = useMe();
  const { setValue, getValues } = useFormContext();
  const kind = (useWatch({ name: 'context.kind' }) ?? 'self') as Kind;
  const recent = useRecent(kind);
  const thing = useThing();
  // Whoever helped or told is whom one learned from, as a rule.
  const from = [thing?.giverId, thing?.tellerId].find((id) => id !== undefined && id !== me?.memberId);
  useEffect(() => {
    if (from && (getValues('learnedFrom') as string[] | undefined)?.length === 0) setValue('learnedFrom', [from], { shouldDirty: true });
  }, [from, getValues, setValue]);
  // Whoever comes by a link may come from something that is not among the latest.
  const linked = thing && !recent?.some(({ id }) => id === thing.id) ? [{ id: thing.id, name: excerpt(thing.title ?? thing.skill ?? t('reflections.someHelp')) }] : [];
  return (
    <>
      <PickInput source="context.kind" label={t('reflections.fields.context')} choices={KINDS.map((id) => ({ id, name: t(`reflections.contexts.${id}`) }))} />
      {kind !== 'self' && (
        <SelectInput key={kind} source="context.id" label={t(`reflections.contextOf.${kind}`)} choices={[...linked, ...(recent ?? [])]} fullWidth validate={required()} {...(recent?.length === 0 && linked.length === 0 && { helperText: t('reflections.nothingRecent') })} />
      )}
    </>
  );
}

/** Of oneself, with what there is a chain of already. */
export function BuildsOnInput(): ReactNode {
  const t = useWords();
  const authorId = useMe()?.memberId ?? '';
  const { data } = useRead('listReflections', { query: { authorId, sort: '-reflectedAt', limit: 100 } }, { enabled: authorId !== '' });
  const choices = data?.items.filter(({ status }) => status === 'recorded').map(({ id, what, reflectedAt }) => ({ id, name: `${excerpt(what, 60)} · ${dayOf(reflectedAt)}` }));
  if (choices?.length === 0) return null;
  return <SelectInput source="buildsOn" label={t('reflections.fields.buildsOn')} helperText={t('reflections.fields.buildsOnHint')} choices={choices ?? []} fullWidth />;
}

const needsGroup = (visibility: Visibility): boolean => visibility === 'facilitator' || visibility === 'group';

/** @param hasGroup whether it is about something that took place in a group. */
export function useVisibilityChoices(hasGroup: boolean): { id: Visibility; name: string; text: string; disabled: boolean }[] {
  const t = useWords();
  return VISIBILITIES.map((id) => ({ id, name: t(`reflections.visibility.${id}`), text: t(`reflections.visibilityMeans.${id}`), disabled: needsGroup(id) && !hasGroup }));
}

export function VisibilityInput(): ReactNode {
  const t = useWords();
  const { setValue } = useFormContext();
  const [kind, id, visibility] = useWatch({ name: ['context.kind', 'context.id', 'visibility'] }) as [Kind, string | undefined, Visibility];
  const thing = useThing();
  const hasGroup = !!thing?.groupId;
  const groupless = kind === 'self' || !id || thing?.groupId === null;
  useEffect(() => {
    if (groupless && needsGroup(visibility)) setValue('visibility', 'private');
  }, [groupless, visibility, setValue]);
  const choices = useVisibilityChoices(hasGroup);
  return (
    <>
      <PickInput source="visibility" label={t('reflections.fields.visibility')} choices={choices} />
      {!hasGroup && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: -1.5, mb: 2 }}>
          {t('reflections.needsGroup')}
        </Typography>
      )}
    </>
  );
}

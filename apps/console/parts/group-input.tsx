/** One group: of those in which somebody may do something (any, or those they belong to or facilitate), or to filter a list by. */
import { useEffect, useMemo, type ReactNode } from 'react';
import { AutocompleteInput, ChoicesContextProvider, ReferenceInput, SelectInput, useChoicesContext, useGetManyAggregate, type AutocompleteInputProps, type Validator } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import type { OperationId } from '../api/client.js';
import { useMay, useMe } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { NoneFound } from './none-found.js';

type Group = RecordOf<'groups'>;

interface Props {
  /** What they are about to do there. */
  operation: OperationId;
  /** Of those who may not do it in any group: where they may. */
  of?: 'belongs' | 'facilitates';
  label?: string;
  helperText?: string;
  validate?: Validator;
  /** What it is called to choose none. */
  none?: string;
}

/** The group stands in the field `groupId`. */
export function GroupInput({ operation, of = 'belongs', label, helperText, validate, none }: Props): ReactNode {
  const t = useWords();
  const may = useMay();
  const anywhere = may(operation, {});
  const own = useOwnGroups(of, !anywhere);
  const shared = { label: label ?? t('groups.one'), optionText: 'name', fullWidth: true, ...(none !== undefined && { emptyText: none }), ...(helperText !== undefined && { helperText }), ...(validate && { validate }) };
  if (!anywhere) return <SelectInput source="groupId" choices={own} {...shared} />;
  return (
    <ReferenceInput source="groupId" reference="groups" filter={{ status: 'active' }} sort={BY_NAME}>
      <ByTyping {...shared} />
    </ReferenceInput>
  );
}

const BY_NAME = { field: 'name', order: 'ASC' } as const;

/** For the filters of a list. */
export function GroupFilter({ source }: { source: string; alwaysOn?: boolean }): ReactNode {
  const t = useWords();
  return (
    <ReferenceInput source={source} reference="groups" sort={BY_NAME}>
      <ByTyping label={t('groups.one')} sx={{ minWidth: 220 }} />
    </ReferenceInput>
  );
}

/** Found by a part of the name or of the charter: what is named so comes first. */
function ByTyping(props: Partial<AutocompleteInputProps>): ReactNode {
  const t = useWords();
  const choices = useChoicesContext<Group>();
  const q = ((choices.filterValues as { q?: string } | undefined)?.q ?? '').toLowerCase();
  const ranked = useMemo(() => {
    const nameFirst = (groups?: Group[]): Group[] => (groups ?? []).toSorted((one, other) => Number(other.name.toLowerCase().includes(q)) - Number(one.name.toLowerCase().includes(q)));
    return { ...choices, allChoices: nameFirst(choices.allChoices), availableChoices: nameFirst(choices.availableChoices) } as typeof choices;
  }, [choices, q]);
  return (
    <ChoicesContextProvider value={ranked}>
      <AutocompleteInput optionText="name" filterToQuery={(typed: string) => ({ q: typed })} noOptionsText={choices.error ? t('app.failed', { detail: choices.error.message }) : <NoneFound resource="groups" operation="foundGroup" text={t('groups.noneFound')} make={t('groups.found')} />} {...props} />
    </ChoicesContextProvider>
  );
}

/** The active ones that somebody belongs to or facilitates, by name. */
export function useOwnGroups(of: 'belongs' | 'facilitates' = 'belongs', enabled = true): Group[] {
  const me = useMe();
  const ids = (of === 'belongs' ? me?.groups : me?.facilitates) ?? [];
  const { data = [] } = useGetManyAggregate<Group>('groups', { ids: [...ids] }, { enabled: enabled && ids.length > 0 });
  return data.filter((group) => group?.status === 'active').sort((one, other) => one.name.localeCompare(other.name));
}

/** The group that the address names (`?groupId=`), or the only one there is for them. */
export function useGroupToBeginWith(operation: OperationId): string | undefined {
  const may = useMay();
  const [only, another] = useMe()?.facilitates ?? [];
  const [parameters] = useSearchParams();
  return parameters.get('groupId') ?? (may(operation, {}) || another ? undefined : only);
}

/** Puts the zone of the group that is chosen into the field `timeZone`. */
export function ZoneOfGroup(): ReactNode {
  const { resetField, formState } = useFormContext();
  // A form that begins is filled once more after its inputs are there.
  const { isReady } = formState;
  const chosen = useWatch({ name: 'groupId' }) as string | undefined;
  const { data: [group] = [] } = useGetManyAggregate<Group>('groups', { ids: chosen ? [chosen] : [] }, { enabled: !!chosen });
  useEffect(() => {
    // What was not written by anybody is no change that could be lost.
    if (group && isReady) resetField('timeZone', { defaultValue: group.timeZone });
  }, [group?.id, isReady, resetField]);
  return null;
}

/** A group in which somebody may do something: any, or those they facilitate. */
import { useEffect, type ReactNode } from 'react';
import { AutocompleteInput, ReferenceInput, required, SelectInput, useGetManyAggregate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import type { OperationId } from '../api/client.js';
import { useMay, useMe } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';

interface Props {
  /** What they are about to do there. */
  operation: OperationId;
  /** A field that the zone of the group is put into. */
  zone?: string;
}

type Group = RecordOf<'groups'>;

/** The one that the address names (`?groupId=`), or the only one there is for them. */
export function useGroupToBeginWith(operation: OperationId): string | undefined {
  const may = useMay();
  const [only, another] = useMe()?.facilitates ?? [];
  const [parameters] = useSearchParams();
  return parameters.get('groupId') ?? (may(operation, {}) || another ? undefined : only);
}

export function GroupChoice({ operation, zone }: Props): ReactNode {
  const t = useWords();
  const may = useMay();
  const facilitates = useMe()?.facilitates ?? [];
  const anywhere = may(operation, {});
  const { data = [] } = useGetManyAggregate<Group>('groups', { ids: facilitates }, { enabled: !anywhere && facilitates.length > 0 });
  const { setValue } = useFormContext();
  const chosen = useWatch({ name: 'groupId' }) as string | undefined;
  const { data: [group] = [] } = useGetManyAggregate<Group>('groups', { ids: chosen ? [chosen] : [] }, { enabled: !!chosen });

  useEffect(() => {
    if (zone && group) setValue(zone, group.timeZone);
  }, [zone, group?.id, setValue]);

  if (!anywhere) return <SelectInput source="groupId" label={t('groups.one')} choices={data.filter(Boolean).filter(({ status }) => status === 'active')} optionText="name" validate={required()} fullWidth />;
  return (
    <ReferenceInput source="groupId" reference="groups" filter={{ status: 'active' }} sort={{ field: 'name', order: 'ASC' }}>
      <AutocompleteInput label={t('groups.one')} optionText="name" filterToQuery={(q: string) => ({ q })} validate={required()} fullWidth />
    </ReferenceInput>
  );
}

/** People, groups and meetings by their names, each a link to its page. The names of a whole list are read at once. */
import { Link as MuiLink } from '@mui/material';
import { useQuery, useQueryClient, type FetchQueryOptions } from '@tanstack/react-query';
import { useCallback, type ReactNode } from 'react';
import type { RaRecord } from 'react-admin';
import { Link } from 'react-router-dom';
import { dataProvider } from '../api/data-provider.js';
import { useWords } from '../i18n/index.js';
import type { RecordOf } from '../api/resources.js';

type Nameable = 'members' | 'groups' | 'meetings';

/** Whose names are asked for with the next request, by what they are. */
const waiting = new Map<Nameable, { ids: Set<string>; answer: Promise<Map<string, RaRecord>> }>();

/** What is asked for at one moment is one request, however many there are. */
function recordOf(resource: Nameable, id: string): Promise<RaRecord | null> {
  let batch = waiting.get(resource);
  if (!batch) {
    const ids = new Set<string>();
    const answer = new Promise((resolve) => setTimeout(resolve)).then(async () => {
      waiting.delete(resource);
      const { data } = await dataProvider.getMany(resource, { ids: [...ids] });
      return new Map(data.map((record) => [record.id as string, record]));
    });
    batch = { ids, answer };
    waiting.set(resource, batch);
  }
  batch.ids.add(id);
  return batch.answer.then((records) => records.get(id) ?? null);
}

const naming = (resource: Nameable, id: string): FetchQueryOptions<RaRecord | null> => ({ queryKey: ['read', 'name', resource, id], queryFn: () => recordOf(resource, id), staleTime: 60_000 });

/** Reads names before they are shown: all of a page at once. */
export function useNamesBefore(): (resource: Nameable, ids: Iterable<string>) => void {
  const queries = useQueryClient();
  return useCallback((resource, ids) => [...ids].forEach((id) => void queries.prefetchQuery(naming(resource, id))), [queries]);
}

interface Props {
  id: string | null | undefined;
  /** Without a link, where it stands in one already. */
  plain?: boolean;
}

function Named({ resource, id, plain, name }: Props & { resource: Nameable; name(record: never): string }): ReactNode {
  const { data: record, isPending } = useQuery({ ...naming(resource, id ?? ''), enabled: !!id });
  if (!id) return '—';
  const text = record ? name(record as never) : isPending ? '…' : '—';
  if (plain || !record) return text;
  return (
    <MuiLink component={Link} to={`/${resource}/${id}/show`} onClick={(event) => event.stopPropagation()}>
      {text}
    </MuiLink>
  );
}

export function MemberName(props: Props): ReactNode {
  const t = useWords();
  return <Named {...props} resource="members" name={({ displayName }: RecordOf<'members'>) => displayName ?? t('members.erased')} />;
}

export function GroupName(props: Props): ReactNode {
  return <Named {...props} resource="groups" name={({ name }: RecordOf<'groups'>) => name} />;
}

export function MeetingName(props: Props): ReactNode {
  return <Named {...props} resource="meetings" name={({ title }: RecordOf<'meetings'>) => title} />;
}

/** Several members, with commas between them. */
export function MemberNames({ ids, plain }: { ids: readonly string[]; plain?: boolean }): ReactNode {
  if (ids.length === 0) return '—';
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <MemberName id={id} plain={plain ?? false} />
    </span>
  ));
}

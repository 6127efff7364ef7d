/** People, groups and meetings by their names, each a link to its page. The names of a whole list are read at once. */
import { Link as MuiLink } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetManyAggregate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.js';
import type { RecordOf } from '../api/resources.js';

interface Props {
  id: string | null | undefined;
  /** Without a link, where it stands in one already. */
  plain?: boolean;
}

function Named({ resource, id, plain, name }: Props & { resource: 'members' | 'groups' | 'meetings'; name(record: never): string }): ReactNode {
  const { data, isPending } = useGetManyAggregate(resource, { ids: id ? [id] : [] }, { enabled: !!id, staleTime: 60_000 });
  if (!id) return '—';
  const record = data?.[0];
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

/** Filters that exclude each other, as lists offer only some combinations: choosing one lets go of what does not go with it. */
import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetMany, useListContext } from 'react-admin';
import { useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { without } from './choice-filter.js';
import { useOwnGroups } from './group-input.js';

interface ScopeProps {
  /** For react-admin's form of filters. */
  source: string;
  alwaysOn?: boolean;
  /** The filter by a person: `authorId`. */
  person: string;
  /** What is said of one's own: "Mine". */
  mine: string;
  /** Filters that do not go with a group. */
  notWithGroup?: readonly string[];
  /** Filters that do not go with a person. */
  notWithPerson?: readonly string[];
}

/** Everybody's, one's own, or those of a group. */
export function ScopeFilter({ person, mine, notWithGroup = [], notWithPerson = [] }: ScopeProps): ReactNode {
  const t = useWords();
  const me = useMe();
  const isStaff = (me?.roles.length ?? 0) > 0;
  const { data: all } = useRead('listGroups', { query: { status: 'active', sort: 'name', limit: 100 } }, { enabled: isStaff });
  const own = useOwnGroups('belongs', !isStaff);
  const groups = isStaff ? (all?.items ?? []) : own;
  const { filterValues, setFilters } = useListContext();
  const [whose, group] = [filterValues[person] as string | undefined, filterValues.groupId as string | undefined];
  const other = whose !== undefined && whose !== me?.memberId ? whose : undefined;
  const elsewhere = group !== undefined && !groups.some(({ id }) => id === group) ? group : undefined;
  const { data: people } = useGetMany('members', { ids: other ? [other] : [] }, { enabled: other !== undefined });
  const { data: named } = useGetMany('groups', { ids: elsewhere ? [elsewhere] : [] }, { enabled: elsewhere !== undefined });
  const choose = (value: string): void => {
    const [kind, id] = value.split(':');
    const rest = without(filterValues, [person, 'groupId', ...(kind === 'group' ? notWithGroup : kind === 'person' ? notWithPerson : [])]);
    setFilters({ ...rest, ...(kind === 'group' && { groupId: id }), ...(kind === 'person' && { [person]: id }) });
  };
  return (
    <TextField select size="small" margin="dense" label={t('scope.label')} value={whose ? `person:${whose}` : group ? `group:${group}` : 'all'} onChange={({ target }) => choose(target.value)} sx={{ minWidth: 160, maxWidth: 260 }}>
      <MenuItem value="all">{t('scope.all')}</MenuItem>
      {me?.memberId && <MenuItem value={`person:${me.memberId}`}>{mine}</MenuItem>}
      {other && <MenuItem value={`person:${other}`}>{(people?.[0] as { displayName?: string } | undefined)?.displayName ?? '…'}</MenuItem>}
      {groups.map(({ id, name }) => (
        <MenuItem key={id} value={`group:${id}`}>
          {name}
        </MenuItem>
      ))}
      {elsewhere && <MenuItem value={`group:${elsewhere}`}>{(named?.[0] as { name?: string } | undefined)?.name ?? '…'}</MenuItem>}
    </TextField>
  );
}

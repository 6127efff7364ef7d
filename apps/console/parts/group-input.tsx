/** One of the groups that somebody can name here. */
import type { ReactNode } from 'react';
import { SelectInput, useGetMany, type Validator } from 'react-admin';
import { useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';

/** `mine`: those one belongs to; `facilitated`: those one facilitates. Staff name any. */
export type Which = 'mine' | 'facilitated';

/** Those that are active, by name. */
export function useGroups(which: Which = 'mine'): RecordOf<'groups'>[] {
  const me = useMe();
  const isStaff = (me?.roles.length ?? 0) > 0;
  const ids = (which === 'mine' ? me?.groups : me?.facilitates) ?? [];
  const { data: all } = useRead('listGroups', { query: { status: 'active', limit: 100 } }, { enabled: isStaff });
  const { data: own } = useGetMany('groups', { ids: [...ids] }, { enabled: !isStaff && ids.length > 0 });
  const groups = (isStaff ? all?.items : own) as RecordOf<'groups'>[] | undefined;
  return (groups ?? []).filter(({ status }) => status === 'active').sort((one, other) => one.name.localeCompare(other.name));
}

export function GroupInput({ source, label, helperText, which = 'mine', validate, none }: { source: string; label: string; helperText?: string; which?: Which; validate?: Validator; none?: string }): ReactNode {
  const groups = useGroups(which);
  return <SelectInput source={source} label={label} choices={groups} fullWidth {...(none !== undefined && { emptyText: none })} {...(helperText !== undefined && { helperText })} {...(validate && { validate })} />;
}

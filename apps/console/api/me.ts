/** Who has signed in, and what they may do: the rows of the policy that the service itself asks, from its OpenAPI document. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { admits, type Party, type Row, type Ties } from '../../../libs/event-sourcing/policy.js';
import { call, type Answer, type OperationId } from './client.js';
import { leaving } from './gate.js';
import { OPERATIONS } from './operations.js';

export type Me = Answer<'readMe'>;

export const ME = ['read', 'readMe'] as const;

/** Undefined while it is being read. */
export function useMe(): Me | undefined {
  return useQuery<Me>({ queryKey: ME, queryFn: () => call('readMe'), enabled: !leaving.stays, staleTime: 60_000, retry: false }).data;
}

export function partyFrom({ roles, memberId, accountId, groups, facilitates }: Me): Party {
  const role = roles.includes('administrator') ? 'admin' : roles.includes('auditor') ? 'auditor' : undefined;
  return { groups, facilitates, ...(role && { role }), ...(memberId === null ? { accountId } : { memberId }) };
}

/** @returns whether they may do this; `ties`: whose own the object is, and of which group. Without ties: whether they may to any. */
export type May = (operation: OperationId, ties?: Ties) => boolean;

export function mayAs(me: Me | undefined): May {
  if (!me) return () => false;
  const party = partyFrom(me);
  return (operation, ties) => {
    const roles = OPERATIONS[operation].roles as readonly string[];
    if (roles.includes('everybody')) return true;
    const row = roles as Row;
    if (ties) return admits(row, party, ties);
    return admits(row, party) || (row.includes('self') && me.memberId !== null) || (row.includes('facilitator') && party.facilitates.length > 0) || (row.includes('group') && party.groups.length > 0);
  };
}

export function useMay(): May {
  const me = useMe();
  return useCallback<May>((operation, ties) => mayAs(me)(operation, ties), [me]);
}

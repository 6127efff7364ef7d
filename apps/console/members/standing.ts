/** What whoever reads is to the member of the page, and what of it they may therefore see. */
import type { Item, OperationId } from '../api/client.js';
import { useMay, useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';

export type Membership = Item<'listMemberships'>;

export type Member = RecordOf<'members'>;

export interface Standing {
  memberId: string;
  /** It is their own page. */
  own: boolean;
  /** Those they may see. */
  memberships: readonly Membership[];
  /** Groups through which alone they see the timeline and figures; undefined: all of it. */
  through: readonly string[] | undefined;
  may(operation: OperationId): boolean;
}

/** What a part of the page gets. */
export interface PartProps {
  /** As it was, where the page looks back. */
  member: Member;
  standing: Standing;
  past: boolean;
}

/** Undefined while it is being read. */
export function useStanding(memberId: string): Standing | undefined {
  const me = useMe();
  const may = useMay();
  const { data, isPending } = useRead('listMemberships', { query: { memberId, limit: 100 } });
  if (!me || isPending) return undefined;
  const memberships = data?.items ?? [];
  const whole = may('readTimeline', { self: memberId });
  const through = whole ? undefined : memberships.map(({ groupId }) => groupId).filter((group) => may('readTimeline', { self: memberId, group }));
  return {
    memberId,
    own: me.memberId === memberId,
    memberships,
    through,
    may: (operation) => may(operation, { self: memberId }) || memberships.some(({ groupId: group }) => may(operation, { self: memberId, group })),
  };
}

/** The document of an event as it was then, and as it was before or at the pinned position. */
import { useMemo, useRef } from 'react';
import type { Problem } from '../api/problem.js';
import { useRead } from '../api/query.js';
import { documentOf, isOfOne, type DocumentOf, type LogEvent } from '../parts/event-documents.js';
import { numberOf, positionAt } from './positions.js';

export interface States {
  document: DocumentOf | undefined;
  isPending: boolean;
  /** Why it could not be read; that it is not there, or not for whoever asks, is an answer. */
  unread: { error: Problem; refetch(): void } | undefined;
  /** The document as of the event; undefined where nobody may see it, or there is none. */
  now: unknown;
  /** What it is compared with; undefined where there was nothing yet. */
  base: unknown;
}

/** What only helps to show a document is no part of its state. */
function stateIn(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { names: _names, ...state } = answer as Record<string, unknown>;
  return state;
}

export function useStates(event: LogEvent | undefined, pin: string | undefined): States {
  const document = useMemo(() => event && documentOf(event), [event]);
  const operation = (document?.operation ?? 'readMember') as 'readMember';
  const given = (position: string) => ({ path: { id: document?.id ?? '' }, query: { position } });
  const at = event?.position ?? '';
  const before = pin ?? (at && positionAt(numberOf(at) - 1, at));
  const now = useRead(operation, given(at), { enabled: document !== undefined });
  const there = useWasThere(event, document, pin, before);
  const base = useRead(operation, given(before), { enabled: there.isThere === true });
  const failed = [now, there, base].filter((each) => each.isEnabled && each.data === undefined && isUnread(each.failureReason));
  const error = failed[0]?.failureReason;
  const isPending = document !== undefined && !error && (now.isPending || there.isThere === undefined || (there.isThere && base.isPending));
  const [is, was] = [now.data, there.isThere ? base.data : undefined];
  const again = useRef<() => void>(undefined);
  again.current = () => failed.forEach((each) => void each.refetch());
  return useMemo(() => ({ document, isPending, unread: error ? { error, refetch: () => again.current?.() } : undefined, now: stateIn(is), base: stateIn(was) }), [document, isPending, error, is, was]);
}

/** As opposed to an answer that there is nothing to be seen. */
const isUnread = (problem: Problem | null): boolean => problem !== null && (problem.status === 0 || problem.status >= 429);

/** Whether the document had begun by a position; undefined while that is looked up. A first event has nothing before it, which needs no asking. */
function useWasThere(event: LogEvent | undefined, document: DocumentOf | undefined, pin: string | undefined, position: string) {
  const ofOne = document?.operation === 'readAttendance';
  const asks = document !== undefined && (ofOne || pin !== undefined);
  const memberId = event?.data?.memberId;
  const query = { stream: event?.subject ?? '', ...(ofOne && { tag: `member:${String(memberId)}` }), order: 'descending' as const, after: position && positionAt(numberOf(position) + 1, position), limit: 20 };
  const looked = useRead('listEvents', { query }, { enabled: asks });
  return { ...looked, isThere: asks ? looked.data?.items.some((each) => !ofOne || isOfOne(each)) : document !== undefined && event?.revision !== 0 };
}

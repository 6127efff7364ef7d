/** The document of an event as it was then, and as it was before or at the pinned position. */
import { useMemo } from 'react';
import { useRead } from '../api/query.js';
import { documentOf, isOfOne, type DocumentOf, type LogEvent } from './documents.js';
import { numberOf, positionAt } from './positions.js';

export interface States {
  document: DocumentOf | undefined;
  isPending: boolean;
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
  const base = useRead(operation, given(before), { enabled: there === true });
  const isPending = document !== undefined && (now.isPending || there === undefined || (there && base.isPending));
  const [is, was] = [now.data, there ? base.data : undefined];
  return useMemo(() => ({ document, isPending, now: stateIn(is), base: stateIn(was) }), [document, isPending, is, was]);
}

/** Whether the document had begun by a position; undefined while that is looked up. A first event has nothing before it, which needs no asking. */
function useWasThere(event: LogEvent | undefined, document: DocumentOf | undefined, pin: string | undefined, position: string): boolean | undefined {
  const ofOne = document?.operation === 'readAttendance';
  const asks = document !== undefined && (ofOne || pin !== undefined);
  const memberId = event?.data?.memberId;
  const query = { stream: event?.subject ?? '', ...(ofOne && { tag: `member:${String(memberId)}` }), order: 'descending' as const, after: position && positionAt(numberOf(position) + 1, position), limit: 20 };
  const { data } = useRead('listEvents', { query }, { enabled: asks });
  if (!asks) return document !== undefined && event?.revision !== 0;
  return data && data.items.some((each) => !ofOne || isOfOne(each));
}

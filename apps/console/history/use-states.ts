/** The document of an event as it was then, and as it was before or at the pinned position. */
import type { Answer } from '../api/client.js';
import { useRead } from '../api/query.js';
import { documentOf, type DocumentOf, type LogEvent } from './documents.js';
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
  const document = event && documentOf(event);
  const operation = (document?.operation ?? 'readMember') as 'readMember';
  const given = (position: string) => ({ path: { id: document?.id ?? '' }, query: { position } });
  const at = event?.position ?? '';
  const now = useRead(operation, given(at), { enabled: document !== undefined });
  // A first event has nothing before it, which needs no asking.
  const asksBefore = document !== undefined && (pin !== undefined || event?.revision !== 0);
  const base = useRead(operation, given(pin ?? (at && positionAt(numberOf(at) - 1, at))), { enabled: asksBefore });
  return {
    document,
    isPending: document !== undefined && (now.isPending || (asksBefore && base.isPending)),
    now: stateIn(now.data as Answer<'readMember'> | undefined),
    base: asksBefore ? stateIn(base.data) : undefined,
  };
}

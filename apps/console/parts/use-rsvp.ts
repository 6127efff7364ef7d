import { useNotify } from 'react-admin';
import { useCommand } from '../api/query.js';
import type { Rsvp } from './outcome.js';

interface Answering {
  /** What is shown as given: what was tapped just now, or what is known. */
  shown: Rsvp | undefined;
  /** Whether it is not there yet because the service cannot be reached. */
  waits: boolean;
  give(response: Rsvp, onGiven?: () => void): void;
}

/** An answer to a meeting, in one tap. @param known what the service has of it. */
export function useRsvp(meetingId: string, memberId: string, known: Rsvp | undefined): Answering {
  const notify = useNotify();
  const { mutate, isPending, isPaused, variables, failureCount } = useCommand('giveRsvp', { untilReached: true, inTurn: `rsvp ${meetingId}` });
  const given = (variables as { body?: { response?: Rsvp } } | undefined)?.body?.response;
  return {
    shown: isPending ? given : known,
    waits: isPending && (isPaused || failureCount > 0),
    give: (response, onGiven) => mutate({ path: { id: meetingId }, body: { memberId, response } }, { ...(onGiven && { onSuccess: onGiven }), onError: ({ message }) => notify(message, { type: 'error' }) }),
  };
}

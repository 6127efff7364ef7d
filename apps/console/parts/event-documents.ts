/** Which document an event belongs to, by the name of its stream: `meeting-{id}`. */
import type { Item, OperationId } from '../api/client.js';

export type LogEvent = Item<'listEvents'>;

export interface DocumentOf {
  operation: OperationId;
  id: string;
  /** Where it is shown as it is today. */
  to?: string;
}

const READS: Readonly<Record<string, readonly [operation: OperationId, resource?: string]>> = {
  member: ['readMember', 'members'],
  group: ['readGroup', 'groups'],
  membership: ['readMembership'],
  meeting: ['readMeeting', 'meetings'],
  series: ['readMeetingSeries', 'meeting-series'],
  reflection: ['readReflection', 'reflections'],
  help: ['readHelpExchange', 'help-exchanges'],
  action: ['readAction', 'actions'],
  story: ['readStory', 'stories'],
  introduction: ['readIntroduction', 'introductions'],
  review: ['readAlignmentReview', 'alignment-reviews'],
  pulse: ['readTrustPulse'],
  account: ['readAccount', 'accounts'],
};

/** What these say of a meeting concerns one person there. */
const OF_ONE = new Set(['AttendanceRecorded', 'AttendanceCorrected', 'RsvpGiven', 'ApologyReceived']);

/** `open-review-{id}` and `claim-{hash}` are streams without a document. */
export function splitStream(stream: string): { kind: string; id: string } {
  const kind = [...Object.keys(READS), 'open-review'].sort((one, other) => other.length - one.length).find((each) => stream.startsWith(`${each}-`)) ?? stream.split('-')[0] ?? '';
  return { kind, id: stream.slice(kind.length + 1) };
}

export const typeOf = ({ type }: LogEvent): string => type.replace('relocon.', '');

/** Whether an event is what a document of one person in a meeting consists of. */
export const isOfOne = (event: LogEvent): boolean => OF_ONE.has(typeOf(event));

export function documentOf(event: LogEvent): DocumentOf | undefined {
  if (event.subject === undefined) return undefined;
  const { kind, id } = splitStream(event.subject);
  const memberId = event.data?.memberId;
  if (kind === 'meeting' && isOfOne(event) && typeof memberId === 'string') return { operation: 'readAttendance', id: `${id}.${memberId}`, to: `/meetings/${id}/show` };
  const [operation, resource] = READS[kind] ?? [];
  return operation && { operation, id, ...(resource && { to: `/${resource}/${id}/show` }) };
}

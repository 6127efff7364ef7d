/** Help exchanges as they are today, from the offer, where there was one, to what the receivers say. */
import { audienceFor, defineView, listsFor } from '#event-sourcing';
import { skillKey } from '../../members/members.events.js';
import { helpEvents, helpStatus, type HelpDocument, type HelpEvent } from '../help.events.js';
import { helpPolicy } from '../help.policy.js';

const shapes = [[], ['memberIds'], ['giverId'], ['groupId'], ['status'], ['aboutSkills'], ['memberIds', 'groupId'], ['memberIds', 'status'], ['groupId', 'status']];

export const helpView = defineView<HelpDocument, typeof helpEvents>({
  name: 'help',
  version: 2,
  events: helpEvents,
  lists: listsFor(shapes.map((by) => ({ by, sort: 'happenedAt' })), 'audience'),
  fields: { memberIds: 'list', giverId: 'id', groupId: 'id', status: 'string', aboutSkills: 'keys', happenedAt: 'instant', audience: 'list' },
  tag: (id) => `help:${id}`,
  ids: (event) => [event.data.helpId],
  evolve(before, event) {
    if (event.type === 'HelpOffered') return heardOf(event, undefined);
    if (event.type === 'HelpRecorded') return { ...heardOf(event, before), status: 'recorded', givenAt: event.occurredAt };
    if (!before) return undefined;
    switch (event.type) {
      case 'HelpOfferWithdrawn':
        return { ...before, status: 'withdrawn' };
      case 'HelpConfirmed':
        return answered({ ...before, confirmedBy: [...without(before.confirmedBy, event.data.confirmedBy), event.data.confirmedBy] });
      case 'HelpDisputed': {
        const { disputedBy: memberId, reason } = event.data;
        return answered({ ...before, confirmedBy: without(before.confirmedBy, memberId), disputes: [...before.disputes, { memberId, reason, disputedAt: event.occurredAt }] });
      }
      default:
        event satisfies never;
        return before;
    }
  },
});

/** @param offer what was offered before. */
function heardOf(event: Extract<HelpEvent, { type: 'HelpOffered' | 'HelpRecorded' }>, offer: HelpDocument | undefined): HelpDocument {
  const { helpId: id, giverId, receiverIds, groupId = null, meetingId = null, minutes = null, skill = null, note } = event.data;
  const doc: HelpDocument = {
    id,
    giverId,
    receiverIds,
    groupId,
    meetingId,
    skill,
    aboutSkills: skill === null ? [] : [skillKey(skill)],
    minutes,
    note: note ?? offer?.note ?? null,
    status: 'offered',
    confirmedBy: [],
    disputes: [],
    givenAt: null,
    happenedAt: event.occurredAt,
    memberIds: [giverId, ...receiverIds],
    audience: [],
  };
  return { ...doc, audience: audienceFor(helpPolicy.documents.help, doc) };
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((each) => each !== id);
}

function answered(doc: HelpDocument): HelpDocument {
  return { ...doc, status: helpStatus(doc.confirmedBy, doc.disputes) };
}

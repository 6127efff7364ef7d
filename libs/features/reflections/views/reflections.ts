/** Reflections as they are today, each with who may see it. */
import { assign, audienceFor, defineView, listsFor } from '#event-sourcing';
import { ActionCompleted, actsFor } from '../../actions/actions.events.js';
import { skillKey } from '../../members/members.events.js';
import { reflectionEvents, valueStatusOf, type ReflectionDocument, type ReflectionEvent } from '../reflections.events.js';
import { reflectionPolicy } from '../reflections.policy.js';

const shapes = [[], ['authorId'], ['groupId'], ['meetingId'], ['value'], ['learnedFrom'], ['aboutSkills'], ['authorId', 'value'], ['groupId', 'value'], ['authorId', 'groupId']];

const events = [...reflectionEvents, ActionCompleted] as const;

export const reflectionsView = defineView<ReflectionDocument, typeof events>({
  name: 'reflections',
  version: 3,
  events,
  lists: listsFor(shapes.map((by) => ({ by, sort: 'reflectedAt' })), 'audience'),
  fields: { authorId: 'id', groupId: 'id', meetingId: 'id', value: 'string', learnedFrom: 'list', aboutSkills: 'keys', reflectedAt: 'instant', audience: 'list' },
  edits: ['ReflectionRecorded', 'ReflectionRevised'],
  tag: (id) => `reflection:${id}`,
  ids: ({ data: { reflectionId } }) => (reflectionId === undefined ? [] : [reflectionId]),
  search: (doc) => [doc.what, doc.soWhat, doc.nowWhat, ...doc.skills],
  evolve(before, event) {
    if (event.type === 'ReflectionRecorded') return recorded(event);
    if (!before) return undefined;
    switch (event.type) {
      case 'ReflectionRevised': {
        const { what, soWhat, nowWhat, learnedFrom, skills, value, usefulness, cleared = [] } = event.data;
        const emptied = Object.fromEntries(cleared.map((field) => [field, null]));
        const doc = assign(before, event, { what, soWhat, nowWhat, learnedFrom, skills, value, usefulness, ...emptied });
        const confirmedBy = doc.value === before.value ? doc.confirmedBy : [];
        return keyed(valued({ ...doc, confirmedBy, revisedAt: event.occurredAt, _versions: [...before._versions, { eventId: event.id, shownTo: [before.visibility] }] }));
      }
      case 'ReflectionShared': {
        const last = before._versions.at(-1);
        const versions = last ? [...before._versions.slice(0, -1), { ...last, shownTo: [...last.shownTo, event.data.visibility] }] : [];
        return shown({ ...before, visibility: event.data.visibility, _versions: versions });
      }
      case 'ReflectionValueConfirmed':
        return valued({ ...before, confirmedBy: [...before.confirmedBy, event.data.confirmedBy] });
      case 'ReflectionWithdrawn':
        return shown({ ...before, visibility: 'private', status: 'withdrawn' });
      case 'ActionCompleted':
        return actsFor(event.data, before.authorId) ? valued({ ...before, _acted: true }) : before;
      default:
        event satisfies never;
        return before;
    }
  },
});

function recorded(event: Extract<ReflectionEvent, { type: 'ReflectionRecorded' }>): ReflectionDocument {
  const { reflectionId: id, authorId, groupId = null, context, meetingId = null, buildsOn = null, visibility, ...rest } = event.data;
  const contextId = meetingId ?? rest.helpId ?? rest.actionId ?? rest.storyId ?? null;
  const { what, soWhat, nowWhat = null, learnedFrom, skills, value, usefulness = null } = rest;
  const replaceable = { what, soWhat, nowWhat, learnedFrom, skills, value, usefulness };
  const doc: ReflectionDocument = {
    id,
    authorId,
    groupId,
    context: { kind: context, id: contextId },
    meetingId,
    ...replaceable,
    aboutSkills: [],
    valueStatus: 'claimed',
    confirmedBy: [],
    buildsOn,
    visibility,
    status: 'recorded',
    reflectedAt: event.occurredAt,
    revisedAt: null,
    audience: [],
    _versions: [{ eventId: event.id, shownTo: [visibility] }],
    _acted: false,
  };
  return keyed(shown(assign(doc, event, replaceable)));
}

function keyed(doc: ReflectionDocument): ReflectionDocument {
  return { ...doc, aboutSkills: doc.skills.map(skillKey) };
}

/** As far as its own events and those of actions opened from it tell; of the action it is about `byItsAction` does. */
function valued(doc: ReflectionDocument): ReflectionDocument {
  return { ...doc, valueStatus: valueStatusOf({ value: doc.value, acted: doc._acted, confirmed: doc.confirmedBy.length > 0 }) };
}

function shown(doc: ReflectionDocument): ReflectionDocument {
  return { ...doc, audience: audienceFor(reflectionPolicy.documents.reflections, doc) };
}

/** What react-admin calls a resource: the operations behind it. Each has the name of its address in the API. */
import type { NamedResource } from '../i18n/en.js';
import type { Item, OperationId } from './client.js';

interface Operations {
  list: OperationId;
  one?: OperationId;
  create?: OperationId;
  update?: OperationId;
}

export const RESOURCES = {
  members: { list: 'listMembers', one: 'readMember', create: 'registerMember', update: 'changeProfile' },
  groups: { list: 'listGroups', one: 'readGroup', create: 'foundGroup', update: 'describeGroup' },
  memberships: { list: 'listMemberships', one: 'readMembership' },
  meetings: { list: 'listMeetings', one: 'readMeeting', create: 'scheduleMeeting', update: 'rescheduleMeeting' },
  'meeting-series': { list: 'listMeetingSeries', one: 'readMeetingSeries', create: 'planSeries' },
  attendances: { list: 'listAttendances', one: 'readAttendance' },
  reflections: { list: 'listReflections', one: 'readReflection', create: 'recordReflection', update: 'reviseReflection' },
  'help-exchanges': { list: 'listHelpExchanges', one: 'readHelpExchange', create: 'recordHelp' },
  'help-offers': { list: 'listHelpExchanges', one: 'readHelpExchange', create: 'offerHelp' },
  actions: { list: 'listActions', one: 'readAction', create: 'commitAction' },
  stories: { list: 'listStories', one: 'readStory', create: 'tellStory', update: 'reviseStory' },
  introductions: { list: 'listIntroductions', one: 'readIntroduction', create: 'suggestIntroduction' },
  'alignment-reviews': { list: 'listAlignmentReviews', one: 'readAlignmentReview', create: 'openReview' },
  keys: { list: 'listKeys', create: 'createKey' },
  accounts: { list: 'listAccounts', one: 'readAccount', create: 'inviteAccount' },
} as const satisfies Record<NamedResource | 'attendances', Operations>;

export type ResourceName = keyof typeof RESOURCES;

/** A record of a resource: an item of its list. */
export type RecordOf<R extends ResourceName> = Item<(typeof RESOURCES)[R]['list']>;

/** The tables an import takes: their columns, in the order in which they must come: later ones name what earlier ones bring. */

export type RowKind = 'groups' | 'members' | 'memberships' | 'meetings' | 'rsvps' | 'attendance';

/** Column → text; an empty cell is absent. Dates are RFC 3339 by now, values ours. */
export type RowFields = Readonly<Record<string, string>>;

/** The kinds of things rows name by foreign ids. */
export type Thing = 'group' | 'member' | 'meeting';

export interface Column {
  name: string;
  required?: boolean;
  /** How a cell is read before it reaches the command. */
  as?: 'instant' | 'list' | 'integer' | 'choice';
  /** The values of a choice. */
  choices?: readonly string[];
  /** The thing this cell names. */
  names?: Thing;
  /** Where the command's refusals point to, when not the column's own field. */
  field?: string;
  about: string;
}

export interface Table {
  kind: RowKind;
  columns: readonly Column[];
  /** The thing a row brings into being; its foreign id is given one of ours. */
  creates?: Thing;
}

export const tables: readonly Table[] = [
  {
    kind: 'groups',
    creates: 'group',
    columns: [
      { name: 'group_id', required: true, names: 'group', field: 'groupId', about: 'your id of the group' },
      { name: 'name', required: true, about: 'up to 200 characters' },
      { name: 'purpose', field: 'purpose', about: 'the purpose in the first charter' },
      { name: 'topics', as: 'list', field: 'domain', about: 'domain of the first charter, separated by ;' },
      { name: 'founded_at', as: 'instant', field: 'occurredAt', about: 'when the group began' },
      { name: 'time_zone', field: 'timeZone', about: 'IANA zone; the map’s or UTC where empty' },
    ],
  },
  {
    kind: 'members',
    creates: 'member',
    columns: [
      { name: 'member_id', required: true, names: 'member', field: 'memberId', about: 'your id of the person' },
      { name: 'display_name', required: true, field: 'displayName', about: 'up to 200 characters' },
      { name: 'email', about: 'e-mail address' },
      { name: 'first_seen_at', as: 'instant', field: 'occurredAt', about: 'when the person became known; their earliest join or answer if that is earlier' },
      { name: 'interests', as: 'list', about: 'separated by ;' },
      { name: 'time_zone', field: 'timeZone', about: 'IANA zone' },
    ],
  },
  {
    kind: 'memberships',
    columns: [
      { name: 'member_id', required: true, names: 'member', field: 'memberId', about: 'who' },
      { name: 'group_id', required: true, names: 'group', field: 'groupId', about: 'which group' },
      { name: 'joined_at', required: true, as: 'instant', field: 'occurredAt', about: 'when they joined' },
      { name: 'left_at', as: 'instant', about: 'when they left; empty while they belong' },
    ],
  },
  {
    kind: 'meetings',
    creates: 'meeting',
    columns: [
      { name: 'meeting_id', required: true, names: 'meeting', field: 'meetingId', about: 'your id of the meeting' },
      { name: 'group_id', required: true, names: 'group', field: 'groupId', about: 'which group' },
      { name: 'title', required: true, about: 'up to 300 characters' },
      { name: 'starts_at', required: true, as: 'instant', field: 'startsAt', about: 'when it starts' },
      { name: 'ends_at', as: 'instant', field: 'endsAt', about: 'when it ends; empty if unknown' },
      { name: 'scheduled_at', as: 'instant', field: 'occurredAt', about: 'when it was planned; its first answer or start if that is earlier' },
      { name: 'place', about: 'where' },
      { name: 'status', about: 'not used: what happened is told by answers and attendance' },
    ],
  },
  {
    kind: 'rsvps',
    columns: [
      { name: 'meeting_id', required: true, names: 'meeting', field: 'meetingId', about: 'which meeting' },
      { name: 'member_id', required: true, names: 'member', field: 'memberId', about: 'who' },
      { name: 'response', required: true, as: 'choice', choices: ['yes', 'no', 'maybe', 'waitlist'], about: 'yes, no, maybe or waitlist' },
      { name: 'guests', as: 'integer', about: 'how many they bring' },
      { name: 'responded_at', as: 'instant', field: 'firstGivenAt', about: 'when first answered' },
      { name: 'changed_at', as: 'instant', field: 'occurredAt', about: 'when last changed' },
    ],
  },
  {
    kind: 'attendance',
    columns: [
      { name: 'meeting_id', required: true, names: 'meeting', field: 'meetingId', about: 'which meeting' },
      { name: 'member_id', required: true, names: 'member', field: 'memberId', about: 'who' },
      { name: 'attendance', required: true, as: 'choice', choices: ['present', 'late', 'apologised', 'absent', 'substitute', 'visitor', 'notExpected'], field: 'outcome', about: 'present, late, apologised, absent, substitute, visitor or notExpected' },
      { name: 'minutes', as: 'integer', about: 'how long they were there' },
      { name: 'recorded_at', about: 'not used: attendance occurs at the meeting’s start' },
    ],
  },
];

/** Whether the matrix notices: every relation is taken out of every row of the policy, or put into it, in the running service. */
import type { PolicyLine, Relation } from '#event-sourcing';
import { policyLines } from '../api/policy-table.js';
import { startTestService, type TestService } from './api.js';
import { Cast } from './cast.js';
import { expectedOf, inWords, Matrix } from './matrix.js';
import { MATRIX, type MatrixRow, type Who } from './matrix.table.js';

/** Who stands in a relation to a thing of Ben's, and in as few others as can be. */
const STANDS: Readonly<Record<Relation, readonly Who[]>> = {
  administrator: ['adminKey', 'admin'],
  auditor: ['auditor'],
  integrator: ['integr'],
  self: ['own', 'account'],
  facilitator: ['facil'],
  group: ['group'],
  member: ['else', 'group'],
};

/** Where a command shows at other routes than its own. */
const SHOWS_AT: Readonly<Record<string, readonly string[]>> = {
  openAccount: ['redeemInvitation'],
  notePasswordChange: ['changePassword', 'redeemPasswordReset'],
  enableSecondFactor: ['confirmSecondFactor'],
  renewRecoveryCodes: ['renewOwnRecoveryCodes'],
  unlinkIdentity: ['unlinkProvider'],
  takeExport: ['listEvents as an export'],
  endSessions: ['endAllSessions'],
  requestAddressChange: ['requestOwnAddressChange'],
  stopAddressChange: ['stopOwnAddressChange'],
  removeSecondFactor: ['removeOwnSecondFactor'],
};

/** Where documents, fields and events show. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  members: ['readMember', 'listMembers'],
  memberBlocks: ['readMemberBlockList'],
  groups: ['readGroup', 'listGroups'],
  memberships: ['readMembership', 'listMemberships', 'readMembership of somebody who has left'],
  meetings: ['readMeeting', 'listMeetings'],
  attendances: ['readAttendance', 'listAttendances'],
  meetingSeries: ['readMeetingSeries', 'listMeetingSeries'],
  'reflections (private)': ['readReflection', 'listReflections', 'readTimeline a private reflection'],
  'reflections (facilitator)': ['readReflection for facilitators', 'listReflections for facilitators', 'readTimeline a reflection for facilitators'],
  'reflections (group)': ['readReflection for the group', 'readReflection for a group its author has left', 'listReflections for the group', 'readTimeline a reflection for the group'],
  'reflections (network)': ['readReflection for the network', 'listReflections for the network', 'readTimeline a reflection for the network'],
  learningTies: ['readLearner', 'listLearners'],
  'learningTies (withoutTies)': ['readLearner who keeps it private'],
  help: ['readHelpExchange', 'readHelpExchange that one gave', 'listHelpExchanges'],
  'stories (group)': ['readStory', 'readStory its teller has left the group of', 'listStories', 'readTimeline a story for the group'],
  'stories (network)': ['readStory for the network', 'listStories for the network', 'readTimeline a story for the network'],
  'stories (withdrawn)': ['readStory that was withdrawn', 'listStories that was withdrawn', 'readTimeline a story that was withdrawn'],
  introductions: ['readIntroduction', 'listIntroductions', 'readIntroduction in a group', 'listIntroductions in a group', 'readTimeline an introduction'],
  'alignmentReviews (open)': ['readAlignmentReview', 'listAlignmentReviews'],
  'alignmentReviews (decided)': ['readAlignmentReview that is decided', 'listAlignmentReviews that are decided'],
  'reflections.buildsOn': ['readReflection for the network', 'listReflections for the network', 'listEvents what a reflection builds on'],
  'reflections.memberIds': ['listEvents whom a reflection ever named'],
  actions: ['readAction', 'listActions', 'readAction without a group', 'listActions without a group'],
  keys: ['listKeys'],
  accessRecords: ['listAccessRecords'],
  'accessRecords.address': ['listAccessRecords with the address'],
  PersonalDataRevealed: ['listEvents a reveal'],
  'PersonalDataRevealed.eventIds': ['listEvents which events a reveal was of', 'listEvents which events a reveal of its reader was of'],
  'PersonalDataRevealed.memberIds': ['listEvents who else was in a reveal', 'listEvents who else was in a reveal beside its reader'],
  trustPulses: ['readTrustPulse', 'listTrustPulses', 'listEvents a trust pulse'],
  accounts: ['readAccount', 'listAccounts', 'readAccount of an outsider'],
  'members.externalId': ['listMembers by an id of an import'],
  'groups.externalId': ['listGroups by an id of an import'],
  'meetings.externalId': ['listMeetings by an id of an import'],
  HelpRecorded: ['listEvents help that was recorded', 'listEvents help its reader was offered and others got'],
  MemberBlocked: ['listEvents a block'],
  MemberUnblocked: ['listEvents a block lifted'],
  MeetingClosed: ['listEvents a closed meeting'],
  'MeetingClosed.leftOpen': ['listEvents who else was left open', 'listEvents who else was left open beside its reader'],
};

function rowsConcerned({ what, name }: PolicyLine): MatrixRow[] {
  const [view = ''] = name.split('.');
  const names = what === 'field' && !ROWS[name] ? (ROWS[view] ?? []) : (ROWS[name] ?? []);
  const operations = what === 'command' || what === 'route' ? [name, ...(SHOWS_AT[name] ?? [])] : [];
  return MATRIX.filter((row) => [...names, ...operations].includes(row.name) || operations.includes(row.operation));
}

const RELATIONS = Object.keys(STANDS) as Relation[];
let api: TestService;
let matrix: Matrix;
beforeAll(async () => {
  api = await startTestService({ config: { RELOCON_SECOND_FACTOR: 'nobody' } });
  matrix = new Matrix(api, await Cast.of(api));
});
afterAll(() => api.stop());

/** Changes rows in place, as the service holds them. */
async function whileFlipped<T>(lines: readonly PolicyLine[], relation: Relation, act: () => Promise<T>): Promise<T> {
  const before = lines.map(({ row }) => [...row]);
  const put = (row: PolicyLine['row'], relations: readonly Relation[]) => (row as Relation[]).splice(0, row.length, ...relations);
  for (const { row } of lines) put(row, row.includes(relation) ? row.filter((each) => each !== relation) : [...row, relation]);
  try {
    return await act();
  } finally {
    lines.forEach(({ row }, index) => put(row, before[index] as Relation[]));
  }
}

async function isNoticed(line: PolicyLine, relation: Relation): Promise<boolean> {
  for (const row of rowsConcerned(line)) {
    for (const who of STANDS[relation]) {
      const told = await matrix.askBeside(row, who).then(inWords, (error: Error) => error.message);
      if (told !== expectedOf(row, who)) return true;
    }
  }
  return false;
}

/** The rows whose change nobody noticed. Rows that show at different routes may be changed at once. */
async function unnoticedOf(lines: readonly PolicyLine[], relation: Relation): Promise<PolicyLine[]> {
  const noticed: boolean[] = [];
  await whileFlipped(lines, relation, async () => {
    for (let at = 0; at < lines.length; at += 16) noticed.push(...(await Promise.all(lines.slice(at, at + 16).map((line) => isNoticed(line, relation)))));
  });
  return lines.filter((_, index) => !noticed[index]);
}

const ANY: readonly Relation[] = ['administrator', 'auditor', 'integrator', 'self', 'facilitator', 'group', 'member'];
const INSIDE: readonly Relation[] = ['facilitator', 'group'];

/** What cannot show, and why. A row may be widened by these relations (or narrowed, where `taken`), and nothing differs for anybody. */
const CANNOT_SHOW: readonly { because: string; of: readonly string[]; relations: readonly Relation[]; taken?: readonly Relation[] }[] = [
  {
    because: 'whoever comes with the link or the code acts as the account itself',
    of: ['openAccount', 'notePasswordChange', 'enableSecondFactor', 'renewRecoveryCodes', 'confirmAddress', 'consentToAddressChange', 'unlinkIdentity', 'endSessions'].map((name) => `command ${name}`),
    relations: ANY,
  },
  { because: 'the answer is the same for everybody, whether there is such an account or not', of: ['command requestPasswordReset'], relations: ANY, taken: ['self'] },
  { because: 'no route offers it: it follows from a command on the series', of: ['command followSeries'], relations: ANY },
  { because: 'a calendar is of a member who signed in, and nobody else has one', of: ['command subscribeCalendar'], relations: ANY },
  { because: 'whoever signed in lists their own', of: ['route listCalendars'], relations: ['administrator', 'auditor', 'integrator', ...INSIDE, 'member'] },
  { because: 'integrators are keys, which have no calendars; no group decides about one', of: ['command revokeCalendar'], relations: ['integrator', ...INSIDE] },
  { because: 'no route offers it: the service itself does it, or somebody who comes back from a provider', of: ['command makeClaim', 'command linkIdentity'], relations: ANY, taken: ['self'] },
  {
    because: 'it is nobody’s own, or not yet',
    of: [
      ...['registerMember', 'foundGroup', 'describeGroup', 'adoptCharter', 'archiveGroup', 'reopenGroup', 'approveRequest', 'declineRequest', 'joinGroup', 'assignRole'].map((name) => `command ${name}`),
      ...['planSeries', 'changeSeries', 'extendSeries', 'endSeries'].map((name) => `command ${name}`),
      ...['scheduleMeeting', 'rescheduleMeeting', 'cancelMeeting', 'recordAttendance', 'correctAttendance', 'closeMeeting', 'inviteAccount', 'renewInvitation', 'enableAccount'].map((name) => `command ${name}`),
      'route readRoster',
      'route readCheckInCode',
      'route readAgenda',
      'field groups.archiveReason',
      'field MeetingClosed.leftOpen',
      'field PersonalDataRevealed.memberIds',
      'field PersonalDataRevealed.eventIds',
      'command createKey',
      'command revealPersonalData',
    ],
    relations: ['self'],
  },
  {
    because: 'it belongs to no group, or no group decides about it',
    of: [
      ...['registerMember', 'changeProfile', 'offerSkill', 'withdrawSkillOffer', 'seekSkill', 'endSkillSearch', 'pledgeTime', 'setIntroductionCapacity', 'blockMember', 'unblockMember'].map((name) => `command ${name}`),
      ...['foundGroup', 'archiveGroup', 'reopenGroup', 'requestMembership', 'assignRole'].map((name) => `command ${name}`),
      ...['recordReflection', 'reviseReflection', 'shareReflection', 'confirmReflectionValue', 'withdrawReflection'].map((name) => `command ${name}`),
      ...['offerHelp', 'withdrawOffer', 'recordHelp', 'confirmHelp', 'disputeHelp'].map((name) => `command ${name}`),
      ...['tellStory', 'reviseStory', 'acknowledgeStory', 'withdrawStory'].map((name) => `command ${name}`),
      ...['inviteAccount', 'renewInvitation', 'grantRole', 'revokeRole', 'disableAccount', 'enableAccount', 'requestAddressChange', 'stopAddressChange', 'removeSecondFactor'].map((name) => `command ${name}`),
      ...['requestAddressChange', 'stopAddressChange', 'removeSecondFactor'].map((name) => `route ${name}`),
      ...['email', 'hoursPerMonth', 'introductionCapacity'].map((field) => `field members.${field}`),
      ...['email', 'pendingEmail', 'noticeEnds'].map((field) => `field accounts.${field}`),
      ...['createKey', 'rotateKey', 'revokeKey', 'takeExport', 'revealPersonalData'].map((name) => `command ${name}`),
      ...['keys.lastUsedAt', 'keys.lastUsedFrom', 'accessRecords.address', 'PersonalDataRevealed.memberIds', 'PersonalDataRevealed.eventIds'].map((name) => `field ${name}`),
      'document keys',
      'document accessRecords',
      'event PersonalDataRevealed',
      'document memberBlocks',
      'document accounts',
      'event MemberBlocked',
      'event MemberUnblocked',
      'event MeetingClosed',
      'event HelpRecorded',
      ...['command acceptIntroduction', 'command declineIntroduction', 'route learnFrom'],
    ],
    relations: INSIDE,
  },
  { because: 'no route offers it: the service itself does it before a review is opened', of: ['command reserveReview'], relations: ANY },
  {
    because: 'a review is nobody’s own',
    of: [...['openReview', 'scoreCriterion', 'decideReview', 'appealDecision'].map((name) => `command ${name}`), 'document alignmentReviews (open)', 'document alignmentReviews (decided)', 'route auditAlignmentReview', 'route previewDecision', 'route listAlignmentFormulas'],
    relations: ['self'],
  },
  { because: 'it belongs to no group, or no group decides about it', of: ['openReview', 'scoreCriterion', 'decideReview'].map((name) => `command ${name}`), relations: INSIDE },
  { because: 'a facilitator is a member of the group, who may already', of: ['document alignmentReviews (decided)', 'route auditAlignmentReview'], relations: ['facilitator'] },
  { because: 'nobody audits a review they do not see', of: ['route auditAlignmentReview'], relations: ['member'] },
  { because: 'nobody previews the decision of a review they do not see', of: ['route previewDecision'], relations: ['member', 'group'] },
  { because: 'every member may already', of: ['route listAlignmentFormulas'], relations: INSIDE },
  { because: 'every member may already', of: ['document members', 'document groups', 'document meetings'], relations: ['self', ...INSIDE] },
  { because: 'every member may already, authors as well', of: ['document reflections (network)', 'document stories (network)'], relations: INSIDE, taken: ['self'] },
  { because: 'every member may already', of: ['document members', 'document groups', 'document meetings', 'document meetingSeries'], relations: ['self', ...INSIDE] },
  { because: 'every member may already, authors as well', of: ['document reflections (network)'], relations: INSIDE, taken: ['self'] },
  { because: 'every member may already', of: ['route listEvents', 'route followChanges'], relations: INSIDE },
  { because: 'a facilitator is a member of the group, who may already', of: ['document memberships', 'document reflections (group)', 'document stories (group)'], relations: ['facilitator'] },
  { because: 'a facilitator is a member of the group, who may already', of: ['document memberships', 'document reflections (group)', 'document actions', 'route readAgenda'], relations: ['facilitator'] },
  { because: 'nobody looks for things by what they are to them', of: ['field members.externalId', 'field groups.externalId', 'field meetings.externalId'], relations: ['self', ...INSIDE] },
  { because: 'a member finds only the events that name them, who may already', of: ['MemberBlocked', 'MemberUnblocked', 'MeetingClosed', 'PersonalDataRevealed'].map((type) => `event ${type}`), relations: ['member'] },
  { because: 'every member may already', of: ['command takeExport'], relations: ['self'] },
  { because: 'the directory is for everybody, whatever is said of its documents', of: ['document directory'], relations: ANY },
  { because: 'a group is nobody’s own', of: ['route readGroupHealth', 'route readGroupNetwork'], relations: ['self'] },
  { because: 'a facilitator is a member of the group, who may already', of: ['route readGroupHealth', 'route readGroupNetwork'], relations: [], taken: ['facilitator'] },
  { because: 'its routes are for those who watch over all groups', of: ['document learningTies', 'document learningTies (withoutTies)'], relations: ['self', 'member', ...INSIDE] },
  { because: 'integrators are keys: they make none, and take the log away by their scope', of: ['command createKey', 'command takeExport', 'command revealPersonalData'], relations: ['integrator'], taken: ['integrator'] },
  { because: 'they read none of these', of: ['field keys.lastUsedAt', 'field keys.lastUsedFrom'], relations: ['integrator', 'member'] },
  { because: 'they read none of these', of: ['field accessRecords.address'], relations: ['auditor', 'integrator', 'member'] },
  { because: 'of the group, its facilitators alone read of introductions', of: ['score', 'parts', 'reasonsForSeeker', 'reasonsForTeacher', 'declineReason'].map((field) => `field introductions.${field}`), relations: ['group', 'member'] },
  { because: 'no route offers it: the service itself does it', of: ['command closeTrustPulse'], relations: ANY },
  { because: 'whoever checks in does so themself, by a code that a group of theirs shows', of: ['command checkIn'], relations: ANY },
  { because: 'only members of the group have answers to give', of: ['route answerTrustPulse'], relations: ['administrator', 'auditor', 'integrator', 'self', 'facilitator'] },
  { because: 'every member may already', of: ['route readTrustPulseQuestions'], relations: INSIDE },
  { because: 'a pulse is nobody’s own, and a facilitator is a member of the group, who may already', of: ['document trustPulses'], relations: ['self', 'facilitator'] },
  { because: 'they read no account', of: ['email', 'pendingEmail', 'noticeEnds'].map((field) => `field accounts.${field}`), relations: ['integrator', 'member'] },
];

function cannotShow({ what, name, row }: PolicyLine, relation: Relation): boolean {
  return CANNOT_SHOW.some(({ of, relations, taken = [] }) => of.includes(`${what} ${name}`) && (row.includes(relation) ? taken : relations).includes(relation));
}

/** A command and its route of the same name are two locks at one door: both are opened at once. */
function withItsRoute(lines: readonly PolicyLine[], { name }: PolicyLine): PolicyLine[] {
  return lines.filter((line) => line.name === name);
}

it('turns red with every row of the policy, but for what cannot show', async () => {
  const lines = policyLines();
  const doubled = lines.filter((line) => withItsRoute(lines, line).length > 1);
  const together = ['command', 'route'].map((what) => lines.filter((line) => line.what === what && !doubled.includes(line)));
  const alone = lines.filter(({ what }) => what !== 'command' && what !== 'route').map((line) => [line]);
  const wrong: string[] = [];
  const note = async (some: readonly PolicyLine[], relation: Relation) => {
    for (const line of await unnoticedOf(some, relation)) if (!cannotShow(line, relation)) wrong.push(`${line.what} ${line.name} ${line.row.includes(relation) ? 'without' : 'with'} ${relation}`);
  };
  for (const relation of RELATIONS) {
    for (const some of [...together, ...alone]) await note(some, relation);
    for (const line of doubled) if (line.row.includes(relation)) await note([line], relation);
    for (const line of doubled.filter(({ what }) => what === 'route')) if (!line.row.includes(relation)) await note(withItsRoute(lines, line).filter(({ row }) => !row.includes(relation)), relation);
  }
  expect(wrong).toEqual([]);
}, 180_000);

it('has a row of the matrix for every row of the policy that can show', () => {
  expect(policyLines().filter((line) => rowsConcerned(line).length === 0 && !RELATIONS.every((relation) => cannotShow(line, relation))).map(({ name }) => name)).toEqual([]);
});

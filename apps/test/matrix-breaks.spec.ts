/** Whether the matrix notices: every relation is taken out of every row of the policy, or put into it, in the running service. */
import type { PolicyLine, Relation } from '#event-sourcing';
import { policyLines } from '../api/policy-table.js';
import { startTestService, type TestService } from './api.js';
import { Cast } from './cast.js';
import { expectedOf, inWords, Matrix } from './matrix.js';
import { FIELDS, MATRIX, type MatrixRow, type Who } from './matrix.table.js';

/** Who stands in a relation to a thing of Ben's, and in as few others as can be. */
const STANDS: Readonly<Record<Relation, readonly Who[]>> = {
  administrator: ['adminKey', 'admin'],
  auditor: ['auditor'],
  integrator: ['integr'],
  self: ['own', 'account'],
  facilitator: ['facil'],
  group: ['group'],
  member: ['else'],
};

/** Where a command shows at other routes than its own. */
const SHOWS_AT: Readonly<Record<string, readonly string[]>> = {
  openAccount: ['redeemInvitation'],
  notePasswordChange: ['changePassword', 'redeemPasswordReset'],
  enableSecondFactor: ['confirmSecondFactor'],
  renewRecoveryCodes: ['renewOwnRecoveryCodes'],
  unlinkIdentity: ['unlinkProvider'],
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
  memberships: ['readMembership', 'listMemberships'],
  meetings: ['readMeeting', 'listMeetings'],
  attendances: ['readAttendance', 'listAttendances'],
  'reflections (private)': ['readReflection', 'listReflections', 'readTimeline a private reflection'],
  'reflections (facilitator)': ['readReflection for facilitators', 'listReflections for facilitators', 'readTimeline a reflection for facilitators'],
  'reflections (group)': ['readReflection for the group', 'listReflections for the group', 'readTimeline a reflection for the group'],
  'reflections (network)': ['readReflection for the network', 'listReflections for the network', 'readTimeline a reflection for the network'],
  accounts: ['readAccount', 'listAccounts', 'readAccount of an outsider'],
  'members.externalId': ['listMembers by an id of an import'],
  'groups.externalId': ['listGroups by an id of an import'],
  'meetings.externalId': ['listMeetings by an id of an import'],
  MemberBlocked: ['listEvents a block'],
  MemberUnblocked: ['listEvents a block lifted'],
  MeetingClosed: ['listEvents a closed meeting'],
  'MeetingClosed.leftOpen': ['listEvents who else was left open'],
};

function rowsConcerned({ what, name }: PolicyLine): MatrixRow[] {
  const [view = ''] = name.split('.');
  const names = what === 'field' && !ROWS[name] ? (ROWS[view] ?? []) : (ROWS[name] ?? []);
  const operations = [name, ...(SHOWS_AT[name] ?? [])];
  return MATRIX.filter((row) => names.includes(row.name) || ((what === 'command' || what === 'route') && operations.includes(row.operation)));
}

const RELATIONS = Object.keys(STANDS) as Relation[];
let api: TestService;
let matrix: Matrix;
beforeAll(async () => {
  api = await startTestService({ config: { RELOCON_SECOND_FACTOR: 'nobody' } });
  matrix = new Matrix(api, await Cast.of(api));
});
afterAll(() => api.stop());

it('finds a row of the matrix for every row of the policy', () => {
  expect(policyLines().filter((line) => rowsConcerned(line).length === 0).map(({ name }) => name)).toEqual([]);
  expect(Object.keys(FIELDS).length).toBeGreaterThan(0);
});

/** Changes a row in place, as the service holds it. */
async function whileFlipped<T>({ row }: PolicyLine, relation: Relation, act: () => Promise<T>): Promise<T> {
  const held = row as Relation[];
  const before = [...held];
  held.splice(0, held.length, ...(before.includes(relation) ? before.filter((each) => each !== relation) : [...before, relation]));
  try {
    return await act();
  } finally {
    held.splice(0, held.length, ...before);
  }
}

async function isNoticed(line: PolicyLine, relation: Relation): Promise<boolean> {
  return whileFlipped(line, relation, async () => {
    for (const row of rowsConcerned(line)) {
      for (const who of STANDS[relation]) {
        const told = await matrix.ask(row, [who]).then((all) => inWords(all.get(who) as never), (error: Error) => error.message);
        if (told !== expectedOf(row, who)) return true;
      }
    }
    return false;
  });
}

it('is what the service does, as long as nothing is changed', async () => {
  for (const line of policyLines()) {
    for (const row of rowsConcerned(line).slice(0, 1)) expect([row.name, inWords((await matrix.ask(row, ['own'])).get('own') as never)]).toEqual([row.name, expectedOf(row, 'own')]);
  }
});

it('turns red with every row of the policy', async () => {
  const unnoticed: string[] = [];
  for (const line of policyLines()) for (const relation of RELATIONS) if (!(await isNoticed(line, relation))) unnoticed.push(`${line.slice} ${line.what} ${line.name} ${line.row.includes(relation) ? '-' : '+'}${relation}`);
  expect(unnoticed).toEqual([]);
}, 180_000);

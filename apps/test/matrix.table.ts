/**
 * Who may do what, to whose things: what the service must answer. Written by hand from the domain's rules, and never from its policy files;
 * matrix.spec.ts sends a valid request for every cell.
 */

/** Who asks. What they ask for is a thing of Ben's, who belongs to the group `G`; or, under `own`, `ownKey` and `admOwn`, of their own. */
export const WHO = {
  nobody: 'without a credential',
  admin: 'an administrator, who belongs to no member',
  adminKey: 'a key of the installation, as administrator',
  auditor: 'an auditor',
  integr: 'a key of the installation, as integrator',
  narrow: 'a key that might, but for the scope: it has every other one',
  account: 'an account without a member or a role',
  own: 'the member concerned',
  ownKey: 'a key of the member concerned',
  facil: 'a facilitator of the group',
  group: 'a member of the group',
  else: 'a facilitator of another group',
  left: 'a facilitator of the group who has left it',
  admOwn: 'an administrator who is the member concerned',
  admElse: 'an administrator who is another member',
} as const;

export type Who = keyof typeof WHO;

/** `yes`: done, or shown; `-`: answered without it; `time`: told that it happened and when; a number: refused so. `.`: nothing is shown. */
export type Cell = string;

export interface MatrixRow {
  /** The operation, and what is special about what it is asked for. */
  name: string;
  operation: string;
  variant: string;
  cells: Readonly<Record<Who, Cell>>;
}

function rowsOf(table: string): MatrixRow[] {
  const [heading = '', ...lines] = table.split('\n').filter((line) => line.includes('|'));
  const columns = cellsOf(heading) as Who[];
  if (columns.join() !== Object.keys(WHO).join()) throw new Error('the columns are not those who ask');
  return lines.map((line) => {
    const name = (line.split('|')[0] as string).trim();
    const cells = cellsOf(line);
    if (cells.length !== columns.length) throw new Error(`${name} has ${cells.length} cells`);
    const [operation = '', ...variant] = name.split(' ');
    return { name, operation, variant: variant.join(' '), cells: Object.fromEntries(columns.map((who, index) => [who, cells[index] as Cell])) as Record<Who, Cell> };
  });
}

function cellsOf(line: string): string[] {
  return (line.split('|')[1] as string).trim().split(/\s+/);
}

// prettier-ignore
export const MATRIX = rowsOf(`
                                                            | nobody   admin    adminKey auditor  integr   narrow   account  own      ownKey   facil    group    else     left     admOwn   admElse

# Open to everybody
readHealth                                                  | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
readReadiness                                               | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
readMetrics                                                 | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
signIn                                                      | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
redeemInvitation                                            | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
requestPasswordReset                                        | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
redeemPasswordReset                                         | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
confirmAddress                                              | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
consentToAddressChange                                      | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
stopAddressChangeByLink                                     | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
signInThroughProvider                                       | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
returnFromProvider                                          | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes

# Works once in a service's life, for whoever has the link; after that for nobody, whoever they are
setUp                                                       | yes      409      409      409      409      409      409      409      409      409      409      409      409      409      409

# One's own account: whoever signed in, never keys
readMe                                                      | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
listSessions                                                | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
giveSecondFactor                                            | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
signOut                                                     | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
endSession                                                  | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
endSession of somebody else                                 | 401      404      403      404      403      403      404      404      403      404      404      404      404      404      404
endAllSessions                                              | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
changePassword                                              | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
reAuthenticate                                              | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
beginSecondFactor                                           | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
confirmSecondFactor                                         | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
removeOwnSecondFactor                                       | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
renewOwnRecoveryCodes                                       | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
requestOwnAddressChange                                     | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
stopOwnAddressChange                                        | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
listOwnProviders                                            | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
unlinkProvider                                              | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
unlinkProvider of somebody else                             | 401      403      403      403      403      403      403      403      403      403      403      403      403      403      403
linkProvider                                                | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes

# Accounts: administrators; auditors read; each reads their own
inviteAccount                                               | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
renewInvitation                                             | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
grantRole                                                   | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      409      yes
revokeRole                                                  | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      409      yes
disableAccount                                              | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      409      yes
enableAccount                                               | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
requestAddressChange                                        | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
stopAddressChange                                           | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
removeSecondFactor                                          | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      409      yes
readAccount                                                 | 401      yes      yes      yes      404      403      404      yes      yes      404      404      404      404      yes      yes
readAccount of an outsider                                  | 401      yes      yes      yes      404      403      yes      404      404      404      404      404      404      yes      yes
listAccounts                                                | 401      yes      yes      yes      -        403      -        yes      yes      -        -        -        -        yes      yes
listAccounts of an outsider                                 | 401      yes      yes      yes      -        403      yes      -        -        -        -        -        -        yes      yes

# Members
registerMember                                              | 401      yes      yes      403      yes      403      403      403      403      403      403      403      403      yes      yes
changeProfile                                               | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
offerSkill                                                  | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
withdrawSkillOffer                                          | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
seekSkill                                                   | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
endSkillSearch                                              | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
pledgeTime                                                  | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
setIntroductionCapacity                                     | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
readMember                                                  | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes
listMembers                                                 | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes
listMembers by an id of an import                           | 401      yes      yes      yes      yes      403      403      403      403      403      403      403      403      yes      yes

# Whom somebody blocks is seen by nobody else
blockMember                                                 | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
unblockMember                                               | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
readMemberBlockList                                         | 401      404      404      404      404      403      404      yes      yes      404      404      404      404      yes      404

# Groups; "own" is a group one belongs to
foundGroup                                                  | 401      yes      yes      403      yes      403      403      403      403      403      403      403      403      yes      yes
describeGroup                                               | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
adoptCharter                                                | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
archiveGroup                                                | 401      yes      yes      403      yes      403      403      403      403      403      403      403      403      yes      yes
reopenGroup                                                 | 401      yes      yes      403      yes      403      403      403      403      403      403      403      403      yes      yes
readGroup                                                   | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes
listGroups                                                  | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes
listGroups by an id of an import                            | 401      yes      yes      yes      yes      403      403      403      403      403      403      403      403      yes      yes

# Memberships
requestMembership                                           | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
approveRequest                                              | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
declineRequest                                              | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
joinGroup                                                   | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
leaveGroup                                                  | 401      yes      yes      403      yes      403      403      yes      yes      yes      403      403      403      yes      yes
assignRole                                                  | 401      yes      yes      403      yes      403      403      403      403      403      403      403      403      yes      yes
readMembership                                              | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
listMemberships                                             | 401      yes      yes      yes      yes      403      -        yes      yes      yes      yes      -        -        yes      yes
readMembership of somebody who has left                     | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
listMemberships of somebody who has left                    | 401      yes      yes      yes      yes      403      -        yes      yes      yes      yes      -        -        yes      yes

# Meetings, and what is recorded of people there
scheduleMeeting                                             | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
rescheduleMeeting                                           | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
cancelMeeting                                               | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
giveRsvp                                                    | 401      yes      yes      403      yes      403      403      yes      yes      yes      403      403      403      yes      yes
receiveApology                                              | 401      yes      yes      403      yes      403      403      yes      yes      yes      403      403      403      yes      yes
recordAttendance                                            | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
correctAttendance                                           | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
closeMeeting                                                | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
readMeeting                                                 | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes
listMeetings                                                | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes
listMeetings by an id of an import                          | 401      yes      yes      yes      yes      403      403      403      403      403      403      403      403      yes      yes
readAttendance                                              | 401      yes      yes      yes      yes      403      404      yes      yes      yes      404      404      404      yes      yes
listAttendances                                             | 401      yes      yes      yes      yes      403      -        yes      yes      yes      -        -        -        yes      yes
readRoster                                                  | 401      yes      yes      yes      yes      403      404      403      403      yes      403      403      403      yes      yes

# Reflections: the author's alone, until they share them
recordReflection                                            | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
reviseReflection                                            | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
shareReflection                                             | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
withdrawReflection                                          | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
confirmReflectionValue                                      | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
confirmReflectionValue of a private one                     | 401      403      403      403      403      403      403      404      404      403      403      403      403      404      403
readReflection                                              | 401      404      404      404      404      403      404      yes      yes      404      404      404      404      yes      404
readReflection for facilitators                             | 401      yes      yes      yes      yes      403      404      yes      yes      yes      404      404      404      yes      yes
readReflection for the group                                | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
readReflection for a group its author has left              | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
readReflection for the network                              | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      yes      yes      yes      yes
listReflections                                             | 401      -        -        -        -        403      -        yes      yes      -        -        -        -        yes      -
listReflections for facilitators                            | 401      yes      yes      yes      yes      403      -        yes      yes      yes      -        -        -        yes      yes
listReflections for the group                               | 401      yes      yes      yes      yes      403      -        yes      yes      yes      yes      -        -        yes      yes
listReflections for the network                             | 401      yes      yes      yes      yes      403      -        yes      yes      yes      yes      yes      yes      yes      yes

# Timelines: a facilitator sees what comes from their group alone
readTimeline                                                | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline what comes from another group                  | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readTimeline a pledge                                       | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readTimeline an introduction capacity                       | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readTimeline a private reflection                           | 401      -        -        -        -        403      404      yes      yes      -        403      403      403      yes      -
readTimeline a reflection for facilitators                  | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline a reflection for the group                     | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline a reflection for the network                   | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readProgress                                                | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readProgress a pledge                                       | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readProgress a private reflection                           | 401      -        -        -        -        403      404      yes      yes      -        403      403      403      yes      -
readProgress what comes from another group                  | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes

# The log. "time": that it happened, and when; nothing else
listEvents                                                  | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes
listEvents a block                                          | 401      time     time     time     time     403      403      yes      yes      -        -        -        -        yes      time
listEvents a block lifted                                   | 401      time     time     time     time     403      403      yes      yes      -        -        -        -        yes      time
listEvents a private reflection                             | 401      time     time     time     time     403      403      yes      yes      -        -        -        -        yes      time
listEvents a private reflection that names its reader       | 401      time     time     time     time     403      403      yes      yes      -        -        -        -        yes      time
listEvents a reflection for the group that names its reader | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      -        -        yes      yes
listEvents a closed meeting                                 | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes
listEvents who else was left open                           | 401      yes      yes      yes      yes      403      403      -        -        -        -        -        -        yes      yes
listEvents who else was left open beside its reader         | 401      yes      yes      yes      yes      403      403      -        -        yes      -        -        -        yes      yes
followChanges                                               | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes
followChanges a block                                       | 401      time     time     time     time     403      403      yes      yes      -        -        -        -        yes      time
followChanges a private reflection                          | 401      time     time     time     time     403      403      yes      yes      -        -        -        -        yes      time

# API keys: people make their own, with no more than they may themselves; keys make none
createKey                                                   | 401      yes      403      403      403      403      403      403      403      403      403      403      403      yes      yes
createKey as an auditor                                     | 401      yes      403      yes      403      403      403      403      403      403      403      403      403      yes      yes
createKey as oneself                                        | 401      422      403      422      403      403      403      yes      403      yes      yes      yes      yes      yes      yes
rotateKey                                                   | 401      yes      403      403      404      403      404      yes      403      404      404      404      404      yes      yes
revokeKey                                                   | 401      yes      yes      403      404      403      404      yes      yes      404      404      404      404      yes      yes
listKeys                                                    | 401      yes      yes      yes      -        403      -        yes      yes      -        -        -        -        yes      yes

# Who looked, and seeing what is masked
listAccessRecords                                           | 401      yes      yes      403      403      403      403      yes      yes      403      403      403      403      yes      yes
listAccessRecords with the address                          | 401      yes      yes      403      403      403      403      -        -        403      403      403      403      yes      yes
revealPersonalData                                          | 401      yes      yes      yes      403      403      403      403      403      403      403      403      403      yes      yes
revealPersonalData of a block                               | 401      404      404      404      403      403      403      403      403      403      403      403      403      yes      404
listEvents a reveal                                         | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes
listEvents who else was in a reveal                         | 401      yes      yes      yes      yes      403      403      -        -        -        -        -        -        yes      yes
listEvents which events a reveal was of                     | 401      yes      yes      yes      yes      403      403      -        -        -        -        -        -        yes      yes
listEvents who else was in a reveal beside its reader       | 401      yes      yes      yes      yes      403      403      -        -        -        -        -        -        yes      yes
listEvents which events a reveal of its reader was of       | 401      yes      yes      yes      yes      403      403      -        -        -        -        -        -        yes      yes
listEvents as an export                                     | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes

# Watching over the service
listViews                                                   | 401      yes      yes      yes      yes      403      403      403      403      403      403      403      403      yes      yes
rebuildView                                                 | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
retryParked                                                 | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
`);

export interface Fields {
  /** The single document and the list. */
  operations: readonly string[];
  /** What everybody gets who gets any of it. */
  always: string;
  /** What not everybody gets. */
  sometimes: readonly MatrixRow[];
}

// prettier-ignore
export const FIELDS: Readonly<Record<string, Fields>> = {
  member: {
    operations: ['readMember', 'listMembers'],
    always: 'displayName erased id interests offers registeredAt seeks timeZone',
    sometimes: rowsOf(`
                      | nobody   admin    adminKey auditor  integr   narrow   account  own      ownKey   facil    group    else     left     admOwn   admElse
email                 | .        yes      yes      yes      yes      .        yes      yes      yes      -        -        -        -        yes      yes
hoursPerMonth         | .        yes      yes      yes      yes      .        .        yes      yes      -        -        -        -        yes      yes
introductionCapacity  | .        yes      yes      yes      yes      .        .        yes      yes      -        -        -        -        yes      yes
`),
  },
  group: {
    operations: ['readGroup', 'listGroups'],
    always: 'archivedAt charter charterVersions foundedAt id listed name place status timeZone',
    sometimes: rowsOf(`
                      | nobody   admin    adminKey auditor  integr   narrow   account  own      ownKey   facil    group    else     left     admOwn   admElse
archiveReason         | .        yes      yes      yes      yes      .        .        -        -        yes      -        -        -        yes      yes
`),
  },
  membership: {
    operations: ['readMembership', 'listMemberships'],
    always: 'groupId id joinedAt leftAt memberId periods requestedAt role status',
    sometimes: rowsOf(`
                      | nobody   admin    adminKey auditor  integr   narrow   account  own      ownKey   facil    group    else     left     admOwn   admElse
reason                | .        yes      yes      yes      yes      .        .        yes      yes      yes      -        .        .        yes      yes
`),
  },
  meeting: {
    operations: ['readMeeting', 'listMeetings'],
    always: 'attendance endsAt groupId id localEnd localStart mode place rsvps startsAt status timeZone title',
    sometimes: [],
  },
  attendance: {
    operations: ['readAttendance', 'listAttendances'],
    always: 'apology cancelled corrections groupId how id meetingId memberId minutes outcome rsvp startsAt',
    sometimes: [],
  },
  reflection: {
    operations: ['readReflection', 'listReflections'],
    always: 'authorId buildsOn confirmedBy context groupId id learnedFrom meetingId nowWhat reflectedAt revisedAt skills soWhat status usefulness value valueStatus visibility what',
    sometimes: [],
  },
  key: {
    operations: ['listKeys'],
    always: 'accountId createdAt expiresAt id memberId name prefix revokedAt role scopes',
    sometimes: rowsOf(`
                      | nobody   admin    adminKey auditor  integr   narrow   account  own      ownKey   facil    group    else     left     admOwn   admElse
lastUsedAt            | .        yes      yes      -        .        .        .        yes      yes      .        .        .        .        yes      yes
lastUsedFrom          | .        yes      yes      -        .        .        .        yes      yes      .        .        .        .        yes      yes
`),
  },
  account: {
    operations: ['readAccount', 'listAccounts'],
    always: 'id invitedAt memberId openedAt providers roles secondFactor status',
    sometimes: rowsOf(`
                      | nobody   admin    adminKey auditor  integr   narrow   account  own      ownKey   facil    group    else     left     admOwn   admElse
email                 | .        yes      yes      -        .        .        yes      yes      yes      .        .        .        .        yes      yes
pendingEmail          | .        yes      yes      -        .        .        yes      yes      yes      .        .        .        .        yes      yes
noticeEnds            | .        yes      yes      -        .        .        yes      yes      yes      .        .        .        .        yes      yes
`),
  },
};

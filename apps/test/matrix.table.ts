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
readSignInWays                                              | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
redeemInvitation                                            | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
requestPasswordReset                                        | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
redeemPasswordReset                                         | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
confirmAddress                                              | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
consentToAddressChange                                      | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
stopAddressChangeByLink                                     | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
signInThroughProvider                                       | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
returnFromProvider                                          | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes

# The directory: of groups that agreed to be in it, for whoever looks for one
searchDirectory                                             | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes
readDirectoryEntry                                          | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes

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
listPreferences                                             | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes
keepPreferences                                             | 401      yes      403      yes      403      403      yes      yes      403      yes      yes      yes      yes      yes      yes

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
readCheckInCode                                             | 401      yes      yes      403      yes      403      404      403      403      yes      403      403      403      yes      yes
checkIn                                                     | 401      403      403      403      403      403      403      yes      yes      yes      yes      422      422      yes      422

# Series of meetings, as meetings
planSeries                                                  | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
changeSeries                                                | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
extendSeries                                                | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
endSeries                                                   | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
readMeetingSeries                                           | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes
listMeetingSeries                                           | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes

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

# Help exchanges: among those concerned, and for the group’s facilitators; what somebody received is for them to say
offerHelp                                                   | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
withdrawOffer                                               | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
recordHelp                                                  | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
recordHelp that one received                                | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
recordHelp that was offered                                 | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
confirmHelp                                                 | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
confirmHelp that others received                            | 401      403      403      403      403      403      403      404      404      403      403      403      403      404      403
disputeHelp                                                 | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
readHelpExchange                                            | 401      yes      yes      yes      yes      403      404      yes      yes      yes      404      404      404      yes      yes
readHelpExchange that one gave                              | 401      yes      yes      yes      yes      403      404      yes      yes      yes      404      404      404      yes      yes
readHelpExchange in no group                                | 401      yes      yes      yes      yes      403      404      yes      yes      404      404      404      404      yes      yes
readHelpExchange offered to more than it helped             | 401      yes      yes      yes      yes      403      404      404      404      yes      404      404      404      yes      yes
listHelpExchanges                                           | 401      yes      yes      yes      yes      403      -        yes      yes      yes      -        -        -        yes      yes
listHelpExchanges in no group                               | 401      yes      yes      yes      yes      403      -        yes      yes      -        -        -        -        yes      yes
# Stories: their teller's; others read what was told to them, and say what they took
tellStory                                                   | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
tellStory to a group its teller has left                    | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
reviseStory                                                 | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
withdrawStory                                               | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
acknowledgeStory                                            | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
acknowledgeStory told to their group                        | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
acknowledgeStory told to another group                      | 401      403      403      403      403      403      403      404      404      403      403      403      403      404      403
acknowledgeStory that was withdrawn                         | 401      403      403      403      403      403      403      404      404      403      403      403      403      404      403
readStory                                                   | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
readStory its teller has left the group of                  | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
readStory for the network                                   | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      yes      yes      yes      yes
readStory that was withdrawn                                | 401      404      404      404      404      403      404      yes      yes      404      404      404      404      yes      404
readStory that was withdrawn, by whoever acknowledged it    | 401      404      404      404      404      403      404      404      404      404      404      404      404      404      404
listStories                                                 | 401      yes      yes      yes      yes      403      -        yes      yes      yes      yes      -        -        yes      yes
listStories for the network                                 | 401      yes      yes      yes      yes      403      -        yes      yes      yes      yes      yes      yes      yes      yes
listStories that was withdrawn                              | 401      -        -        -        -        403      -        yes      yes      -        -        -        -        yes      -
# Introductions: the two answer for themselves; staff read of it, and facilitators of the group it was suggested in
learnFrom                                                   | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
suggestIntroduction                                         | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
suggestIntroduction in a group                              | 401      yes      yes      403      yes      403      403      yes      yes      yes      403      403      403      yes      yes
acceptIntroduction                                          | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
acceptIntroduction in one’s own name                        | 401      403      403      403      403      403      403      yes      yes      404      404      404      404      yes      404
declineIntroduction                                         | 401      403      403      403      403      403      403      yes      yes      403      403      403      403      yes      403
declineIntroduction in one’s own name                       | 401      403      403      403      403      403      403      yes      yes      404      404      404      404      yes      404
readIntroduction                                            | 401      yes      yes      yes      yes      403      404      yes      yes      404      404      404      404      yes      yes
readIntroduction in a group                                 | 401      yes      yes      yes      yes      403      404      yes      yes      yes      404      404      404      yes      yes
listIntroductions                                           | 401      yes      yes      yes      yes      403      -        yes      yes      -        -        -        -        yes      yes
listIntroductions in a group                                | 401      yes      yes      yes      yes      403      -        yes      yes      yes      -        -        -        yes      yes
readTimeline an introduction                                | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
listEvents an introduction                                  | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes
# Alignment reviews: administrators judge, facilitators follow and may appeal, the group sees what was decided
openReview                                                  | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
scoreCriterion                                              | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
decideReview                                                | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
appealDecision                                              | 401      yes      yes      403      403      403      403      403      403      yes      403      403      403      yes      yes
readAlignmentReview                                         | 401      yes      yes      yes      yes      403      404      404      404      yes      404      404      404      yes      yes
readAlignmentReview that is decided                         | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
listAlignmentReviews                                        | 401      yes      yes      yes      yes      403      -        -        -        yes      -        -        -        yes      yes
listAlignmentReviews that are decided                       | 401      yes      yes      yes      yes      403      -        yes      yes      yes      yes      -        -        yes      yes
auditAlignmentReview                                        | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
previewDecision                                             | 401      yes      yes      yes      yes      403      404      404      404      yes      404      404      404      yes      yes
listAlignmentFormulas                                       | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes
listEvents a score                                          | 401      yes      yes      yes      yes      403      403      -        -        -        -        -        -        yes      yes
# Value stories: as far as one may see what they are made of
readValueStory                                              | 401      404      404      404      404      403      404      yes      yes      404      404      404      404      yes      404
readValueStory for facilitators                             | 401      yes      yes      yes      yes      403      404      yes      yes      yes      404      404      404      yes      yes
readValueStory for the group                                | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
readValueStory for the network                              | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      yes      yes      yes      yes
readValueStory what it builds on privately                  | 401      -        -        -        -        403      404      yes      yes      -        -        -        -        yes      -

# Actions: their owners, and facilitators of the group for them; which reflection one came from is the owner’s alone
commitAction                                                | 401      yes      yes      403      yes      403      403      yes      yes      yes      403      403      403      yes      yes
renegotiateAction                                           | 401      yes      yes      403      yes      403      403      yes      yes      yes      403      403      403      yes      yes
completeAction                                              | 401      yes      yes      403      yes      403      403      yes      yes      yes      403      403      403      yes      yes
dropAction                                                  | 401      yes      yes      403      yes      403      403      yes      yes      yes      403      403      403      yes      yes
commitAction in a meeting                                   | 401      yes      yes      403      yes      403      403      yes      yes      yes      403      403      403      yes      yes
commitAction in a meeting that one came to as a visitor     | 401      yes      yes      403      yes      403      403      yes      yes      yes      403      403      403      yes      yes
commitAction of a private reflection                        | 401      404      404      403      404      403      403      yes      yes      403      403      403      403      yes      404
completeAction as its helper                                | 401      yes      yes      403      yes      403      403      403      403      yes      403      403      403      yes      yes
readAction                                                  | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
listActions                                                 | 401      yes      yes      yes      yes      403      -        yes      yes      yes      yes      -        -        yes      yes
readAction without a group                                  | 401      yes      yes      yes      yes      403      404      yes      yes      404      404      404      404      yes      yes
listActions without a group                                 | 401      yes      yes      yes      yes      403      -        yes      yes      -        -        -        -        yes      yes
readAgenda                                                  | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      403      403      yes      yes

# Timelines: a facilitator sees what comes from their group alone
readTimeline                                                | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline what comes from another group                  | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readTimeline a pledge                                       | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readTimeline an introduction capacity                       | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readTimeline a private reflection                           | 401      -        -        -        -        403      404      yes      yes      -        403      403      403      yes      -
readTimeline a reflection for facilitators                  | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline a reflection for the group                     | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline a reflection for the network                   | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline help                                           | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline help in no group                               | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readTimeline a story for the group                          | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline a story for the network                        | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline a story that was withdrawn                     | 401      -        -        -        -        403      404      yes      yes      -        403      403      403      yes      -
readTimeline a story that was acknowledged                  | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline a story they acknowledged                      | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline a story they acknowledged that was withdrawn   | 401      -        -        -        -        403      404      -        -        -        403      403      403      -        -
readTimeline an action                                      | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline an action without a group                      | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readTimeline what a reflection builds on                    | 401      -        -        -        -        403      404      yes      yes      -        403      403      403      yes      -
readProgress                                                | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readProgress a pledge                                       | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readProgress a private reflection                           | 401      -        -        -        -        403      404      yes      yes      -        403      403      403      yes      -
readProgress what comes from another group                  | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readProgress help                                           | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readProgress help in no group                               | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes

# Group health: the group's own, and who watches over it; who learned from whom holds what its reader may see elsewhere
readGroupHealth                                             | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      403      403      yes      yes
readGroupNetwork                                            | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      403      403      yes      yes
readGroupNetwork a private reflection                       | 401      -        -        -        -        403      404      -        -        -        -        403      403      -        -
readGroupNetwork a reflection for facilitators              | 401      yes      yes      yes      yes      403      404      -        -        yes      -        403      403      yes      yes
readLearner                                                 | 401      yes      yes      yes      yes      403      403      403      403      403      403      403      403      yes      yes
readLearner who keeps it private                            | 401      404      404      404      404      403      403      403      403      403      403      403      403      404      404
listLearners                                                | 401      yes      yes      yes      yes      403      403      403      403      403      403      403      403      yes      yes
readProgress a story                                        | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readProgress a story that was withdrawn                     | 401      -        -        -        -        403      404      yes      yes      -        403      403      403      yes      -
readProgress an action                                      | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes

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
listEvents help                                             | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes
listEvents help that was recorded                           | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes
listEvents help its reader was offered and others got       | 401      yes      yes      yes      yes      403      403      -        -        -        -        -        -        yes      yes
listEvents a story for the group                            | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes
listEvents a story that its reader acknowledged             | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes
listEvents a withdrawn story its reader acknowledged        | 401      time     time     time     time     403      403      yes      yes      -        -        -        -        yes      time
listEvents an action                                        | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes
listEvents an action as its helper                          | 401      yes      yes      yes      yes      403      403      yes      yes      -        -        -        -        yes      yes
listEvents what an action came from                         | 401      -        -        -        -        403      403      yes      yes      -        -        -        -        yes      -
listEvents by what an action came from                      | 401      -        -        -        -        403      403      yes      yes      -        -        -        -        yes      -
listEvents what a reflection builds on                      | 401      -        -        -        -        403      403      yes      yes      -        -        -        -        yes      -
listEvents whom a reflection ever named                     | 401      -        -        -        -        403      403      yes      yes      -        -        -        -        yes      -
listEvents by what a reflection builds on                   | 401      -        -        -        -        403      403      yes      yes      -        -        -        -        yes      -
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

# Calendars: whoever signed in as a member makes addresses of their own; who has one needs no more
subscribeCalendar                                           | 401      403      403      403      403      403      403      yes      403      yes      yes      yes      yes      yes      yes
subscribeCalendar of a group                                | 401      403      403      403      403      403      403      yes      403      yes      yes      403      403      yes      403
listCalendars                                               | 401      -        403      -        403      403      -        yes      403      -        -        -        -        yes      -
revokeCalendar                                              | 401      404      403      404      403      403      404      yes      403      404      404      404      404      yes      404
readCalendar                                                | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes

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

# The trust pulse: members answer for themselves, in groups they belong to; "own" is such a group. What came of it is for the group and staff
readTrustPulseQuestions                                     | 401      403      403      403      403      403      403      yes      yes      yes      yes      yes      yes      yes      yes
answerTrustPulse                                            | 401      403      403      403      403      403      403      yes      yes      yes      yes      403      403      yes      403
readTrustPulse                                              | 401      yes      yes      yes      yes      403      404      yes      yes      yes      yes      404      404      yes      yes
listTrustPulses                                             | 401      yes      yes      yes      yes      403      -        yes      yes      yes      yes      -        -        yes      yes
summariseEvents                                             | 401      yes      yes      yes      yes      403      403      403      403      403      403      403      403      yes      yes
listEvents a trust pulse                                    | 401      yes      yes      yes      yes      403      403      -        -        -        -        -        -        yes      yes

# Lists in one piece: those of a slice, of which one stands for all, and what is no view: what the list shows, to whoever may take something away
listMembers as an export                                    | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      yes      yes      yes      yes
listReflections as an export                                | 401      -        -        -        -        403      403      yes      yes      -        -        -        -        yes      -
listReflections for the group as an export                  | 401      yes      yes      yes      yes      403      403      yes      yes      yes      yes      -        -        yes      yes
listKeys as an export                                       | 401      yes      yes      yes      -        403      -        yes      yes      -        -        -        -        yes      yes
listCalendars as an export                                  | 401      -        403      -        403      403      -        yes      403      -        -        -        -        yes      -
listAccessRecords as an export                              | 401      yes      yes      403      403      403      403      yes      yes      403      403      403      403      yes      yes
listAccessRecords with the address as an export             | 401      yes      yes      403      403      403      403      -        -        403      403      403      403      yes      yes
learnFrom as an export                                      | 401      yes      yes      403      yes      403      403      yes      yes      403      403      403      403      yes      yes
readTimeline as an export                                   | 401      yes      yes      yes      yes      403      404      yes      yes      yes      403      403      403      yes      yes
readTimeline what comes from another group as an export     | 401      yes      yes      yes      yes      403      404      yes      yes      -        403      403      403      yes      yes
readTimeline a private reflection as an export              | 401      -        -        -        -        403      404      yes      yes      -        403      403      403      yes      -
searchDirectory as an export                                | yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes      yes

# Watching over the service
listViews                                                   | 401      yes      yes      yes      yes      403      403      403      403      403      403      403      403      yes      yes
readOutbox                                                  | 401      yes      yes      yes      yes      403      403      403      403      403      403      403      403      yes      yes
rebuildView                                                 | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
importRows                                                  | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
dryRunImport                                                | 401      yes      yes      403      403      403      403      403      403      403      403      403      403      yes      yes
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
    always: 'attendance cancelled endsAt groupId id localEnd localStart mode occurrence place rsvps seriesId startsAt status timeZone title',
    sometimes: [],
  },
  meetingSeries: {
    operations: ['readMeetingSeries', 'listMeetingSeries'],
    always: 'changedFrom durationMinutes endedFrom from groupId id mode place plannedAt rule startTime timeZone title until',
    sometimes: [],
  },
  calendar: {
    operations: ['listCalendars'],
    always: 'createdAt groupId id',
    sometimes: [],
  },
  attendance: {
    operations: ['readAttendance', 'listAttendances'],
    always: 'apology cancelled corrections groupId how id meetingId memberId minutes outcome rsvp startsAt',
    sometimes: [],
  },
  reflection: {
    operations: ['readReflection', 'listReflections'],
    always: 'authorId confirmedBy context groupId id learnedFrom meetingId nowWhat reflectedAt revisedAt skills soWhat status usefulness value valueStatus visibility what',
    sometimes: rowsOf(`
                      | nobody   admin    adminKey auditor  integr   narrow   account  own      ownKey   facil    group    else     left     admOwn   admElse
buildsOn              | .        -        -        -        -        .        .        yes      yes      -        -        -        -        yes      -
`),
  },
  action: {
    operations: ['readAction', 'listActions'],
    always: 'committedAt details dueAt dueOn endedAt groupId helperIds id meetingId memberIds outcome ownerId reason renegotiated status timeZone title',
    sometimes: rowsOf(`
                      | nobody   admin    adminKey auditor  integr   narrow   account  own      ownKey   facil    group    else     left     admOwn   admElse
reflectionId          | .        -        -        -        -        .        .        yes      yes      -        -        .        .        yes      -
`),
  },
  directory: { operations: ['searchDirectory', 'readDirectoryEntry'], always: 'alignment charter id name place timeZone', sometimes: [] },
  learner: { operations: ['readLearner', 'listLearners'], always: 'id lastAt ties', sometimes: [] },
  helpExchange: {
    operations: ['readHelpExchange', 'listHelpExchanges'],
    always: 'confirmedBy disputes giverId givenAt groupId happenedAt id meetingId memberIds minutes note receiverIds skill status',
    sometimes: [],
  },
  story: {
    operations: ['readStory', 'listStories'],
    always: 'acknowledgements groupId id meetingId revisedAt revisions skills status tellerId text title toldAt toldTo',
    sometimes: [],
  },
  introduction: {
    operations: ['readIntroduction', 'listIntroductions'],
    always: 'acceptedBy declinedBy groupId id memberIds note seekerId settledAt skills status suggestedAt teacherId',
    sometimes: rowsOf(`
                      | nobody   admin    adminKey auditor  integr   narrow   account  own      ownKey   facil    group    else     left     admOwn   admElse
score                 | .        yes      yes      yes      yes      .        .        yes      yes      -        .        .        .        yes      yes
parts                 | .        yes      yes      yes      yes      .        .        yes      yes      -        .        .        .        yes      yes
reasonsForSeeker      | .        yes      yes      yes      yes      .        .        yes      yes      -        .        .        .        yes      yes
reasonsForTeacher     | .        yes      yes      yes      yes      .        .        yes      yes      -        .        .        .        yes      yes
declineReason         | .        yes      yes      yes      yes      .        .        yes      yes      -        .        .        .        yes      yes
`),
  },
  alignmentReview: {
    operations: ['readAlignmentReview', 'listAlignmentReviews'],
    always: 'appeal appealOf decision formulaVersion groupId history id inForceUntil levels openedAt reviewer status',
    sometimes: [],
  },
  trustPulse: {
    operations: ['readTrustPulse', 'listTrustPulses'],
    always: 'answered closedAt eventId groupId id quarter questions totals',
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

/** Which fields of events are about somebody, and so masked to everybody else. Written by hand: a new personal field needs a line here. */
import { EventCatalogue, type EventDefinition, type RecordedEvent } from '#event-sourcing';
import { features } from '../features.js';
import { Publisher } from './published-events.js';

// prettier-ignore
const MASKED: Record<string, string> = {
  MemberRegistered: 'displayName email interests', MemberProfileChanged: 'displayName email interests',
  MemberBlocked: 'blockedMemberId', MemberUnblocked: 'blockedMemberId',
  GroupArchived: 'reason',
  MembershipDeclined: 'reason', MemberLeft: 'reason', RoleAssigned: 'reason fromAddress',
  MeetingCancelled: 'reason', ApologyReceived: 'reason', AttendanceCorrected: 'reason',
  HelpOffered: 'note', HelpRecorded: 'note', HelpDisputed: 'reason',
  StoryAcknowledged: 'took', IntroductionSuggested: 'note', IntroductionDeclined: 'reason',
  AccountInvited: 'email reason fromAddress', AddressChangeRequested: 'email reason fromAddress',
  InvitationRenewed: 'reason fromAddress', AccountOpened: 'reason fromAddress', RoleGranted: 'reason fromAddress', RoleRevoked: 'reason fromAddress',
  AccountDisabled: 'reason fromAddress', AccountEnabled: 'reason fromAddress', PasswordChanged: 'reason fromAddress', PasswordResetRequested: 'reason fromAddress',
  SecondFactorEnabled: 'reason fromAddress', SecondFactorRemoved: 'reason fromAddress', RecoveryCodesRenewed: 'reason fromAddress',
  AddressConfirmed: 'reason fromAddress', AddressChangeConsented: 'reason fromAddress', AddressChangeStopped: 'reason fromAddress',
  IdentityLinked: 'reason fromAddress', IdentityUnlinked: 'reason fromAddress', SessionsEnded: 'reason fromAddress',
  ApiKeyCreated: 'name reason fromAddress', ApiKeyRotated: 'reason fromAddress', ApiKeyRevoked: 'reason fromAddress',
  PersonalDataRevealed: 'reason fromAddress', ExportTaken: 'filters reason fromAddress',
  CriterionScored: 'note', AlignmentDecided: 'explanation', DecisionAppealed: 'reason',
  MeetingSeriesEnded: 'reason', CalendarSubscribed: 'fromAddress', CalendarRevoked: 'fromAddress',
};

const definitions = features.flatMap(({ events }) => [...events]) as EventDefinition[];
const publisher = new Publisher({ features, log: { id: 'k3v9q2xa' }, codec: { catalogue: new EventCatalogue(definitions) } } as never);

/** Whoever it is about, and whoever did it. */
const [SUBJECT, ACTOR] = ['subject', 'actor'];

/** Every field is set; those that name whom a field is about name one person. */
function full(definition: EventDefinition): RecordedEvent {
  const subjects = new Set(Object.values(definition.fields).flatMap((privacy) => (privacy.kind === 'personal' ? [privacy.subject] : [])));
  const data = Object.fromEntries(Object.keys(definition.fields).map((field) => [field, subjects.has(field) ? SUBJECT : `value of ${field}`]));
  return { id: 'e', type: definition.type, stream: 's', revision: 0, position: 1, occurredAt: '', recordedAt: '', data, actor: { kind: 'member', id: ACTOR, role: 'member', via: 'api' }, metadata: {} } as unknown as RecordedEvent;
}

const readerCalled = (memberId: string, scopes?: { has(scope: string): boolean }) => ({ actor: { kind: 'member', id: memberId, role: 'member', via: 'api' }, memberId, groups: [], facilitates: [], ...(scopes && { scopes }) }) as never;

describe.each(definitions.map((definition) => [definition.type, definition] as const))('%s', (type, definition) => {
  const event = full(definition);
  const published = (reader: never) => publisher.publish(event, event, reader);

  it('shows others what is about nobody, and names the rest', () => {
    const hidden = MASKED[type]?.split(' ') ?? [];
    const { data, masked = [] } = published(readerCalled('somebody else'));
    expect([...masked].sort()).toEqual([...hidden].sort());
    expect(Object.keys(data as object).sort()).toEqual(Object.keys(definition.fields).filter((field) => !hidden.includes(field)).sort());
  });

  it('shows each what is about them, and everything to a key that may', () => {
    const about = (subject: string) => Object.entries(definition.fields).flatMap(([field, privacy]) => (privacy.kind === 'personal' && (privacy.subject === 'actor') === (subject === ACTOR) ? [field] : []));
    for (const [reader, theirs] of [[SUBJECT, about(SUBJECT)], [ACTOR, about(ACTOR)]] as const) {
      const { masked = [] } = published(readerCalled(reader));
      expect(theirs.filter((field) => masked.includes(field))).toEqual([]);
    }
    expect(published(readerCalled('somebody else', { has: (scope) => scope === 'events:personal' })).masked).toBeUndefined();
  });
});

it('The table names no event that is not there', () => {
  expect(Object.keys(MASKED).filter((type) => !definitions.some((definition) => definition.type === type))).toEqual([]);
});

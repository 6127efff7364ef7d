/** Lives of an account as commands make them, for properties: what commands refuse is no part of a life. */
import fc from 'fast-check';
import { isRefusal, plus, type Actor, type AnyCommand, type NewEvent, type RecordedEvent } from '#event-sourcing';
import { recorded } from '#event-sourcing-testing';
import * as commands from '../accounts.decider.js';
import { accountStanding } from '../accounts.events.js';

export const accountId = '019a9d2c-7b40-7c3e-9f21-0000000000a1';
export const memberId = '019a9d2c-7b40-7c3e-9f21-00000000000a';
const BEGINNING = '2026-01-01T00:00:00.000Z';
const DAY_MS = 86_400_000;

const role = fc.constantFrom('administrator', 'auditor');
const email = fc.constantFrom('ada@example.org', 'ada@example.com', 'Ada@Example.org');
const issuer = fc.constantFrom('https://a.example', 'https://b.example');
const plain = ['renewInvitation', 'disableAccount', 'enableAccount', 'requestPasswordReset', 'enableSecondFactor', 'removeSecondFactor', 'renewRecoveryCodes', 'confirmAddress', 'consentToAddressChange', 'stopAddressChange', 'endSessions'] as const;

type Step = [name: keyof typeof commands, more: Record<string, unknown>];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...plain).map((name): Step => [name, {}]) },
  { weight: 1, arbitrary: fc.constant<Step>(['openAccount', { by: 'invitation' }]) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('grantRole' as const, 'revokeRole' as const), role).map(([name, which]): Step => [name, { role: which }]) },
  { weight: 3, arbitrary: email.map((address): Step => ['requestAddressChange', { email: address }]) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('linkIdentity' as const, 'unlinkIdentity' as const), issuer).map(([name, which]): Step => [name, { issuer: which }]) },
  { weight: 1, arbitrary: fc.constant<Step>(['notePasswordChange', { how: 'reset' }]) },
);
const wait = fc.constantFrom(0, 1, DAY_MS, 7 * DAY_MS - 1, 7 * DAY_MS);

const invitation = fc.oneof(fc.record({ email, role }, { requiredKeys: ['email'] }), fc.record({ email, memberId: fc.constant(memberId), role: fc.constant('administrator') }, { requiredKeys: ['email', 'memberId'] }));
const steps = fc.array(fc.tuple(wait, step), { maxLength: 20 });

/** The events of a life in the order of the log. */
export const lives: fc.Arbitrary<RecordedEvent[]> = fc.tuple(invitation, steps).map(([invited, following]) => {
  const facts: NewEvent[] = [];
  let now = BEGINNING;
  for (const [waited, [name, more]] of [[0, ['inviteAccount', invited]], [0, ['openAccount', { by: 'invitation' }]], ...following] as [number, Step][]) {
    now = plus(now, waited);
    facts.push(...decided(commands[name] as unknown as AnyCommand, { accountId, ...more }, facts, now));
  }
  return recorded(facts);
});

const somebodyElse: Actor = { kind: 'account', id: '019a9d2c-7b40-7c3e-9f21-0000000000a2', role: 'admin', via: 'console' };

function decided(command: AnyCommand, input: object, facts: readonly NewEvent[], now: string): readonly NewEvent[] {
  const state = recorded(facts).reduce(accountStanding.evolve, accountStanding.initial);
  const decision = command.decide(input, state, { now, actor: somebodyElse, needs: { member: { registered: true, erased: false } } });
  return isRefusal(decision) ? [] : (decision as readonly NewEvent[]);
}

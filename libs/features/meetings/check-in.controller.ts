/** GET /api/v1/meetings/{id}/check-in-code, for the screen in the room, and POST /api/v1/check-ins, for whoever reads it there. */
import { z } from 'zod';
import { defineRefusal, formatPosition, isRefusal, notAPosition, partyOf, plus, positionOfAnotherLog, rowInWords, streamName } from '#event-sourcing';
import { actionOf, actorOf, afterOwnWrite, defineActions, documentAsked, EXAMPLE_ID, EXAMPLE_POSITION, findAll, mustAdmit, notFound, notYours, readerOf, viewBuilding, type Runtime } from '#event-sourcing-nest';
import { codeShown, isCodeOf } from './check-in.code.js';
import { checkIn, checkInWindow, LONGEST_MS } from './check-in.decider.js';
import { attendanceOutcome, type MeetingDocument } from './meetings.events.js';
import { meetingPolicy } from './meetings.policy.js';
import { meetings } from './meetings.state.js';

export const wrongCode = defineRefusal('wrong-check-in-code', 'This code does not hold', 422);

const TAG = 'Meetings';
const action = actionOf<Runtime>();
const mayReadCode = meetingPolicy.routes.readCheckInCode;

const shown = z.strictObject({
  meetingId: z.uuid(),
  code: z.string().length(6).nullable().describe('Null where nobody checks in: before and after that time, and where the meeting was cancelled or is closed.'),
  changesAt: z.iso.datetime().nullable().describe('When the next code takes its place; this one is taken for a minute more.'),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
});

export const CheckInCodeController = defineActions<Runtime>({
  path: 'meetings',
  tag: TAG,
  actions: [
    action({
      method: 'GET',
      path: ':id/check-in-code',
      operationId: 'readCheckInCode',
      summary: 'Read the code for checking in to a meeting',
      description: 'For a screen in the room: members enter it at /api/v1/check-ins. Another one each minute, from half an hour before the start until the end (three hours after the start where that is unknown). For the group’s facilitators.',
      access: { row: mayReadCode, scope: 'meetings:write' },
      answer: { name: 'CheckInCode', schema: shown, example: { meetingId: EXAMPLE_ID, code: '407183', changesAt: '2026-02-10T17:03:00.000Z', opensAt: '2026-02-10T16:30:00.000Z', closesAt: '2026-02-10T19:00:00.000Z' } },
      refusals: [notAPosition, positionOfAnotherLog, notYours, notFound, viewBuilding],
      async run({ runtime, request }) {
        await afterOwnWrite(runtime, request, ['meetings']);
        const reader = await readerOf(runtime, request);
        const meeting = await documentAsked<MeetingDocument>(runtime, request, 'meetings', reader, 'meeting');
        mustAdmit(mayReadCode, reader, { group: meeting.groupId }, 'show this code');
        const now = runtime.clock();
        const code = isOpen(meeting, now) ? codeShown(runtime, meeting.id, now) : { code: null, changesAt: null };
        return { meetingId: meeting.id, ...code, ...checkInWindow(meeting) };
      },
    }),
  ],
});

function isOpen(meeting: MeetingDocument, now: string): boolean {
  const { opensAt, closesAt } = checkInWindow(meeting);
  return meeting.status === 'scheduled' && opensAt <= now && now < closesAt;
}

const entered = z.strictObject({ code: z.string().max(20).transform((code) => code.replaceAll(/\D/g, '')).describe('As it is shown; what stands between the digits does not matter.') });

const checkedIn = z.strictObject({
  meetingId: z.uuid(),
  groupId: z.uuid(),
  title: z.string().max(300),
  outcome: attendanceOutcome.describe('Late from ten minutes after the start; what was recorded before stays.'),
  position: z.string().max(100),
});

export const CheckInsController = defineActions<Runtime>({
  path: 'check-ins',
  tag: TAG,
  actions: [
    action({
      method: 'POST',
      path: '',
      operationId: 'checkIn',
      summary: 'Check in to a meeting',
      description: 'By the code that is shown there, for oneself, as a member of its group: recorded as present, or late, with `code` as how. Doing it again changes nothing. After five codes that do not hold the next one has to wait.',
      access: { row: meetingPolicy.commands.checkIn, scope: 'meetings:write' },
      body: entered,
      example: { code: '407 183' },
      answer: { name: 'CheckedIn', schema: checkedIn, example: { meetingId: EXAMPLE_ID, groupId: EXAMPLE_ID, title: 'War stories: pricing that failed', outcome: 'present', position: EXAMPLE_POSITION } },
      refusals: [wrongCode, ...checkIn.refusals],
      async run({ runtime, request, body: { code } }) {
        const actor = actorOf(request);
        const { memberId } = partyOf(actor);
        if (memberId === undefined) return notYours(`Only ${rowInWords(meetingPolicy.commands.checkIn)} may do this.`);
        const guess = await runtime.guess('check-in-code', memberId);
        if (isRefusal(guess)) return guess;
        const meeting = await meetingWith(runtime, (await readerOf(runtime, request)).groups, code);
        if (!meeting) return wrongCode('No meeting of your groups shows this code now. It changes each minute: enter the one that you see.', { errors: [{ pointer: '/code', detail: 'is shown at no meeting of your groups now' }] });
        await guess.right();
        const outcome = await runtime.runner.execute(checkIn, { meetingId: meeting.id, memberId }, { actor });
        if (isRefusal(outcome)) return outcome;
        const { attendance } = await runtime.runner.fold(meetings, streamName('meeting', meeting.id));
        return { meetingId: meeting.id, groupId: meeting.groupId, title: meeting.title, outcome: attendance[memberId]?.value.outcome, position: formatPosition(runtime.log.id, outcome.position) };
      },
    }),
  ],
});

/** The meeting of these groups that shows the code now. */
async function meetingWith(runtime: Runtime, groups: readonly string[], code: string): Promise<MeetingDocument | undefined> {
  const now = runtime.clock();
  for (const groupId of groups) {
    const near = await findAll<MeetingDocument>(runtime, 'meetings', { groupId, status: 'scheduled' }, 'startsAt', { from: plus(now, -LONGEST_MS), before: plus(now, LONGEST_MS) });
    const found = near.find((meeting) => isOpen(meeting, now) && isCodeOf(runtime, meeting.id, code, now));
    if (found) return found;
  }
  return undefined;
}

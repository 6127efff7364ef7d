/** Who may do what to meetings and to what is recorded of people there. */
import { definePolicy, STAFF, type DocumentPolicy, type Row } from '#event-sourcing';
import type { AttendanceDocument, MeetingDocument } from './meetings.events.js';
import type { MeetingSeriesDocument } from './series.events.js';

const byFacilitator: Row = ['administrator', 'integrator', 'facilitator'];
const byThem: Row = ['administrator', 'integrator', 'self', 'facilitator'];

const meetings: DocumentPolicy<MeetingDocument> = { group: ({ groupId }) => groupId, read: { any: [...STAFF, 'member'] }, fields: { externalId: STAFF } };

/** As its meetings. */
const meetingSeries: DocumentPolicy<MeetingSeriesDocument> = { group: ({ groupId }) => groupId, read: { any: [...STAFF, 'member'] } };

const attendances: DocumentPolicy<AttendanceDocument> = {
  self: ({ memberId }) => memberId,
  group: ({ groupId }) => groupId,
  read: { any: [...STAFF, 'self', 'facilitator'] },
};

export const meetingPolicy = definePolicy({
  commands: {
    scheduleMeeting: byFacilitator,
    rescheduleMeeting: byFacilitator,
    cancelMeeting: byFacilitator,
    giveRsvp: byThem,
    receiveApology: byThem,
    recordAttendance: byFacilitator,
    correctAttendance: byFacilitator,
    closeMeeting: byFacilitator,
    // By the code that is shown at the meeting: for themself, in no other’s name.
    checkIn: ['self'],
    planSeries: byFacilitator,
    changeSeries: byFacilitator,
    extendSeries: byFacilitator,
    endSeries: byFacilitator,
    // Nobody gives it: it follows from the others.
    followSeries: [],
  },
  documents: { meetings, attendances, meetingSeries },
  events: { MeetingClosed: { read: [...STAFF, 'self'], fields: { leftOpen: [...STAFF, 'facilitator'] } } },
  routes: { readRoster: [...STAFF, 'facilitator'], readCheckInCode: byFacilitator },
});

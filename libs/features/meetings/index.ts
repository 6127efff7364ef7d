import { defineFeature } from '#event-sourcing';
import { cancelMeeting, giveRsvp, receiveApology, rescheduleMeeting, scheduleMeeting } from './meetings.decider.js';
import { meetingEvents } from './meetings.events.js';
import { meetingPolicy } from './meetings.policy.js';
import { meetingProgress, meetingTimeline } from './meetings.timeline.js';
import { closeMeeting, correctAttendance, recordAttendance } from './roll-call.decider.js';
import { attendancesView } from './views/attendances.js';
import { meetingsView } from './views/meetings.js';

export const meetings = defineFeature({
  name: 'meetings',
  policy: meetingPolicy,
  scopes: ['meetings:read', 'meetings:write'],
  events: meetingEvents,
  commands: [scheduleMeeting, rescheduleMeeting, cancelMeeting, giveRsvp, receiveApology, recordAttendance, correctAttendance, closeMeeting],
  views: [meetingsView, attendancesView],
  timeline: meetingTimeline,
  progress: meetingProgress,
  controllers: () => Promise.all([import('./meetings.controller.js'), import('./roster.controller.js')]).then(([{ AttendancesController, MeetingsController }, { RosterController }]) => [MeetingsController, AttendancesController, RosterController]),
});

import { defineFeature } from '#event-sourcing';
import { checkIn } from './check-in.decider.js';
import { cancelMeeting, giveRsvp, receiveApology, rescheduleMeeting, scheduleMeeting } from './meetings.decider.js';
import { meetingEvents } from './meetings.events.js';
import { meetingPolicy } from './meetings.policy.js';
import { meetingProgress, meetingTimeline } from './meetings.timeline.js';
import { followSeries } from './occurrences.decider.js';
import { whenASeriesChangedThenItsMeetingsFollow } from './reactions/when-a-series-changed-then-its-meetings-follow.js';
import { closeMeeting, correctAttendance, recordAttendance } from './roll-call.decider.js';
import { changeSeries, endSeries, extendSeries, planSeries } from './series.decider.js';
import { seriesEvents } from './series.events.js';
import { attendancesView } from './views/attendances.js';
import { meetingsView } from './views/meetings.js';
import { meetingSeriesView } from './views/series.js';

export const meetings = defineFeature({
  name: 'meetings',
  policy: meetingPolicy,
  scopes: ['meetings:read', 'meetings:write'],
  events: [...meetingEvents, ...seriesEvents],
  commands: [scheduleMeeting, rescheduleMeeting, cancelMeeting, giveRsvp, receiveApology, recordAttendance, correctAttendance, closeMeeting, checkIn, planSeries, changeSeries, extendSeries, endSeries, followSeries],
  views: [meetingsView, attendancesView, meetingSeriesView],
  timeline: meetingTimeline,
  progress: meetingProgress,
  reactions: [whenASeriesChangedThenItsMeetingsFollow],
  tags: { Meetings: 'Sessions: answers before, roll call at, corrections after.' },
  // A year of meetings.
  costs: {
    'POST /api/v1/meeting-series': 7,
    'POST /api/v1/meeting-series/:id/change': 7,
    'POST /api/v1/meeting-series/:id/extend': 7,
    'POST /api/v1/meeting-series/:id/end': 7,
  },
  controllers: () =>
    Promise.all([import('./meetings.controller.js'), import('./roster.controller.js'), import('./series.controller.js'), import('./check-in.controller.js')]).then(([{ AttendancesController, MeetingsController }, { RosterController }, { SeriesController }, { CheckInCodeController, CheckInsController }]) => [MeetingsController, AttendancesController, RosterController, SeriesController, CheckInCodeController, CheckInsController]),
});

/** When everything takes place, worked out from the community and the moment at which its story ends. */
import { plus } from '#event-sourcing';
import { actions, type Action } from '../community/actions.js';
import { circles, type Circle, type Evening } from '../community/circles.js';
import { help, type Help } from '../community/help.js';
import { notes, type Note } from '../community/notes/index.js';
import { stories, type Story } from '../community/stories/index.js';
import { DAY, dayOf, daysAfter, HOUR, isHoliday, MINUTE, startOn } from './clock.js';

/** An evening with its place in time. */
export type Sitting = Evening & { circle: Circle; day: string; startsAt: string; minutes: number };

export interface Moments {
  sittings: readonly Sitting[];
  /** @throws where no evening has this title. */
  sitting(title: string): Sitting;
  /** When a circle's evening of a week begins, be there one or not. */
  start(circle: string, week: number): string;
  /** So many days after the evening with this title began. */
  after(title: string, days: number): string;
  note(note: Note): string;
  help(help: Help): string;
  action(action: Action): string;
  story(story: Story): string;
}

export function momentsFor(now: string): Moments {
  const all = circles.flatMap((circle) => circle.evenings.map((evening) => sittingOf(circle, evening, now)));
  const byTitle = new Map(all.map((sitting) => [sitting.title, sitting]));
  const sitting = (title: string): Sitting => found(byTitle, title, 'evening');
  const after = (title: string, days: number): string => plus(sitting(title).startsAt, days * DAY);
  const [helpBy, actionBy, storyBy, noteBy] = [keyed(help), keyed(actions), keyed(stories), keyed(notes)];
  /** Written down late the same day, or the day after. */
  const unhurried = (note: Note): number => (note.hours ?? 4 + (notes.indexOf(note) % 3) * 9) * HOUR;
  const moments: Moments = {
    sittings: all,
    sitting,
    start: (circle, week) => startOn(circleOf(circle), dayOf(circleOf(circle), week, now)),
    after,
    help: ({ on, days }) => after(on, days),
    story: ({ on, days = 0.1 }) => after(on, days),
    action: ({ on, from }) => (from === undefined ? after(on, 0.07) : plus(moments.note(found(noteBy, from, 'note')), 30 * MINUTE)),
    note(note) {
      const { on } = note;
      if (typeof on === 'string') return plus(sitting(on).startsAt, unhurried(note));
      if ('help' in on) return plus(moments.help(found(helpBy, on.help, 'help')), unhurried(note));
      if ('story' in on) return plus(moments.story(found(storyBy, on.story, 'story')), DAY + unhurried(note));
      const { on: evening, done } = found(actionBy, on.action, 'action');
      if (!done) throw new Error(`a note is about "${on.action}", which nobody has done`);
      return plus(after(evening, done.days), unhurried(note));
    },
  };
  return moments;
}

export function circleOf(key: string): Circle {
  return found(new Map(circles.map((circle) => [circle.key, circle])), key, 'circle');
}

function sittingOf(circle: Circle, evening: Evening, now: string): Sitting {
  const { series } = circle;
  const day = dayOf(circle, evening.week, now);
  const later = series && evening.week <= series.changed.week;
  const from = later && !isHoliday(day) ? series.changed.from : circle.from;
  const startsAt = startOn({ ...circle, from }, daysAfter(day, evening.movedBy ?? 0));
  return { ...evening, circle, day, startsAt, minutes: later ? series.changed.minutes : circle.minutes };
}

function keyed<T extends { key?: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.flatMap((each) => (each.key === undefined ? [] : [[each.key, each] as const])));
}

function found<T>(all: ReadonlyMap<string, T>, key: string, what: string): T {
  const one = all.get(key);
  if (one === undefined) throw new Error(`the sample community has no ${what} "${key}"`);
  return one;
}


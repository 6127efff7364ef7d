/** Where people stand in the picture of who learned from whom: on a circle, those who learn from each other close together. */
import type { Answer } from '../api/client.js';

export type Tie = Answer<'readGroupNetwork'>['ties'][number];

export interface Network {
  ties: readonly Tie[];
  nameOf(id: string): string;
}

export const countOf = ({ reflections, exchanges }: Tie): number => reflections + exchanges;

/** Everybody in the ties, each beside whom they have most to do with of those who are left. */
export function around(ties: readonly Tie[]): string[] {
  const between = new Map<string, Map<string, number>>();
  const add = (one: string, other: string, by: number): void => {
    const those = between.get(one) ?? new Map<string, number>();
    between.set(one, those.set(other, (those.get(other) ?? 0) + by));
  };
  for (const tie of ties) {
    add(tie.learnerId, tie.teacherId, countOf(tie));
    add(tie.teacherId, tie.learnerId, countOf(tie));
  }
  const weight = (id: string): number => [...(between.get(id)?.values() ?? [])].reduce((sum, each) => sum + each, 0);
  const left = new Set([...between.keys()].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)));
  const placed: string[] = [];
  while (left.size > 0) {
    const last = placed.at(-1);
    const [first] = left;
    const next = last === undefined ? first : [...left].reduce((best, id) => ((between.get(last)?.get(id) ?? 0) > (between.get(last)?.get(best) ?? 0) ? id : best), first as string);
    placed.push(next as string);
    left.delete(next as string);
  }
  return placed;
}

export interface Point {
  x: number;
  y: number;
}

export interface Placed extends Point {
  id: string;
  /** Of the circle, clockwise from the top, in radians. */
  angle: number;
}

export function onCircle(ids: readonly string[], center: Point, radius: number): Placed[] {
  return ids.map((id, index) => {
    const angle = (2 * Math.PI * index) / ids.length;
    return { id, angle, x: center.x + radius * Math.sin(angle), y: center.y - radius * Math.cos(angle) };
  });
}

/** An arrow that bends towards the centre and to its right, so that two in opposite directions stay apart. */
export function arrow(from: Point, to: Point, center: Point, gap: number): { path: string; middle: Point } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const side = Math.min(22, length / 6);
  const towards = 0.25;
  const bend = { x: (from.x + to.x) / 2 + ((center.x - (from.x + to.x) / 2) * towards - (dy / length) * side), y: (from.y + to.y) / 2 + ((center.y - (from.y + to.y) / 2) * towards + (dx / length) * side) };
  const start = towardsPoint(from, bend, gap);
  const end = towardsPoint(to, bend, gap + 5);
  return { path: `M${round(start.x)} ${round(start.y)} Q${round(bend.x)} ${round(bend.y)} ${round(end.x)} ${round(end.y)}`, middle: { x: start.x / 4 + bend.x / 2 + end.x / 4, y: start.y / 4 + bend.y / 2 + end.y / 4 } };
}

function towardsPoint(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) * distance) / length, y: from.y + ((to.y - from.y) * distance) / length };
}

const round = (value: number): number => Math.round(value * 10) / 10;

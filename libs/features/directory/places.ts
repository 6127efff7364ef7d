/** Finding by place. */
import { searchTokens } from '#event-sourcing';
import type { Place } from '../groups/groups.events.js';

/** Mean radius of the earth, in kilometres (IUGG). */
const RADIUS_KM = 6_371.0088;

export interface Point {
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
}

/** Kilometres between two points along the great circle (haversine formula). */
export function kilometresBetween(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [dLatitude, dLongitude] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord = Math.sin(dLatitude / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** How far a group is from a point, in kilometres, as it is compared; undefined where it says no coordinates. */
export function distanceTo(place: Place | null, near: Point): number | undefined {
  if (place?.latitude === undefined || place.longitude === undefined) return undefined;
  return kilometresBetween(near, { latitude: place.latitude, longitude: place.longitude });
}

/** Whether each word begins a word of the place, as the search of lists compares them. */
export function isAt(place: Place | null, words: readonly string[]): boolean {
  const tokens = searchTokens([place?.text]);
  return words.every((word) => tokens.some((token) => token.startsWith(word)));
}

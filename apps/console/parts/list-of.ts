import type { ResourceName } from '../api/resources.js';

/** The address of a list with these filters. */
export function listOf(resource: ResourceName, filter: Record<string, unknown> = {}): string {
  return Object.keys(filter).length === 0 ? `/${resource}` : `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

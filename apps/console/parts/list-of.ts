import type { ResourceName } from '../api/resources.js';

/** What the address of a list filters by; nothing where it cannot be read. */
export function filterIn(parameters: URLSearchParams): { readonly [name: string]: string | undefined } {
  try {
    return JSON.parse(parameters.get('filter') ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

/** The address of a list with these filters. */
export function listOf(resource: ResourceName, filter: Record<string, unknown> = {}): string {
  return Object.keys(filter).length === 0 ? `/${resource}` : `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

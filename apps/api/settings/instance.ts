import { hostname } from 'node:os';

/** What this process is called among those that share its stores: `web-1/4711`, by its host and process id. */
export function instanceName(): string {
  return `${hostname()}/${process.pid}`;
}

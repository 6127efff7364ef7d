/** A list as a file. */
import { goesOnAfter, type OperationId } from './client.js';
import { words } from '../i18n/index.js';
import { OPERATIONS } from './operations.js';
import { Problem, problemOf } from './problem.js';

export type ExportFormat = 'csv' | 'ndjson';

const TYPES = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

/** Saves what an operation lists, of one thing where its path names one. @throws Problem, also where the file would be incomplete. */
export async function download(operation: OperationId, query: Record<string, unknown>, format: ExportFormat, id = ''): Promise<void> {
  const given = new URLSearchParams(Object.entries(query).filter(([name, value]) => value !== undefined && name !== 'total').map(([name, value]) => [name, String(value)]));
  const offline = (): never => {
    throw new Problem(0, { title: words('problem.incomplete') });
  };
  for (let tries = 0; ; tries++) {
    const response = await fetch(`${OPERATIONS[operation].path.replace('{id}', id)}?${given.toString()}`, { headers: { accept: TYPES[format] } }).catch(offline);
    if (!response.ok) {
      const problem = problemOf(response.status, await response.json().catch(() => undefined));
      if (await goesOnAfter(problem, operation, { tries })) continue;
      throw problem;
    }
    const file = await response.blob().catch(offline);
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `relocon.${format}`;
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return;
  }
}

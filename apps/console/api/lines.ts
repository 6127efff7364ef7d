/** What an operation answers line by line, such as how far it is. */
import { goesOnAfter, type OperationId } from './client.js';
import { words } from '../i18n/index.js';
import { OPERATIONS } from './operations.js';
import { Problem, problemOf } from './problem.js';

/**
 * Each line as it comes, but for the last, which counts the others.
 *
 * @param body JSON.
 * @throws Problem, also where it broke off before that; what `signal` says once it is aborted.
 */
export async function* linesOf<T extends object>(operation: OperationId, body: Blob, signal: AbortSignal): AsyncGenerator<T> {
  let lines = 0;
  for await (const line of textOf(await begun(operation, body, signal), signal)) {
    const value = JSON.parse(line) as T | { count: number };
    if ('count' in value && value.count === lines) return;
    lines++;
    yield value as T;
  }
  throw broken();
}

const broken = (): Problem => new Problem(0, { title: words('problem.brokenOff') });

async function begun(operation: OperationId, body: Blob, signal: AbortSignal): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const response = await fetch(OPERATIONS[operation].path, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal }).catch((error: unknown) => {
      throw signal.aborted ? error : broken();
    });
    if (response.ok) return response;
    const problem = problemOf(response.status, await response.json().catch(() => undefined));
    if (!(await goesOnAfter(problem, operation, { tries }))) throw problem;
  }
}

async function* textOf({ body }: Response, signal: AbortSignal): AsyncGenerator<string> {
  const reader = (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream() as never).getReader() as ReadableStreamDefaultReader<string>;
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw signal.aborted ? error : broken();
      });
      if (done) return;
      const lines = (rest + value).split('\n');
      rest = lines.pop() as string;
      yield* lines;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** Bodies: JSON in UTF-8, as it was sent, or a problem that says what is wrong with it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusedError } from '#event-sourcing';
import { invalid, notJson, unsupportedMedia } from '#event-sourcing-nest';

const TYPES = ['application/json', 'application/merge-patch+json'];
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

type Parse = (request: FastifyRequest, body: string, done: (error: Error | null, value?: unknown) => void) => void;

/** Makes JSON the only body that is taken. */
export function takeJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error') as Parse;
  fastify.addContentTypeParser(TYPES, { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      parse(request, textOf(request, bytes as Buffer), (error, value) => done(error ?? illFormed(value), value));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** @throws RefusedError for bytes that would not come back as they were sent. */
function textOf(request: FastifyRequest, bytes: Buffer): string {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new RefusedError(unsupportedMedia('Send the body as it is, without a Content-Encoding.'));
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8' && charset !== 'utf8') throw new RefusedError(unsupportedMedia('Send the body in UTF-8; JSON knows no other charset.'));
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw new RefusedError(notJson('The body is not valid UTF-8.'));
  }
}

/** Half a character, which JSON can write and no other encoding can: it could not be stored as it was sent. */
function illFormed(value: unknown, pointer = ''): RefusedError | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : new RefusedError(invalid(`${pointer || 'The body'}: contains half a character (a lone surrogate).`, { errors: [{ pointer, detail: 'contains half a character (a lone surrogate)' }] }));
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, each] of Object.entries(value)) {
    const found = illFormed(each, `${pointer}/${key.slice(0, 100)}`);
    if (found) return found;
  }
  return null;
}

/** What cannot be read as HTTP never becomes a request: it is answered on its connection, as a problem like all else. */
import type { Socket } from 'node:net';
import { invalid, problemOf } from '#event-sourcing-nest';
import type { Refusal } from '#event-sourcing';

const PHRASES: Record<number, string> = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };

export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.destroyed) return void socket.destroy();
  const refusal = refusalOf(error.code);
  const body = JSON.stringify(problemOf(refusal));
  const head = [`HTTP/1.1 ${refusal.status} ${PHRASES[refusal.status]}`, 'Content-Type: application/problem+json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close'];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return { ...invalid('The address and headers are too long: 16 KiB together.'), status: 431 };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { ...invalid('The request did not arrive in time.'), status: 408 };
  return invalid('The request could not be read as HTTP/1.1.');
}

import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppendTooLargeError, isRefusal, MAX_APPEND_BYTES, RefusedError, StoreUnavailableError, type Refusal } from '#event-sourcing';
import { internal, invalid, notJson, sendProblem, tooLarge, unavailable, unknownRoute, unsupportedMedia } from '#event-sourcing-nest';

export const LOGGER = Symbol('logger');

/** Answers everything that was thrown as a problem document; only what nobody foresaw is a 500, and is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refusal = refusalOf(error);
    const about = { route: request.routeOptions?.url, requestId: request.id };
    // Every request says so while a store is away; one line each will do.
    if (error instanceof StoreUnavailableError) this.logger.warn(about, error.message);
    else if (refusal.status >= 500) this.logger.error({ err: error, ...about }, 'a request failed');
    const reply = http.getResponse<FastifyReply>();
    if (!reply.sent) sendProblem(reply, refusal);
  }
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  if (isRefusal(error)) return error;
  if (error instanceof StoreUnavailableError) return unavailable('The stores cannot be reached right now; nothing was lost, try again in a moment.');
  if (error instanceof AppendTooLargeError) return tooLarge(`One request may record at most ${MAX_APPEND_BYTES} bytes of events; send it in smaller parts.`);
  // Nest wraps what Fastify says of a body.
  const { statusCode, code } = (error instanceof HttpException && error.cause instanceof Object ? error.cause : error) as { statusCode?: number; code?: string };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return tooLarge('The body is larger than this service takes.');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || statusCode === 415) return unsupportedMedia('Send the body as application/json.');
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return notJson('The body is empty; send a JSON object.');
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY') return notJson('The body is not valid JSON.');
  if (error instanceof HttpException && error.getStatus() === 404) return unknownRoute('There is nothing at this address; /api/docs lists what there is.');
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === 404) return unknownRoute('There is nothing at this address; /api/docs lists what there is.');
  if (status !== undefined && status >= 400 && status < 500) return { ...invalid('The request could not be read.'), status: 400 };
  return internal('Something went wrong on our side; nothing was lost. Try again, and tell the operator if it stays.');
}

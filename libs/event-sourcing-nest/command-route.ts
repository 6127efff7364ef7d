/** A command over HTTP: validate, keep the idempotency promise, give the command, answer. */
import type { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { formatPosition, isRefusal, newId, parsePosition, type Actor, type AnyCommand, type CommandOutcome, type CommandRequest, type ItemOutcome, type RecordedEvent, type Refusal, type Row } from '#event-sourcing';
import { GiveCommand } from './buses.js';
import { actorOf, sendProblem } from './http.js';
import type { Answer } from './idempotency.js';
import { invalid, invalidInput, preconditionRequired, problemOf, tooLarge } from './problems.js';
import type { Runtime } from './runtime.js';

/** A command offered at a route. */
export interface CommandRoute {
  /** `create`: POST on the collection. `edit`: PATCH of one thing, under If-Match. Otherwise POST /{id}/{verb}. */
  verb: string;
  command: AnyCommand;
  /** The event it typically records, for the document's example. */
  records: string;
  summary: string;
  description?: string;
  /** Field of the command's input that the path names. */
  idField?: string;
  /** The array of a bulk command: more of it than the command takes is answered with 413. */
  bulk?: string;
  /** The collection in which what it creates is read, where that is not its own. */
  readIn?: string;
  /** Values the route itself gives. */
  fixed?: Record<string, unknown>;
  /** Field of the command's input that gets the network address the request came from. */
  addressField?: string;
  /** Asks for the password again where it was not given lately. */
  sensitive?: boolean;
  /** Whom the route is for, where that is fewer than may give the command. */
  row?: Row;
  /** The scope a key needs, where it is not the slice's own for writing. */
  scope?: string;
  /** Fields of the command's input that `prepare` answers: no caller gives them, and no document names them. */
  computed?: readonly string[];
  /** What must be so elsewhere before the command is given: a claim, say. It may answer the `computed` fields. Done again by a retry. */
  prepare?(runtime: Runtime, input: never, actor: Actor): Promise<Refusal | Record<string, unknown> | undefined>;
  /** What the events it recorded bring about in other streams, before they are answered. Done again by a retry, so nothing of it may happen twice. */
  follow?(runtime: Runtime, events: readonly RecordedEvent[]): Promise<Followed | Refusal>;
  /** A body from the domain. */
  example: Record<string, unknown>;
}

/** What became of what followed, and a position at which all of it can be read. */
export interface Followed {
  results: readonly ItemOutcome[];
  position: number;
}

interface Given {
  bus: CommandBus;
  runtime: Runtime;
  /** `/api/v1/members` */
  basePath: string;
  route: CommandRoute;
}

export async function handleCommand(given: Given, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { route, runtime } = given;
  const ifRevision = route.verb === 'edit' ? revisionOf(request.headers['if-match']) : undefined;
  if (route.verb === 'edit' && request.headers['if-match'] === undefined) {
    return sendProblem(reply, preconditionRequired('Send the ETag you read as If-Match, so that nobody’s change is lost.'));
  }
  const input = inputOf(route, request);
  if (isRefusal(input)) return sendProblem(reply, input);
  const actor = actorOf(request);
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') {
    const outcome = await give(given, input, { actor, ...(ifRevision !== undefined && { ifRevision }) });
    return sendAnswer(reply, answerOf(given, outcome));
  }
  if (key.length === 0 || key.length > 255) return sendProblem(reply, invalid('Idempotency-Key: must have 1 to 255 characters.', { errors: [{ pointer: '#Idempotency-Key', detail: 'must have 1 to 255 characters' }] }));
  // Authorise first, then look up: an answer kept for a key is for whoever may still give the command.
  const refused = await runtime.runner.refused(route.command, input, actor);
  if (refused) return sendAnswer(reply, answerOf(given, refused));
  const begun = await runtime.idempotency.begin({
    account: `${actor.kind}:${actor.id}`,
    method: request.method,
    path: request.url,
    key,
    body: `${JSON.stringify(request.body ?? null)}\n${String(request.headers['if-match'] ?? '')}`,
    mints: route.command.mints !== undefined,
  });
  if (begun.kind === 'refused') return sendProblem(reply, begun.refusal);
  if (begun.kind === 'answered') return sendAnswer(reply, await ofThisLog(runtime, begun.answer));
  try {
    const { commandId, mintedId, resumed } = begun;
    const outcome = await give(given, input, { actor, commandId, resumed, ...(ifRevision !== undefined && { ifRevision }) }, mintedId);
    const answer = answerOf(given, outcome);
    if (answer.status < 500) await begun.finish(answer, inLog(outcome));
    else begun.abandon();
    sendAnswer(reply, answer);
  } catch (error) {
    begun.abandon();
    throw error;
  }
}

/** Whether the events alone tell the answer: what became of each item of a bulk command they do not. */
function inLog(outcome: CommandOutcome | Refusal): boolean {
  return !isRefusal(outcome) && outcome.events.length > 0 && outcome.results === undefined;
}

async function give({ bus, route, runtime }: Given, input: Record<string, unknown>, request: CommandRequest, mintedId?: string): Promise<CommandOutcome | Refusal> {
  const { mints } = route.command;
  const complete = mints ? { ...input, [mints]: mintedId ?? newId() } : input;
  const prepared = route.prepare && ((await runtime.runner.refused(route.command, complete, request.actor)) ?? (await route.prepare(runtime, complete as never, request.actor)));
  if (isRefusal(prepared)) return prepared;
  const outcome = await bus.execute(new GiveCommand(route.command, { ...complete, ...prepared }, request));
  if (!route.follow || isRefusal(outcome) || outcome.events.length === 0) return outcome;
  const followed = await route.follow(runtime, outcome.events);
  return isRefusal(followed) ? followed : { ...outcome, results: followed.results, position: Math.max(outcome.position, followed.position) };
}

/** What of a command's input path and body may hold. */
export function givenTo({ command, computed = [] }: CommandRoute): z.ZodType<Record<string, unknown>> {
  if (computed.length === 0) return command.input as z.ZodType<Record<string, unknown>>;
  return (command.input as unknown as z.ZodObject).omit(Object.fromEntries(computed.map((field) => [field, true])) as never);
}

/** The command's whole input from path and body; a field the caller cannot give counts as unknown. */
function inputOf(route: CommandRoute, request: FastifyRequest): Record<string, unknown> | Refusal {
  const body = request.body ?? {};
  if (typeof body !== 'object' || Array.isArray(body)) return invalid('The body must be a JSON object.', { errors: [{ pointer: '', detail: 'must be a JSON object' }] });
  const own: Record<string, unknown> = { ...route.fixed };
  if (route.idField) own[route.idField] = (request.params as { id: string }).id;
  if (route.addressField) own[route.addressField] = request.ip;
  // A place-holder of the right form: the id is minted after validation, when the idempotency key has been looked up.
  if (route.command.mints) own[route.command.mints] = PLACE_HOLDER;
  for (const field in own) {
    if (field in body) return invalid(`/${field}: is not a field of this request.`, { errors: [{ pointer: `/${field}`, detail: 'is not a field of this request' }] });
  }
  const parsed = givenTo(route).safeParse({ ...body, ...own });
  if (parsed.success) return parsed.data;
  const most = parsed.error.issues.find((issue) => issue.code === 'too_big' && issue.path.join() === route.bulk);
  return most ? tooLarge(`/${route.bulk}: ${most.message}; send the rest in a request of its own.`, { errors: [{ pointer: `/${route.bulk}`, detail: most.message }] }) : invalidInput(parsed.error);
}

const PLACE_HOLDER = '00000000-0000-7000-8000-000000000000';

/** The revision an ETag names; undefined for `*`, which holds whatever the revision is; an impossible one for what is no ETag of ours. */
function revisionOf(ifMatch: string | undefined): number | undefined {
  const match = /^"(\d+)(?:\.[\w-]*)?"$/.exec(ifMatch ?? '');
  return ifMatch === undefined || ifMatch === '*' ? undefined : match ? Number(match[1]) : -2;
}

function answerOf({ runtime, basePath, route }: Given, outcome: CommandOutcome | Refusal): Answer {
  if (isRefusal(outcome)) {
    const { editRevision, ...extra } = outcome.extra ?? {};
    return {
      status: outcome.status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', ...(editRevision !== undefined && { etag: `"${String(editRevision)}"` }), ...(outcome.status === 503 && { 'retry-after': '2' }) },
      body: problemOf({ ...outcome, extra }),
    };
  }
  const creates = route.verb === 'create';
  const collection = route.readIn === undefined ? basePath : `/api/v1/${route.readIn}`;
  return {
    status: creates ? 201 : 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(outcome.editRevision >= 0 && { etag: `"${outcome.editRevision}"` }),
      ...(creates && { location: `${collection}/${outcome.id}` }),
    },
    body: {
      id: outcome.id,
      position: formatPosition(runtime.log.id, outcome.position),
      events: outcome.events.map(({ id, type }) => ({ id, type })),
      ...(outcome.results && {
        results: outcome.results.map((result, index) => ({ index, ...(result.id !== undefined && { id: result.id }), outcome: result.outcome, ...(result.outcome === 'refused' && { problem: problemOf(result.refusal) }) })),
      }),
    },
  };
}

/** A position that another log gave, before it was copied to this one, says as much as this log's head does. */
async function ofThisLog(runtime: Runtime, answer: Answer): Promise<Answer> {
  const { position } = answer.body as { position?: string };
  if (position === undefined || !isRefusal(parsePosition(runtime.log.id, position))) return answer;
  return { ...answer, body: { ...(answer.body as object), position: formatPosition(runtime.log.id, await runtime.log.head()) } };
}

function sendAnswer(reply: FastifyReply, answer: Answer): void {
  reply.status(answer.status).headers(answer.headers).send(JSON.stringify(answer.body));
}

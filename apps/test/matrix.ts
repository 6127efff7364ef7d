/** Asks for one cell of the matrix over HTTP: a request made of the document, and what came of it in one word. */
import type { TestService } from './api.js';
import type { Cast, Somebody } from './cast.js';
import { FIELDS, type Cell, type MatrixRow, type Who } from './matrix.table.js';
import { caseOf, SCENARIOS, type Asked, type Scenario } from './scenarios.js';

export interface Operation {
  method: string;
  path: string;
  /** Undefined where no key can have it. */
  scope?: string;
  needsIfMatch: boolean;
  example?: Record<string, unknown>;
}

interface Described {
  operationId: string;
  'x-scope'?: string;
  parameters?: { name: string; required?: boolean }[];
  requestBody?: { content: Record<string, { examples?: Record<string, { value: Record<string, unknown> }> }> };
}

/** Every operation of the document. */
export function operationsOf(api: TestService): Map<string, Operation> {
  const found = new Map<string, Operation>();
  for (const [path, methods] of Object.entries(api.contract.document.paths)) {
    for (const [method, described] of Object.entries(methods as unknown as Record<string, Described>)) {
      const example = described.requestBody?.content['application/json']?.examples?.typical?.value;
      const scope = described['x-scope'];
      found.set(described.operationId, {
        method: method.toUpperCase(),
        path,
        needsIfMatch: described.parameters?.some(({ name, required }) => name === 'If-Match' && required === true) ?? false,
        ...(scope !== undefined && { scope }),
        ...(example && { example }),
      });
    }
  }
  return found;
}

export interface Told {
  cell: Cell;
  /** The fields of the document, where one was shown. */
  fields?: string[];
  /** What else there is to say where it is not what was expected. */
  detail: string;
}

/** Everybody who might, but for the scope, has it in the column of the narrow key: an administrator's, or else Ben's own. */
function narrowOf(cast: Cast, { scope = 'me' }: Operation, { cells }: MatrixRow): Promise<Somebody> {
  return cast.narrow(scope, cells.adminKey !== 'yes' && cells.ownKey === 'yes' ? 'ben' : 'admin');
}

export class Matrix {
  readonly operations: ReadonlyMap<string, Operation>;

  constructor(
    readonly api: TestService,
    readonly cast: Cast,
  ) {
    this.operations = operationsOf(api);
  }

  /** Makes what a row is about for each of these, then asks for it as each. */
  async ask(row: MatrixRow, everybody: readonly Who[]): Promise<Map<Who, Told>> {
    const { operation, scenario } = this.known(row);
    const told = new Map<Who, Told>();
    // Where what is made for one takes what was made for another away, it is made later.
    for (const some of scenario.oneByOne ? everybody.map((who) => [who]) : [everybody]) {
      const prepared = await Promise.all(some.map((who) => this.prepare(row, operation, who)));
      await this.cast.settled();
      for (const { who, asked, actor } of prepared) told.set(who, await this.sendUnrecorded(operation, asked, actor));
    }
    return told;
  }

  /** The same for one, while others ask. */
  async askBeside(row: MatrixRow, who: Who): Promise<Told> {
    const { operation } = this.known(row);
    const { asked, actor } = await this.prepare(row, operation, who);
    await this.cast.settled();
    return this.send(operation, asked, actor);
  }

  private known(row: MatrixRow): { operation: Operation; scenario: Scenario } {
    const operation = this.operations.get(row.operation);
    const scenario = SCENARIOS[row.name];
    if (!operation || !scenario) throw new Error(`nothing says how to ask for ${row.name}`);
    return { operation, scenario };
  }

  private async prepare(row: MatrixRow, operation: Operation, who: Who): Promise<{ who: Who; asked: Asked; actor: Somebody }> {
    const { cast } = this;
    const scenario = SCENARIOS[row.name] as Scenario;
    const given = await caseOf(cast, who, who === 'narrow' ? await narrowOf(cast, operation, row) : cast.people[who], scenario);
    const asked = await scenario.make(given);
    return { who, asked, actor: asked.actor ?? given.actor };
  }

  /** What is refused leaves nothing in the log. */
  private async sendUnrecorded(operation: Operation, asked: Asked, actor: Somebody): Promise<Told> {
    const { log } = this.cast.runtime;
    const before = await log.head();
    const told = await this.send(operation, asked, actor);
    return /^\d/.test(told.cell) && (await log.head()) !== before ? { ...told, cell: `${told.cell}, and recorded all the same` } : told;
  }

  private async send(operation: Operation, asked: Asked, actor: Somebody): Promise<Told> {
    const { method, path, needsIfMatch, example } = operation;
    const streams = asked.until !== undefined;
    const url = path.replace(/\{[^}]+\}/, encodeURIComponent(asked.id ?? '')) + (asked.query ? `?${new URLSearchParams(asked.query)}` : '');
    const headers = this.cast.headersOf(actor);
    const body = example && JSON.stringify({ ...example, ...asked.body });
    const stopped = new AbortController();
    // Whoever is let in and sees nothing would wait for ever.
    const impatient = streams && setTimeout(() => stopped.abort(), 3_000);
    const response = await this.api.raw(url, {
      key: null,
      method,
      redirect: 'manual',
      signal: stopped.signal,
      headers: {
        ...headers,
        ...(asked.cookie !== undefined && { cookie: [headers.cookie, asked.cookie].filter((each) => each !== undefined).join('; ') }),
        ...(asked.accept !== undefined && { accept: asked.accept }),
        ...(needsIfMatch && { 'if-match': '*' }),
        ...(streams && { 'last-event-id': asked.id as string }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
    if (response.ok && streams) {
      const messages = await messagesUntil(response, asked.until as string).catch(() => undefined);
      clearTimeout(impatient as NodeJS.Timeout);
      stopped.abort();
      if (!messages) return { cell: 'nothing came', detail: 'the stream' };
      return { cell: asked.told?.(messages) ?? 'yes', detail: JSON.stringify(messages) };
    }
    if (impatient) clearTimeout(impatient);
    return this.toldBy(response, asked);
  }

  private async toldBy(response: Response, asked: Asked): Promise<Told> {
    const text = await response.text();
    const detail = `${response.status} ${text.slice(0, 300)}`;
    const json = /[/+]json/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(text) as { type?: string }) : undefined;
    if (response.status >= 400) return { cell: refusalIn(response.status, json?.type), detail };
    if (response.status === 202 && (json as { status?: string })?.status === 'not-seen-yet') return { cell: 'not seen yet', detail };
    const document = asked.document?.(json ?? text);
    return { cell: asked.told?.(json ?? text) ?? 'yes', detail, ...(document && { fields: Object.keys(document).sort() }) };
  }
}

/** The fields somebody gets of a document, where they get it at all. */
function fieldsFor(operation: string, who: Who): string[] | undefined {
  const of = Object.values(FIELDS).find(({ operations }) => operations.includes(operation));
  return of && [...of.always.split(' '), ...of.sometimes.filter(({ cells }) => cells[who] === 'yes').map(({ name }) => name)].sort();
}

/** What a cell says, with the fields that are to be shown. */
export function expectedOf({ operation, cells }: MatrixRow, who: Who): string {
  const fields = cells[who] === 'yes' ? fieldsFor(operation, who) : undefined;
  return inWords({ cell: cells[who], ...(fields && { fields }) });
}

export function inWords({ cell, fields }: Pick<Told, 'cell' | 'fields'>): string {
  return fields ? `${cell}: ${fields.join(' ')}` : cell;
}

/** A status alone where it says what it should: who asks, not how. */
function refusalIn(status: number, type = ''): Cell {
  const usual: Record<number, RegExp> = { 401: /:unauthenticated$/, 403: /:(forbidden|keys-make-no-keys|role-not-yours)$/, 404: /:(not-found|no-such-[a-z]+)$/, 422: /:(acts-as-nobody|wrong-check-in-code)$/, 409: /:(own-account|already-set-up)$/ };
  return usual[status]?.test(type) ? String(status) : `${status} ${type.replace('urn:relocon:problem:', '')}`;
}

/** Data of server-sent events with their positions, up to the one at a position. */
export async function messagesUntil(response: Response, position: string): Promise<{ position: string }[]> {
  const messages: { position: string }[] = [];
  let rest = '';
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    const parts = (rest + Buffer.from(piece).toString()).split('\n\n');
    rest = parts.pop() as string;
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data !== undefined) messages.push(JSON.parse(data) as { position: string });
    }
    if (messages.some((message) => message.position >= position)) break;
  }
  return messages;
}


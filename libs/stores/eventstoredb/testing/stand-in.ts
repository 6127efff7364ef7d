/**
 * A server that speaks EventStoreDB's protocol from memory, and fails on demand in the ways a real one was seen to fail. Behaviour and faults
 * are those measured on server 23.10; see `eventstoredb.spec.ts`, whose tests name them.
 */
import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials, status, type Metadata, type sendUnaryData, type ServerReadableStream, type ServerUnaryCall, type ServerWritableStream } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { UUID, type Empty } from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { DeleteResp, TombstoneResp, type AppendReq, type AppendResp, type DeleteReq, type ReadReq, type ReadResp, type TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';
import { Database, type Kept, type Proposed } from './database.js';
import { accessDenied, appended, eventMessage, expectedOf, invalidPosition, notFound, notLeader, proposedOf, sizeOf, streamDeleted, tooLarge, type Failure } from './messages.js';
import { roomIn, Subscriber, tooSlow } from './subscribers.js';

/** "server starting" */
export const notReady: Failure = { code: status.UNAVAILABLE, details: 'Server Is Not Ready' };
/** "server down mid-call" */
export const connectionLost: Failure = { code: status.UNAVAILABLE, details: 'Connection dropped' };
/** "sometimes UnknownError (13, RST_STREAM)" */
export const reset: Failure = { code: status.INTERNAL, details: 'Received RST_STREAM with code 2 (Internal server error)' };

interface AppendFault {
  failure: Failure;
  /** Whether the events are stored before the answer gets lost. */
  committed: boolean;
}

export interface StandInOptions {
  /** PEM. Without it connections are not encrypted. */
  tls?: { key: Buffer; certificate: Buffer };
  /** `user:password` that every call has to bring. */
  credentials?: string;
  /** Shared by the nodes of a cluster. */
  database?: Database;
  /** Ports of the cluster's nodes that are up, and of the one that leads. */
  cluster?: { readonly up: readonly number[]; readonly leader: number };
}

export class StandIn {
  readonly database: Database;
  port = 0;
  /** Calls that came in, by name. */
  readonly calls = { append: 0, read: 0, subscribe: 0 };
  /** Where subscriptions began; 0 is the beginning of everything. */
  readonly begunAt: number[] = [];
  maxAppendSize = 1_048_576;
  /** Answers every call with this. */
  refuse: Failure | undefined;
  private readonly appendFaults: AppendFault[] = [];
  private readonly subscribers = new Set<Subscriber>();
  private server: Server | undefined;
  private frozen: Promise<void> | undefined;
  private thawing = (): void => undefined;

  private constructor(private readonly options: StandInOptions) {
    this.database = options.database ?? new Database();
  }

  static async started(options: StandInOptions = {}): Promise<StandIn> {
    const standIn = new StandIn(options);
    await standIn.start();
    return standIn;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Listens on the port it had before, if any, with everything it kept. */
  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    server.addService(StreamsService, {
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => void this.inService(call, () => this.read(call)),
      append: (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) => this.append(call, answer),
      delete: (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>) => {
        this.database.delete(nameOf(call.request.getOptions()), false);
        answer(null, new DeleteResp());
      },
      tombstone: (call: ServerUnaryCall<TombstoneReq, TombstoneResp>, answer: sendUnaryData<TombstoneResp>) => {
        this.database.delete(nameOf(call.request.getOptions()), true);
        answer(null, new TombstoneResp());
      },
    });
    // A client that is left alone would now send its appends through one call, which the stand-in does not take.
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: ServerUnaryCall<Empty, SupportedMethods>, answer: sendUnaryData<SupportedMethods>) => {
        const batchAppend = new SupportedMethod().setServiceName('event_store.client.streams.Streams').setMethodName('batchappend');
        answer(null, new SupportedMethods().setEventStoreServerVersion('23.10.0').setMethodsList([batchAppend]));
      },
    });
    server.addService(GossipService, { read: (_: ServerUnaryCall<Empty, ClusterInfo>, answer: sendUnaryData<ClusterInfo>) => answer(null, this.gossip()) });
    const { tls } = this.options;
    const security = tls ? ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }]) : ServerCredentials.createInsecure();
    this.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${this.port}`, security, (error, port) => (error ? reject(error) : resolve(port)));
    });
    this.server = server;
  }

  /** As if it were killed. */
  async stop(): Promise<void> {
    this.thaw();
    this.subscribers.clear();
    this.server?.forceShutdown();
    this.server = undefined;
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** "frozen server": takes calls and never answers, until thawed. */
  freeze(): void {
    this.frozen ??= new Promise((resolve) => (this.thawing = resolve));
  }

  thaw(): void {
    this.frozen = undefined;
    this.thawing();
  }

  failNextAppend(failure: Failure, { committed = false } = {}): void {
    this.appendFaults.push({ failure, committed });
  }

  /** Subscriptions that are served. */
  get followers(): number {
    return [...this.subscribers].filter((subscriber) => !subscriber.stopped).length;
  }

  /** "Live subscribers are dropped under load". @returns how many were. */
  dropSubscribers(failure: Failure = tooSlow): number {
    const dropped = [...this.subscribers].filter((subscriber) => !subscriber.stopped);
    this.subscribers.clear();
    for (const subscriber of dropped) subscriber.drop(failure);
    return dropped.length;
  }

  private async hold(): Promise<void> {
    while (this.frozen) await this.frozen;
  }

  private async inService(call: ServerWritableStream<ReadReq, ReadResp>, work: () => Promise<void> | void): Promise<void> {
    await this.hold();
    const refusal = this.refusalFor(call.metadata);
    if (refusal) call.emit('error', refusal);
    else await work();
  }

  private refusalFor(metadata: Metadata): Failure | undefined {
    const { credentials, cluster } = this.options;
    if (this.refuse) return this.refuse;
    if (credentials !== undefined && metadata.get('authorization')[0] !== `Basic ${Buffer.from(credentials).toString('base64')}`) return accessDenied;
    return cluster && cluster.leader !== this.port && metadata.get('requires-leader')[0] === 'true' ? notLeader(cluster.leader) : undefined;
  }

  /** What a node knows of the others. */
  private gossip(): ClusterInfo {
    const { up, leader } = this.options.cluster ?? { up: [this.port], leader: this.port };
    const members = up.map((port) => {
      const state = port === leader ? MemberInfo.VNodeState.LEADER : MemberInfo.VNodeState.FOLLOWER;
      return new MemberInfo().setInstanceId(new UUID().setString(randomUUID())).setTimeStamp('0').setState(state).setIsAlive(true).setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port));
    });
    return new ClusterInfo().setMembersList(members);
  }

  private append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
    this.calls.append++;
    let options: AppendReq.Options | undefined;
    const events: Proposed[] = [];
    call.on('data', (message: AppendReq) => {
      options ??= message.getOptions();
      const proposed = message.getProposedMessage();
      if (proposed) events.push(proposedOf(proposed));
    });
    call.on('end', () => void this.hold().then(() => answerAppend()));
    const answerAppend = (): void => {
      if (!options || call.cancelled) return;
      const refusal = this.refusalFor(call.metadata);
      if (refusal) return answer(refusal);
      const stream = nameOf(options);
      const expected = expectedOf(options);
      const fault = this.appendFaults.shift();
      if (fault && !fault.committed) return answer(fault.failure);
      if (sizeOf(events) > this.maxAppendSize) return answer(tooLarge(this.maxAppendSize));
      if (this.database.stream(stream)?.tombstoned) return answer(streamDeleted(stream));
      const outcome = this.database.append(stream, events, expected);
      if (fault) return answer(fault.failure);
      answer(null, appended(outcome, expected));
    };
  }

  private async read(call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> {
    const options = call.request.getOptions() as ReadReq.Options;
    if (options.hasSubscription()) return this.subscribe(call, options);
    this.calls.read++;
    const events = options.hasStream() ? this.ofStream(options.getStream() as ReadReq.Options.StreamOptions, options) : this.ofAll(options.getAll() as ReadReq.Options.AllOptions, options);
    if ('code' in events) return void call.emit('error', events);
    const count = Number(options.getCount());
    if (events.length === 0 && options.hasStream() && !this.readable(nameOf(options.getStream()))) call.write(notFound(nameOf(options.getStream())));
    for (const event of events.slice(0, count)) {
      await this.hold();
      if (call.cancelled) return;
      if (!call.write(eventMessage(event))) await roomIn(call);
    }
    call.end();
  }

  private readable(stream: string): boolean {
    const state = this.database.stream(stream);
    return state !== undefined && state.from < state.events.length;
  }

  private ofStream(stream: ReadReq.Options.StreamOptions, options: ReadReq.Options): Kept[] | Failure {
    const state = this.database.stream(nameOf(stream));
    if (!state) return [];
    if (state.tombstoned) return streamDeleted(nameOf(stream));
    const readable = state.events.slice(state.from);
    if (options.getReadDirection() === 1) return readable.reverse().filter(({ revision }) => !stream.getRevision() || stream.hasEnd() || revision <= Number(stream.getRevision()));
    return readable.filter(({ revision }) => stream.hasStart() || revision >= Number(stream.getRevision()));
  }

  /** Forwards from a place on, backwards before it. */
  private ofAll(all: ReadReq.Options.AllOptions, options: ReadReq.Options): Kept[] | Failure {
    const backwards = options.getReadDirection() === 1;
    const events = this.database.all;
    const from = all.getPosition();
    const index = from ? this.database.indexAt(Number(from.getCommitPosition())) : all.hasStart() ? 0 : events.length;
    if (index === undefined) return invalidPosition;
    return backwards ? events.slice(0, index).reverse() : events.slice(index);
  }

  private subscribe(call: ServerWritableStream<ReadReq, ReadResp>, options: ReadReq.Options): void {
    this.calls.subscribe++;
    const filter = options.getFilter();
    const prefixes = filter?.getStreamIdentifier()?.getPrefixList() ?? [''];
    const every = filter ? filter.getCheckpointintervalmultiplier() * (filter.getMax() || 32) : Infinity;
    const from = options.getAll()?.getPosition();
    this.begunAt.push(Number(from?.getCommitPosition() ?? 0));
    const subscriber = new Subscriber(call, this.database, (event) => prefixes.some((prefix) => event.stream.startsWith(prefix)), every, () => this.hold());
    this.subscribers.add(subscriber);
    subscriber.start(from && { commit: Number(from.getCommitPosition()), prepare: Number(from.getPreparePosition()) });
  }
}

function nameOf(options: { getStreamIdentifier(): { getStreamName_asU8(): Uint8Array } | undefined } | undefined): string {
  return Buffer.from(options?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
}

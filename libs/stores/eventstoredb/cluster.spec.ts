/** What an address says of a server: TLS, user and password, and the nodes of a cluster, of which one leads. On stand-ins. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NO_STREAM, START, type EventLog } from '#event-sourcing';
import { anEvent, everything, until } from '#event-sourcing-testing';
import { openEventStoreLog } from './index.js';
import { Database } from './testing/database.js';
import { StandIn } from './testing/stand-in.js';

jest.setTimeout(30_000);

/** A certificate for 127.0.0.1 that vouches for itself; undefined where there is no OpenSSL. */
function selfSigned(folder: string): { key: string; certificate: string } | undefined {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  try {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'], { stdio: 'ignore' });
    return { key, certificate };
  } catch {
    return undefined;
  }
}

describe('An encrypted server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relocon-tls-'));
  const files = selfSigned(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  (files ? it : it.skip)('is reached with its certificate, user and password, and without one of them not', async () => {
    const { key, certificate } = files as { key: string; certificate: string };
    const standIn = await StandIn.started({ tls: { key: readFileSync(key), certificate: readFileSync(certificate) }, credentials: 'relocon:secret' });
    const at = (credentials: string, query: string) => openEventStoreLog({ url: `kurrentdb://${credentials}127.0.0.1:${standIn.port}?${query}`, timeoutMs: 1_500 });
    const trusted = `tls=true&tlsCAFile=${certificate}`;
    const log = await at('relocon:secret@', trusted);
    await log.append('thing-1', [anEvent('Made')], NO_STREAM);
    const seen: string[] = [];
    const subscription = log.subscribe(START, { onBatch: async (events) => void seen.push(...events.map(({ type }) => type)) });
    await until(() => seen.length === 1, 'the event');
    await subscription.close();
    await log.close();
    for (const credentials of ['', 'relocon:wrong@']) await expect(at(credentials, trusted)).rejects.toThrow('the event store refuses access: check the user and password in its address');
    // A certificate nobody vouches for, and a server that speaks no plain text.
    for (const query of ['tls=true', 'tls=false']) await expect(at('relocon:secret@', query)).rejects.toThrow('the event store cannot be reached');
    await standIn.stop();
  });
});

describe('A cluster', () => {
  /** Nodes that keep the same events; the first leads. */
  async function cluster() {
    const state = { up: [] as number[], leader: 0 };
    const database = new Database();
    const nodes: StandIn[] = [];
    for (let node = 0; node < 3; node++) nodes.push(await StandIn.started({ database, cluster: state }));
    state.up = nodes.map(({ port }) => port);
    state.leader = state.up[0] as number;
    return {
      nodes,
      url: `esdb://${state.up.map((port) => `127.0.0.1:${port}`).join(',')}?tls=false&discoveryInterval=50`,
      lead: (node: number) => (state.leader = nodes[node]?.port as number),
      async kill(node: number) {
        state.up = state.up.filter((port) => port !== nodes[node]?.port);
        await nodes[node]?.stop();
      },
      stop: () => Promise.all(nodes.map((node) => node.stop())),
    };
  }

  it.each([
    ['another node leads', 1, async ({ lead }: Awaited<ReturnType<typeof cluster>>) => void lead(1)],
    ['its leader is killed', 2, async ({ lead, kill }: Awaited<ReturnType<typeof cluster>>) => {
      lead(2);
      await kill(0);
    }],
  ])('goes on when %s, with nothing lost or repeated', async (_, leader, strike) => {
    const three = await cluster();
    const log = await openEventStoreLog({ url: three.url, timeoutMs: 1_500 });
    const seen: string[] = [];
    const errors: unknown[] = [];
    const subscription = log.subscribe(START, { onBatch: async (events) => void seen.push(...events.map(({ id }) => id)), onError: (error) => void errors.push(error) });
    const acknowledged: string[] = [];
    let over = false;
    const writers = Array.from({ length: 8 }, async (__, writer) => {
      for (let revision = NO_STREAM; !over; revision++) {
        const event = anEvent('Made');
        await again(() => log.append(`thing-${writer}`, [event], revision));
        acknowledged.push(event.id);
      }
    });
    await until(() => acknowledged.length > 100, 'writing before it');
    await strike(three);
    const then = acknowledged.length;
    await until(() => acknowledged.length > then + 100, 'writing after it');
    over = true;
    await Promise.all(writers);
    expect(three.nodes.map(({ calls }) => calls.append > 0)[leader]).toBe(true);
    expect((await everything(log)).map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
    await until(() => seen.length >= acknowledged.length, 'the subscription');
    expect([[...seen].sort(), errors]).toEqual([[...acknowledged].sort(), []]);
    await subscription.close();
    await log.close();
    await three.stop();
  });
});

/** As a command does: the same append until its outcome is known. */
async function again(append: () => ReturnType<EventLog['append']>): Promise<void> {
  for (const began = Date.now(); ; ) {
    try {
      await append();
      return;
    } catch (error) {
      if (Date.now() - began > 10_000) throw error;
      await pause(20);
    }
  }
}

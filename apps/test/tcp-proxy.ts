/** A network between a service and a server that can be cut, slowed, half open, and away for a while. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

type Weather = 'fair' | 'cut' | 'slow' | 'half-open';

export class TcpProxy {
  private weather: Weather = 'fair';
  private delayMs = 0;
  private readonly pairs = new Set<{ near: Socket; far: Socket }>();
  private server: Server | undefined;
  port = 0;
  /** How often somebody met the weather: connections ended, refused or silenced, and pieces that were late. */
  harmed = 0;

  /** @param target the port on loopback that it leads to. */
  static async to(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await proxy.listen();
    return proxy;
  }

  private constructor(private readonly target: number) {}

  /** Connections end at once, those under way and those that are tried. */
  cut(): void {
    this.weather = 'cut';
    this.endAll();
  }

  /** Every piece takes so much longer, each way. */
  slow(milliseconds: number): void {
    this.weather = 'slow';
    this.delayMs = milliseconds;
  }

  /** Connections stay open, and are taken, but nothing comes through: as when a cable is pulled behind a switch. */
  halfOpen(): void {
    this.weather = 'half-open';
    this.harmed += this.pairs.size;
    for (const { near, far } of this.pairs) for (const socket of [near, far]) socket.unpipe().pause();
  }

  /** What was half open stays so, as far as the two ends know; new connections are well. */
  mend(): void {
    this.weather = 'fair';
    this.delayMs = 0;
  }

  /** Connections end and the port is closed for a while, as if the server was started anew. */
  async restart(awayMs: number): Promise<void> {
    await this.close();
    await pause(awayMs);
    await this.listen();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    this.endAll();
    await closed;
  }

  private endAll(): void {
    this.harmed += this.pairs.size;
    for (const { near, far } of this.pairs) for (const socket of [near, far]) socket.destroy();
  }

  private async listen(): Promise<void> {
    const server = createServer((near) => this.join(near));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  private join(near: Socket): void {
    if (this.weather !== 'fair') this.harmed++;
    if (this.weather === 'cut') return void near.destroy();
    const far = connect(this.target, '127.0.0.1');
    const pair = { near, far };
    this.pairs.add(pair);
    for (const [one, other] of [[near, far], [far, near]] as const) {
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        this.pairs.delete(pair);
      });
      if (this.weather !== 'half-open') one.pipe(this.delaying()).pipe(other);
    }
  }

  /** Each piece is late by as much as holds when it comes, and never before the one ahead of it. */
  private delaying(): Transform {
    let last: Promise<unknown> = Promise.resolve();
    const line = new Transform({
      transform: (piece, _, taken) => {
        if (this.delayMs > 0) this.harmed++;
        const due = Date.now() + this.delayMs;
        last = last.then(() => pause(Math.max(0, due - Date.now()))).then(() => line.push(piece));
        taken();
      },
    });
    return line;
  }
}

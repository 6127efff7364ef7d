/** What /metrics tells, in Prometheus' terms. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { ViewStatus } from '#event-sourcing';

export class Metrics {
  readonly registry = new Registry();
  private readonly appends = new Counter({ name: 'relocon_events_appended_total', help: 'Events appended by this process.', registers: [this.registry] });
  readonly conflicts = new Counter({ name: 'relocon_append_conflicts_total', help: 'Appends that met another revision and were decided again.', registers: [this.registry] });
  private readonly batches = new Histogram({ name: 'relocon_projection_batch_events', help: 'Events per projected batch.', buckets: [1, 4, 16, 64, 256, 1000], registers: [this.registry] });
  readonly appendBatches = new Histogram({ name: 'relocon_append_batch_events', help: 'Appends that shared one transaction.', buckets: [1, 4, 16, 64, 256, 1000], registers: [this.registry] });
  readonly parked = new Gauge({ name: 'relocon_parked_documents', help: 'Documents of views whose fold failed and which wait for a person.', registers: [this.registry] });
  private readonly requests = new Histogram({
    name: 'relocon_http_request_seconds',
    help: 'Time to answer, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Labelled once per route: finding the labels again costs more than counting. */
  private readonly labelled = new Map<string, { observe(seconds: number): void }>();

  answered(method: string, route: string, status: number, seconds: number): void {
    const key = `${method} ${status} ${route}`;
    let histogram = this.labelled.get(key);
    if (!histogram) this.labelled.set(key, (histogram = this.requests.labels({ method, route, status })));
    histogram.observe(seconds);
  }

  appended(events: number): void {
    this.appends.inc(events);
  }

  projected(events: number): void {
    this.batches.observe(events);
  }

  /** Positions and lag of views, read when somebody asks. */
  watch(statuses: () => readonly ViewStatus[], head: () => Promise<number>): void {
    new Gauge({
      name: 'relocon_view_lag',
      help: 'How far, in positions of the log, a view is behind the head.',
      labelNames: ['view'],
      registers: [this.registry],
      async collect() {
        const end = await head();
        for (const status of statuses()) this.set({ view: status.name }, end - status.position);
      },
    });
  }
}

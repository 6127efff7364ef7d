/** Load, from a process of its own. Takes one job by message and answers what came back. */
import autocannon from 'autocannon';
import { quantile } from './measure.mjs';

process.on('message', async (job) => {
  const { url, connections, headers = {}, amount, duration, paths, bodies, keyed } = job;
  let next = 0;
  const statuses = {};
  const instance = autocannon({
    url,
    connections,
    ...(amount ? { amount } : { duration }),
    requests: [
      {
        method: bodies ? 'POST' : 'GET',
        headers: { ...(bodies && { 'content-type': 'application/json' }), ...headers },
        setupRequest(request) {
          const number = next++;
          const request_ = { ...request, path: paths[number % paths.length] };
          if (bodies) request_.body = bodies[Math.floor(number / paths.length) % bodies.length];
          if (keyed) request_.headers = { ...request.headers, 'idempotency-key': `${keyed}-${number}` };
          return request_;
        },
      },
    ],
  });
  const began = process.hrtime.bigint();
  let last = began;
  const times = [];
  instance.on('response', (_client, status, _bytes, took) => {
    times.push(took);
    statuses[status] = (statuses[status] ?? 0) + 1;
    last = process.hrtime.bigint();
  });
  const result = await instance;
  // To the last answer: the tool itself ends on whole seconds.
  const seconds = Number(last - began) / 1e9;
  const good = Object.entries(statuses).reduce((sum, [status, count]) => sum + (status.startsWith('2') ? count : 0), 0);
  process.send({ seconds, ended: Date.now() - Number(process.hrtime.bigint() - last) / 1e6, good, statuses, errors: result.errors, p50: quantile(times, 0.5), p99: quantile(times, 0.99) });
});

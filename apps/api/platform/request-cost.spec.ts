import { features } from '../features.js';
import { costOfEntries, costOfExport, costOfRoute } from './request-cost.js';

const costs = Object.assign({}, ...features.map((feature) => feature.costs)) as Record<string, number>;

it('costs by what a route does, be it named or not', () => {
  for (const [method, route, cost] of [
    ['GET', '/api/v1/members/:id', 1],
    ['GET', '/api/v1/members', 2],
    ['HEAD', '/api/v1/members', 2],
    ['GET', '/api/v1/meetings/:id/roster', 2],
    ['POST', '/api/v1/members', 2],
    ['PATCH', '/api/v1/members/:id', 2],
    ['GET', '/api/v1/members/:id/timeline', 5],
    ['GET', '/api/v1/members/:id/progress', 5],
    ['GET', '/api/v1/members/:id/learn-from', 5],
    ['GET', '/api/v1/meetings/:id/agenda', 5],
    ['GET', '/api/v1/reflections/:id/value-story', 5],
    ['GET', '/api/v1/events', 5],
    ['GET', '/api/v1/alignment-reviews/:id/audit', 5],
    ['POST', '/api/v1/alignment-reviews/:id/decide', 5],
    ['POST', '/api/v1/alignment-reviews/:id/score', 5],
    ['GET', '/calendars/:token.ics', 5],
    ['POST', '/api/v1/meeting-series', 7],
    ['POST', '/api/v1/meeting-series/:id/end', 7],
    ['GET', '/api/v1/meeting-series', 2],
    ['POST', '/api/v1/operations/views/:name/rebuild', 50],
    ['GET', '/api/v1/something-new', 2],
    ['GET', '/api/v1/something-new/:id', 1],
    ['DELETE', '/api/v1/something-new/:id', 2],
    ['GET', '/api/docs', 1],
    ['GET', '/metrics', 1],
    ['GET', '/health', undefined],
    ['HEAD', '/ready', undefined],
  ] as const) {
    expect([method, route, costOfRoute(method, route, costs)]).toEqual([method, route, cost]);
  }
});

it('costs more for an export, and for every ten entries', () => {
  for (const [method, route, asExport] of [
    ['GET', '/api/v1/events', 20],
    ['GET', '/api/v1/members', 20],
    ['HEAD', '/api/v1/members', 20],
    ['GET', '/api/v1/members/:id', 1],
    ['GET', '/api/v1/members/:id/timeline', 20],
    ['GET', '/api/public/directory', 20],
    ['GET', '/api/public/directory/:id', 1],
    ['POST', '/api/v1/members', 2],
  ] as const) {
    expect([method, route, costOfExport(costOfRoute(method, route, costs) as number, method)]).toEqual([method, route, asExport]);
  }
  expect(costOfEntries({ entries: Array(40).fill({}) })).toBe(4);
  expect(costOfEntries({ entries: Array(9).fill({}), note: 'a note of more than ten letters' })).toBe(0);
  expect([undefined, null, 'text', []].map(costOfEntries)).toEqual([0, 0, 0, 0]);
});

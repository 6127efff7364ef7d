import { costOfEntries, costOfRequest, costOfRoute } from './request-cost.js';

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
    ['GET', '/api/v1/reflections/:id/value-story', 5],
    ['GET', '/api/v1/events', 5],
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
    expect([method, route, costOfRoute(method, route)]).toEqual([method, route, cost]);
  }
});

it('costs more for an export, and for every ten entries', () => {
  expect(costOfRequest(5, '/api/v1/events', 'application/x-ndjson')).toBe(20);
  expect(costOfRequest(5, '/api/v1/events', 'application/json')).toBe(5);
  expect(costOfRequest(2, '/api/v1/members', 'application/x-ndjson')).toBe(2);
  expect(costOfEntries({ entries: Array(40).fill({}) })).toBe(4);
  expect(costOfEntries({ entries: Array(9).fill({}), note: 'a note of more than ten letters' })).toBe(0);
  expect([undefined, null, 'text', []].map(costOfEntries)).toEqual([0, 0, 0, 0]);
});

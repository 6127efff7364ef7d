import { ok, startTestService, type TestService } from './api.js';
let api: TestService;
beforeAll(async () => { api = await startTestService(); });
afterAll(() => api.stop());
it('runs', async () => {
  const m = await ok(api.admin.POST('/api/v1/members', { body: { displayName: 'Ada' } }));
  expect(m.id).toBeDefined();
  await ok(api.admin.GET('/api/v1/members/{id}', { params: { path: { id: m.id } , header: {'Relocon-After': m.position}} }));
  await ok(api.admin.GET('/api/v1/members', { params: { query: {q: 'ad'} } }));
});

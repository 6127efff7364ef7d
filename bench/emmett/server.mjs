/** Joining a group on Emmett: its command handler, its SQLite store, a plain express route. Usage: node server.mjs <file> */
import express from 'express';
import { CommandHandler, IllegalStateError } from '@event-driven-io/emmett';
import { getSQLiteEventStore } from '@event-driven-io/emmett-sqlite';

const store = getSQLiteEventStore({ fileName: process.argv[2] });
await store.schema.migrate();

const initialState = () => ({ member: false });
const evolve = (state, { type }) => (type === 'MemberJoined' ? { member: true } : type === 'MemberLeft' ? { member: false } : state);
const handle = CommandHandler({ evolve, initialState });

const app = express();
app.use(express.json());
app.post('/api/v1/groups/:id/join', async (request, response) => {
  const { memberId } = request.body;
  const groupId = request.params.id;
  try {
    const { nextExpectedStreamVersion } = await handle(store, `membership-${groupId}.${memberId}`, (state) => {
      if (state.member) throw new IllegalStateError('already a member');
      return { type: 'MemberJoined', data: { groupId, memberId } };
    });
    response.json({ revision: String(nextExpectedStreamVersion) });
  } catch (error) {
    response.status(error instanceof IllegalStateError ? 409 : 500).json({ error: String(error.message ?? error) });
  }
});
const server = app.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
process.on('SIGTERM', () => server.close(() => process.exit(0)));

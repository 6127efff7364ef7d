/** Guessing passwords, from a process of its own: 64 addresses of this host, 64 e-mail addresses, each again as soon as it is answered. */
import { Agent, request } from 'node:http';

process.on('message', ({ url, emails, seconds }) => {
  const until = Date.now() + seconds * 1_000;
  const statuses = {};
  const guess = (agent, email) =>
    new Promise((done) => {
      const body = JSON.stringify({ email, password: `guess ${Math.random()}` });
      const outgoing = request(`${url}/api/v1/sessions`, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
        statuses[response.statusCode] = (statuses[response.statusCode] ?? 0) + 1;
        response.resume().once('end', done);
      });
      outgoing.once('error', done);
      outgoing.end(body);
    });
  const attacker = async (number) => {
    const agent = new Agent({ keepAlive: true, localAddress: `127.0.1.${number + 1}` });
    for (let turn = 0; Date.now() < until; turn++) await guess(agent, emails[(number + turn) % emails.length]);
    agent.destroy();
  };
  void Promise.all(Array.from({ length: 64 }, (_, number) => attacker(number))).then(() => process.send({ statuses }));
});

/**
 * An OpenID Connect provider on this machine. Whoever signs in as `anna` is subject `anna` with the address anna@example.org, verified unless
 * the name begins with `unverified`. Usage: node serve-openid.mjs '{"port":0,"redirectUris":[…],"clientId":…,"clientSecret":…,"authMethod":…}'
 */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const { port, redirectUris, clientId, clientSecret, authMethod } = JSON.parse(process.argv[2]);
const server = createServer();
server.listen(port, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris, token_endpoint_auth_method: authMethod }],
    clientAuthMethods: [authMethod],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, email: `${sub}@example.org`, email_verified: !sub.startsWith('unverified') }) }),
    cookies: { keys: ['for tests alone'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 600, Session: 3600 },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    // The library takes the secret either way; many providers do not.
    if (authMethod === 'client_secret_post' && request.headers.authorization?.startsWith('Basic ')) response.writeHead(401).end();
    else answer(request, response);
  });
  process.stdout.write(`issuer ${issuer}\n`);
});

// A single sign-on provider of this machine: a certified OpenID Connect server with a page that asks who one is and believes it.

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider from 'oidc-provider';

const hourS = 60 * 60;

export interface ProviderPerson {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
  readonly groups: readonly string[];
}

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** By the login they type. Changes count from the next sign-in. */
  readonly people: Map<string, ProviderPerson>;
  close(): Promise<void>;
}

/** `callbacks`: where it may send browsers back to. */
export async function startProvider(callbacks: readonly string[]): Promise<TestProvider> {
  const people = new Map<string, ProviderPerson>();
  const client = { clientId: 'throughline', clientSecret: randomBytes(24).toString('base64url') };
  let answer = (_: IncomingMessage, response: ServerResponse) => void response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The provider has no port.');
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = new Provider(issuer, configuration({ ...client, callbacks, people }));
  const rest = provider.callback();
  answer = (request, response) => {
    if (request.url?.startsWith('/who/')) void askWho(provider, request, response);
    else rest(request, response);
  };
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { issuer, ...client, people, close };
}

interface Configured {
  clientId: string;
  clientSecret: string;
  callbacks: readonly string[];
  people: Map<string, ProviderPerson>;
}

function configuration({ clientId, clientSecret, callbacks, people }: Configured) {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  return {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: callbacks }],
    pkce: { required: () => true },
    jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256' }] },
    ttl: {
      AccessToken: hourS,
      AuthorizationCode: 60,
      Grant: hourS,
      IdToken: hourS,
      Interaction: hourS,
      Session: hourS,
    },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/who/${uid}` },
    findAccount: async (_: unknown, login: string) => {
      const person = people.get(login);
      // A login is nobody's subject: the same person may be given another.
      return person && { accountId: login, claims: async () => person };
    },
    // Nobody is asked whether Throughline may know them: within a company that is settled.
    loadExistingGrant: async ({ oidc }: { oidc: Consenting }) => {
      const { provider, client, session } = oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile groups');
      await grant.save();
      return grant;
    },
  };
}

interface Consenting {
  provider: Provider;
  client: { clientId: string };
  session: { accountId: string };
}

async function askWho(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const form = new URLSearchParams(await text(request));
    const result = form.has('cancel')
      ? { error: 'access_denied', error_description: 'Canceled' }
      : { login: { accountId: form.get('login') ?? '' } };
    await provider.interactionFinished(request, response, result);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><title>Provider</title><h1>Who are you?</h1>
    <form method="post"><label>Login <input name="login"></label><button>Continue</button><button name="cancel">Cancel</button></form>`);
}

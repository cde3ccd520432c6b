import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody, sendJson } from '@lienthong/kit/http';

export interface TestIssuer {
  url: string;
  /** Seconds an access token lasts. */
  tokenSeconds: number;
  refreshes: number;
  stop(): Promise<void>;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** As little of an OpenID Connect issuer as a sign-in needs: everybody is let in as the subject in `login`. */
export async function startTestIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, { nonce: string; clientId: string; challenge: string }>();
  const issuer: TestIssuer = { url: '', tokenSeconds: 300, refreshes: 0, stop: async () => undefined };

  const sign = (claims: object): string => {
    const head = `${encoded({ alg: 'RS256', kid: 'test', typ: 'JWT' })}.${encoded(claims)}`;
    return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey).toString('base64url')}`;
  };
  const tokens = (clientId: string, nonce?: string) => {
    const now = Math.floor(Date.now() / 1000);
    return {
      access_token: `access-${randomUUID()}`,
      token_type: 'Bearer',
      expires_in: issuer.tokenSeconds,
      refresh_token: `refresh-${randomUUID()}`,
      id_token: sign({
        iss: issuer.url,
        sub: 'officer',
        aud: clientId,
        iat: now,
        exp: now + 300,
        ...(nonce ? { nonce } : {}),
      }),
    };
  };

  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', issuer.url);
    if (address.pathname === '/.well-known/openid-configuration') {
      return sendJson(response, 200, {
        issuer: issuer.url,
        authorization_endpoint: `${issuer.url}/auth`,
        token_endpoint: `${issuer.url}/token`,
        end_session_endpoint: `${issuer.url}/end`,
        jwks_uri: `${issuer.url}/keys`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    }
    if (address.pathname === '/keys') return sendJson(response, 200, { keys: [key] });
    if (address.pathname === '/auth') {
      const { searchParams } = address;
      const code = randomUUID();
      codes.set(code, {
        nonce: searchParams.get('nonce') ?? '',
        clientId: searchParams.get('client_id') ?? '',
        challenge: searchParams.get('code_challenge') ?? '',
      });
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', searchParams.get('state') ?? '');
      response.writeHead(303, { location: back.href }).end();
      return;
    }
    if (address.pathname === '/token') {
      const body = new URLSearchParams((await readBody(request)).toString());
      if (body.get('grant_type') === 'refresh_token') {
        issuer.refreshes += 1;
        return sendJson(response, 200, tokens('party-portal'));
      }
      const known = codes.get(body.get('code') ?? '');
      codes.delete(body.get('code') ?? '');
      if (!known || !body.get('code_verifier')) return sendJson(response, 400, { error: 'invalid_grant' });
      return sendJson(response, 200, tokens(known.clientId, known.nonce));
    }
    sendJson(response, 404, {});
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  issuer.stop = () => new Promise((done) => void server.close(() => done()).closeAllConnections());
  return issuer;
}

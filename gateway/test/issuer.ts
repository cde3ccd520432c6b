import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyActorToken } from '@lienthong/kit/peer';
import { testKeys } from '@lienthong/kit/testing';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const AUDIENCE = 'https://lienthong.example/graph';
export const person = { kind: 'person', id: 'p1', displayName: 'Cán bộ', locale: 'vi', scopes: [], membership: null };
const warehouse = { ...person, kind: 'integrator', id: 'warehouse', scopes: ['units:read', 'plans:read'] };

type UnitsAnswer = (question: Record<string, unknown>) => { status: number; body: unknown };

const issuerKey = await generateKeyPair('RS256');

interface TokenParts {
  readonly claims?: Record<string, unknown>;
  readonly audience?: string;
  readonly issuedBy?: string;
  readonly expires?: string;
  readonly key?: typeof issuerKey.privateKey;
}

/** An issuer of real tokens, and a units service that knows one person and one integrator. */
export class IssuerAndUnits {
  readonly keys = testKeys();
  readonly questions: Record<string, unknown>[] = [];
  discoveries = 0;
  isIssuerDown = false;
  /** Status 0 is a connection that breaks off. */
  unitsAnswer: UnitsAnswer = knowsBoth;
  readonly #issuer = createServer(async (request, response) => {
    this.discoveries += 1;
    if (this.isIssuerDown) return response.destroy();
    const jwks = { keys: [{ ...(await exportJWK(issuerKey.publicKey)), kid: 'issuer-1', alg: 'RS256' }] };
    const body = request.url === '/jwks' ? jwks : { issuer: this.issuerUrl, jwks_uri: `${this.issuerUrl}/jwks` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  readonly #units = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const token = String(request.headers.authorization).replace('Bearer ', '');
    const { signer } = await verifyActorToken(this.keys.trusted, 'units', token);
    const question = JSON.parse(Buffer.concat(chunks).toString());
    this.questions.push({ ...question, signer, path: request.url });
    const { status, body } = this.unitsAnswer(question);
    if (status === 0) return response.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });

  async start(): Promise<void> {
    for (const server of [this.#issuer, this.#units]) {
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    }
  }

  stop(): void {
    for (const server of [this.#issuer, this.#units]) {
      server.closeAllConnections();
      server.close();
    }
  }

  reset(): void {
    this.questions.length = 0;
    Object.assign(this, { discoveries: 0, isIssuerDown: false, unitsAnswer: knowsBoth });
  }

  get issuerUrl(): string {
    return addressOf(this.#issuer);
  }

  get unitsUrl(): string {
    return addressOf(this.#units);
  }

  async token({
    claims = {},
    audience = AUDIENCE,
    issuedBy = this.issuerUrl,
    expires = '5m',
    key = issuerKey.privateKey,
  }: TokenParts = {}): Promise<string> {
    return new SignJWT({ client_id: 'party-portal', scope: 'openid', sub: 'account-1', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'issuer-1', typ: 'at+jwt' })
      .setIssuer(issuedBy)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(key);
  }
}

export async function startIssuerAndUnits(): Promise<IssuerAndUnits> {
  const house = new IssuerAndUnits();
  await house.start();
  return house;
}

function knowsBoth({ clientId }: Record<string, unknown>): ReturnType<UnitsAnswer> {
  return { status: 200, body: clientId === 'warehouse' ? warehouse : person };
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

import { Refusal } from '@lienthong/kit/refusal';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { unavailable } from './unavailable.ts';

export interface AccessClaims {
  readonly subject: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const MAX_KNOWN = 5_000;

/** Checks access tokens of the issuer by its published keys, which are found by discovery. */
export class AccessTokens {
  readonly #issuer: string;
  readonly #audience: string;
  readonly #known = new Map<string, { claims: AccessClaims; until: number }>();
  #keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(issuer: string, audience: string) {
    this.#issuer = issuer;
    this.#audience = audience;
  }

  /** A token once verified is taken as such until it ends: the signature is the costly part, and cannot change. */
  async verify(token: string): Promise<AccessClaims> {
    const known = this.#known.get(token);
    if (known && known.until > Date.now()) return known.claims;
    const payload = await this.#verify(token);
    const claims = readClaims(payload);
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(token, { claims, until: (payload.exp ?? 0) * 1000 });
    return claims;
  }

  async #verify(token: string): Promise<JWTPayload> {
    const keys = await this.#issuerKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.#issuer,
        audience: this.#audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 5,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) {
        throw unavailable('ISSUER_UNREACHABLE', error);
      }
      throw new Refusal('UNAUTHENTICATED', 'TOKEN_INVALID');
    }
  }

  #issuerKeys(): Promise<JWTVerifyGetKey> {
    if (!this.#keys) {
      this.#keys = discoverKeys(this.#issuer);
      this.#keys.catch(() => {
        this.#keys = undefined;
      });
    }
    return this.#keys;
  }
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(5_000),
    });
    const { jwks_uri: address } = (await response.json()) as { jwks_uri?: string };
    if (!response.ok || !address) throw new Error(`The issuer's discovery answered ${response.status}.`);
    return createRemoteJWKSet(new URL(address), { timeoutDuration: 5_000 });
  } catch (error) {
    throw unavailable('ISSUER_UNREACHABLE', error);
  }
}

/** Issuers differ in where they write the client (`client_id`, `azp`) and in how they write scopes (text, list). */
function readClaims(payload: JWTPayload): AccessClaims {
  const { client_id: clientId, azp, scope } = payload as JWTPayload & Record<string, unknown>;
  const client = typeof clientId === 'string' ? clientId : azp;
  if (typeof client !== 'string' || !payload.sub) throw new Refusal('UNAUTHENTICATED', 'TOKEN_INVALID');
  const scopes = Array.isArray(scope) ? scope.map(String) : typeof scope === 'string' ? scope.split(' ') : [];
  return { subject: payload.sub, clientId: client, scopes: scopes.filter((item) => item !== '') };
}

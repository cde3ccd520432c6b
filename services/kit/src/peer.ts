import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { errors, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';

export type Jwk = JWK & { kid: string };
export interface Jwks {
  keys: Jwk[];
}

/** What the kit needs to know of whoever is asking; services know more. */
export interface Caller {
  kind: 'person' | 'integrator' | 'service';
  id: string;
  displayName: string;
  locale: 'vi' | 'en';
}

export function parseJwk(text: string): Jwk {
  const key = JSON.parse(text) as Jwk;
  if (key.kty !== 'OKP' || key.crv !== 'Ed25519' || !key.kid) throw new Error('must be an Ed25519 JWK with a kid.');
  return key;
}

export function parseJwks(text: string): Jwks {
  const set = JSON.parse(text) as Jwks;
  if (!Array.isArray(set.keys)) throw new Error('must be a JWKS: {"keys":[…]}.');
  for (const key of set.keys) {
    parseJwk(JSON.stringify(key));
    if (key.d !== undefined) throw new Error(`the key "${key.kid}" is private; only public keys belong here.`);
  }
  return set;
}

/** A new key pair for the process named `kid`: keep the private half, hand out the public one. */
export function generatePeerKey(kid: string): { privateJwk: Jwk; publicJwk: Jwk } {
  const pair = generateKeyPairSync('ed25519');
  return {
    privateJwk: { ...(pair.privateKey.export({ format: 'jwk' }) as JWK), kid, alg: 'EdDSA' },
    publicJwk: { ...(pair.publicKey.export({ format: 'jwk' }) as JWK), kid, alg: 'EdDSA' },
  };
}

const LIFETIME_SECONDS = 60;
const REUSE_SECONDS = 30;

const importedKeys = new Map<string, ReturnType<typeof importJWK>>();

function imported(key: Jwk): ReturnType<typeof importJWK> {
  const id = `${key.kid} ${key.x} ${key.d === undefined ? 'public' : 'private'}`;
  let promise = importedKeys.get(id);
  if (!promise) {
    promise = importJWK(key, 'EdDSA');
    importedKeys.set(id, promise);
  }
  return promise;
}

const signedTokens = new Map<string, { token: string; until: number }>();

/** Signs who is asking, for one audience; the same actor and audience get the same token for half a minute. */
export async function signActorToken(key: Jwk, audience: string, actor: Caller): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const cacheKey = createHash('sha256')
    .update(`${key.kid}\n${key.x}\n${audience}\n${JSON.stringify(actor)}`)
    .digest('base64');
  const known = signedTokens.get(cacheKey);
  if (known && known.until > now) return known.token;
  const token = await new SignJWT({ actor: actor as unknown as Record<string, unknown> })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .setIssuer(key.kid)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .setJti(randomUUID())
    .sign(await imported(key));
  if (signedTokens.size > 5000) signedTokens.clear();
  signedTokens.set(cacheKey, { token, until: now + REUSE_SECONDS });
  return token;
}

export class PeerTokenError extends Error {}

export interface VerifiedPeer<A extends Caller> {
  actor: A;
  signer: string;
}

const verifiedTokens = new Map<string, { peer: VerifiedPeer<Caller>; until: number; keys: Jwks }>();

/**
 * Only the gateway speaks for others. Any other peer speaks for itself: its actor is the service it is.
 * A token already verified is taken as such until it ends: tokens are reused for half a minute by design.
 */
export async function verifyActorToken<A extends Caller>(
  keys: Jwks,
  audience: string,
  token: string,
): Promise<VerifiedPeer<A>> {
  const cacheKey = `${audience} ${token}`;
  const known = verifiedTokens.get(cacheKey);
  if (known && known.keys === keys && known.until > Date.now() / 1000) return known.peer as VerifiedPeer<A>;
  const result = await jwtVerify(
    token,
    async (header) => {
      const key = keys.keys.find((candidate) => candidate.kid === header.kid);
      if (!key) throw new PeerTokenError('The signer is not trusted.');
      return imported(key);
    },
    { audience, algorithms: ['EdDSA'], maxTokenAge: LIFETIME_SECONDS, clockTolerance: 5 },
  ).catch((error: unknown) => {
    if (error instanceof errors.JOSEError) throw new PeerTokenError(error.message);
    throw error;
  });
  const signer = result.protectedHeader.kid ?? '';
  const actor = result.payload.actor as A | undefined;
  if (!actor || result.payload.iss !== signer) throw new PeerTokenError('The token names no actor.');
  if (signer !== 'gateway' && !(actor.kind === 'service' && actor.id === signer)) {
    throw new PeerTokenError('A service may speak only for itself.');
  }
  const peer: VerifiedPeer<A> = { actor, signer };
  if (verifiedTokens.size > 5000) verifiedTokens.clear();
  verifiedTokens.set(cacheKey, { peer, until: result.payload.exp ?? 0, keys });
  return peer;
}

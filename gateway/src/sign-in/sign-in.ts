import type { IncomingHttpHeaders } from 'node:http';
import { type Jwks, PeerTokenError, verifyActorToken } from '@lienthong/kit/peer';
import { Refusal } from '@lienthong/kit/refusal';
import { decodeProtectedHeader } from 'jose';
import type { AccessTokens } from './access-tokens.ts';
import type { Actor, PortalBloc } from './actor.ts';
import type { ActorDirectory } from './actor-directory.ts';

export interface SignInOptions {
  readonly trustedKeys: Jwks;
  readonly accessTokens: AccessTokens;
  readonly actors: ActorDirectory;
  /** Clients of the issuer that are portals; any other client is an integrator's. */
  readonly portalClients: Readonly<Record<string, PortalBloc>>;
}

export interface SignedIn {
  readonly actor: Actor;
  /** Portals send registered operations only, whoever sits in front of them. */
  readonly through: 'portal' | 'integrator' | 'service';
}

/** From a request's headers to who is asking; refuses with UNAUTHENTICATED when nobody can be made out. */
export class SignIn {
  readonly #options: SignInOptions;

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  async identify(headers: IncomingHttpHeaders, requestId: string): Promise<SignedIn> {
    const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (!token) throw new Refusal('UNAUTHENTICATED', 'NOT_SIGNED_IN');
    return this.#isSignedByPeer(token) ? this.#peer(token) : this.#account(token, headers, requestId);
  }

  #isSignedByPeer(token: string): boolean {
    try {
      const { kid } = decodeProtectedHeader(token);
      return this.#options.trustedKeys.keys.some((key) => key.kid === kid);
    } catch {
      throw new Refusal('UNAUTHENTICATED', 'TOKEN_INVALID');
    }
  }

  async #peer(token: string): Promise<SignedIn> {
    try {
      const { actor, signer } = await verifyActorToken<Actor>(this.#options.trustedKeys, 'gateway', token);
      // The gateway never asks itself: such a token can only be a stolen or mistaken one.
      if (signer === 'gateway') throw new PeerTokenError('The gateway does not call itself.');
      return { actor, through: 'service' };
    } catch (error) {
      if (error instanceof PeerTokenError) throw new Refusal('UNAUTHENTICATED', 'TOKEN_INVALID');
      throw error;
    }
  }

  async #account(token: string, headers: IncomingHttpHeaders, requestId: string): Promise<SignedIn> {
    const { subject, clientId, scopes } = await this.#options.accessTokens.verify(token);
    const locale = localeOf(headers);
    const portal = Object.hasOwn(this.#options.portalClients, clientId)
      ? this.#options.portalClients[clientId]
      : undefined;
    if (portal) {
      const membershipId = singleHeader(headers['x-membership']);
      const actor = await this.#options.actors.find({ subject, clientId, portal, membershipId, locale }, requestId);
      return { actor, through: 'portal' };
    }
    const registered = await this.#options.actors.find(
      { subject: null, clientId, portal: null, membershipId: null, locale },
      requestId,
    );
    if (registered.kind !== 'integrator') throw new Refusal('FORBIDDEN', 'CLIENT_UNKNOWN');
    return { actor: narrowedTo(registered, scopes), through: 'integrator' };
  }
}

const narrowed = new WeakMap<Actor, Map<string, Actor>>();

/** What the token was asked for, within what the integrator was granted. */
function narrowedTo(registered: Actor, requested: readonly string[]): Actor {
  const key = requested.join(' ');
  const known = narrowed.get(registered) ?? new Map<string, Actor>();
  narrowed.set(registered, known);
  let actor = known.get(key);
  if (!actor) {
    const granted = requested.filter((scope) => registered.scopes.includes(scope));
    actor = { ...registered, scopes: granted };
    known.set(key, actor);
  }
  return actor;
}

export function localeOf(headers: IncomingHttpHeaders): 'vi' | 'en' {
  return headers['accept-language']?.trim().toLowerCase().startsWith('en') ? 'en' : 'vi';
}

function singleHeader(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

import * as openid from 'openid-client';
import type { PortalConfig } from './config.ts';
import type { Tokens } from './sessions.ts';

export interface Trip {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
}

/** The OpenID Connect issuer, found by discovery at the first need, and again while it does not answer. */
export class Issuer {
  readonly #config: PortalConfig;
  #found: Promise<openid.Configuration> | undefined;

  constructor(config: PortalConfig) {
    this.#config = config;
  }

  get redirectUri(): string {
    return `${this.#config.publicUrl}/auth/callback`;
  }

  async startTrip(returnTo: string): Promise<{ address: URL; trip: Trip }> {
    const trip = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
      returnTo,
    };
    const address = openid.buildAuthorizationUrl(await this.#discover(), {
      redirect_uri: this.redirectUri,
      scope: this.#config.scope,
      resource: this.#config.tokenAudience,
      ...(this.#config.prompt ? { prompt: this.#config.prompt } : {}),
      code_challenge: await openid.calculatePKCECodeChallenge(trip.verifier),
      code_challenge_method: 'S256',
      state: trip.state,
      nonce: trip.nonce,
    });
    return { address, trip };
  }

  async finishTrip(query: string, trip: Trip): Promise<{ subject: string; tokens: Tokens }> {
    const answer = await openid.authorizationCodeGrant(
      await this.#discover(),
      new URL(`${this.redirectUri}?${query}`),
      { expectedState: trip.state, expectedNonce: trip.nonce, pkceCodeVerifier: trip.verifier, idTokenExpected: true },
      { resource: this.#config.tokenAudience },
    );
    return { subject: answer.claims()?.sub ?? '', tokens: tokensOf(answer) };
  }

  async renew(tokens: Tokens): Promise<Tokens | undefined> {
    if (!tokens.refresh) return undefined;
    try {
      const answer = await openid.refreshTokenGrant(await this.#discover(), tokens.refresh, {
        resource: this.#config.tokenAudience,
      });
      const renewed = tokensOf(answer);
      return { ...renewed, refresh: renewed.refresh ?? tokens.refresh };
    } catch (error) {
      // Refused for good; anything else (the issuer is down) leaves the session alone.
      if (error instanceof openid.ResponseBodyError) return undefined;
      throw error;
    }
  }

  /** Names the client, not the session by its ID token: no token passes through the browser, not even on the way out. */
  async endSessionAddress(): Promise<string | undefined> {
    const configuration = await this.#discover();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return openid.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.#config.publicUrl}/`,
    }).href;
  }

  #discover(): Promise<openid.Configuration> {
    if (!this.#found) {
      const address = new URL(this.#config.issuerUrl);
      this.#found = openid.discovery(address, this.#config.clientId, this.#config.clientSecret, undefined, {
        timeout: 5,
        // Only an issuer on the same machine speaks plain http.
        execute: address.protocol === 'http:' ? [openid.allowInsecureRequests] : [],
      });
      this.#found.catch(() => {
        this.#found = undefined;
      });
    }
    return this.#found;
  }
}

function tokensOf(answer: openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers): Tokens {
  return {
    access: answer.access_token,
    refresh: answer.refresh_token,
    accessEndsAt: Date.now() + (answer.expiresIn() ?? 300) * 1000,
  };
}

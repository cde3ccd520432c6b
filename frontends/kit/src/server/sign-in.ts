import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '@lienthong/kit/http';
import type { Logger } from '@lienthong/kit/log';
import type { PortalConfig } from './config.ts';
import { type CookieJar, readCookie } from './cookies.ts';
import type { Issuer, Trip } from './issuer.ts';
import type { LiveEvents } from './live-events.ts';
import type { PortalRefusal } from './refusals.ts';
import { Seal } from './sealing.ts';
import type { Sessions } from './sessions.ts';

export interface SignInParts {
  config: PortalConfig;
  issuer: Issuer;
  sessions: Sessions;
  jar: CookieJar;
  live: LiveEvents;
  log: Logger;
}

/** Only a path of this portal: a link must not lead through a sign-in to somewhere else. */
export function safeReturn(asked: string | null): string {
  if (!asked?.startsWith('/') || /^\/[/\\]/.test(asked) || /[\r\n\\]/.test(asked)) return '/';
  return /^\/(sign-|auth\/|signed-out)/.test(asked) ? '/' : asked;
}

/** The round trip to the issuer and back, and the way out. */
export class SignInRoutes {
  readonly #parts: SignInParts;
  readonly #seal: Seal;

  constructor(parts: SignInParts) {
    this.#parts = parts;
    this.#seal = new Seal(parts.config.sessionSecret, 'sign-in');
  }

  async start(request: IncomingMessage, response: ServerResponse, wanted?: string): Promise<PortalRefusal | undefined> {
    const { issuer, jar, config, log } = this.#parts;
    const returnTo = safeReturn(wanted ?? new URL(request.url ?? '/', config.publicUrl).searchParams.get('return'));
    try {
      const { address, trip } = await issuer.startTrip(returnTo);
      response.setHeader('set-cookie', jar.signIn(trip.state, this.#seal.close(trip).toString('base64url')));
      redirect(response, address.href);
    } catch (error) {
      log.error({ err: error }, 'the issuer does not answer');
      redirect(response, '/sign-in-failed');
    }
    return undefined;
  }

  async finish(request: IncomingMessage, response: ServerResponse): Promise<PortalRefusal | undefined> {
    const { issuer, sessions, jar, config, log } = this.#parts;
    const query = (request.url ?? '').split('?')[1] ?? '';
    const state = new URLSearchParams(query).get('state') ?? '';
    const sealed = readCookie(request, jar.signInName(state));
    const trip = sealed ? this.#seal.open<Trip>(Buffer.from(sealed, 'base64url')) : undefined;
    if (!trip || trip.state !== state) {
      redirect(response, '/sign-in-failed');
      return undefined;
    }
    try {
      const { subject, tokens } = await issuer.finishTrip(query, trip);
      // Always a new id: one that was planted before signing in opens nothing.
      const before = readCookie(request, jar.sessionName);
      if (before) await sessions.end(before);
      const id = await sessions.create(subject, tokens);
      log.info({ subject, portal: config.name }, 'signed in');
      response.setHeader('set-cookie', [jar.session(id), jar.endSignIn(state)]);
      redirect(response, trip.returnTo);
    } catch (error) {
      log.warn({ err: error }, 'sign-in refused');
      response.setHeader('set-cookie', jar.endSignIn(state));
      redirect(response, '/sign-in-failed');
    }
    return undefined;
  }

  async signOut(
    request: IncomingMessage,
    response: ServerResponse,
    isOwnPage: boolean,
  ): Promise<PortalRefusal | undefined> {
    const { issuer, sessions, jar, live, log } = this.#parts;
    if (request.method !== 'POST') return 'METHOD_NOT_ALLOWED';
    if (!isOwnPage) return 'FOREIGN_ORIGIN';
    const id = readCookie(request, jar.sessionName);
    const session = id ? await sessions.find(id, false) : undefined;
    if (session) {
      await sessions.end(session.id);
      live.endSession(session.id);
    }
    response.setHeader('set-cookie', jar.endSession());
    const location = await issuer.endSessionAddress().catch((error: Error) => {
      log.warn({ err: error }, 'the issuer was not told of the sign-out');
      return undefined;
    });
    sendJson(response, 200, { location: location ?? '/signed-out' });
    return undefined;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
}

import type { IncomingMessage } from 'node:http';

export function readCookie(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

export interface CookieJar {
  sessionName: string;
  signInName: (state: string) => string;
  session: (id: string) => string;
  endSession: () => string;
  signIn: (state: string, sealed: string) => string;
  endSignIn: (state: string) => string;
}

/**
 * The session's cookie is Strict: no other site can make the browser send it. The way back from the issuer comes
 * from another site, so what that trip needs stands in a Lax cookie of its own, one for each trip.
 */
export function cookieJar(portal: string, publicUrl: string): CookieJar {
  const secure = publicUrl.startsWith('https:');
  const prefix = secure ? '__Host-' : '';
  const common = `Path=/; HttpOnly${secure ? '; Secure' : ''}`;
  const sessionName = `${prefix}lt-${portal}-session`;
  const signInName = (state: string): string => `${prefix}lt-${portal}-sign-in-${state.slice(0, 12)}`;
  return {
    sessionName,
    signInName,
    session: (id) => `${sessionName}=${id}; ${common}; SameSite=Strict`,
    endSession: () => `${sessionName}=; ${common}; SameSite=Strict; Max-Age=0`,
    signIn: (state, sealed) => `${signInName(state)}=${sealed}; ${common}; SameSite=Lax; Max-Age=600`,
    endSignIn: (state) => `${signInName(state)}=; ${common}; SameSite=Lax; Max-Age=0`,
  };
}

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '@lienthong/kit/http';
import type { Logger } from '@lienthong/kit/log';
import type { Provider } from 'oidc-provider';
import type { Pool } from 'pg';
import { type Account, type AccountGroup, groupAccounts } from '../accounts/account.ts';
import { forgetFailures, lockedUntil, recordFailure } from './lock.ts';
import { type Language, languageOf, messages } from './messages.ts';
import { renderNotice, renderSignIn } from './page.ts';
import type { PasswordCheck } from './password.ts';

export interface SignInParts {
  provider: Provider;
  pool: Pool;
  accounts: readonly Account[];
  password: PasswordCheck;
  /** Where a form's answer may be redirected to: browsers hold `form-action` against the whole chain. */
  origins: readonly string[];
  log: Logger;
}

const PATH = /^\/interaction\/([\w-]{10,100})(\/cancel)?$/;

export function pageHeaders(nonce: string, origins: readonly string[]): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'self' ${origins.join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
  };
}

export const newNonce = (): string => randomBytes(16).toString('base64');

/** Answers `/interaction/…`; false when the path is another's. */
export function signInRoutes(
  parts: SignInParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const groups = groupAccounts(parts.accounts);
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://issuer');
    const match = PATH.exec(url.pathname);
    if (!match) return false;
    let interaction: Awaited<ReturnType<Provider['interactionDetails']>>;
    try {
      interaction = await parts.provider.interactionDetails(request, response);
    } catch {
      const language = languageOf(url.searchParams.get('lang'), request.headers['accept-language']);
      const { expiredTitle, expired } = messages[language];
      const nonce = newNonce();
      send(response, 400, renderNotice(language, nonce, expiredTitle, expired), nonce, parts.origins);
      return true;
    }
    if (match[2]) {
      const result = { error: 'access_denied', error_description: 'The person went back.' };
      await parts.provider.interactionFinished(request, response, result);
      return true;
    }
    const wish = String(interaction.params.ui_locales ?? '');
    const language = languageOf(url.searchParams.get('lang'), wish, request.headers['accept-language']);
    const clientId = String(interaction.params.client_id);
    const page = { action: url.pathname, clientId, groups: nearestFirst(groups, clientId) };
    if (request.method === 'POST') await signIn(parts, request, response, page);
    else show(parts, response, 200, { ...page, language });
    return true;
  };
}

/** The government portal lists its own bloc's accounts before the other's. */
function nearestFirst(groups: readonly AccountGroup[], clientId: string): readonly AccountGroup[] {
  if (!clientId.startsWith('government')) return groups;
  const isNear = ({ key }: AccountGroup): boolean => key === 'GOVERNMENT';
  return [...groups.filter(isNear), ...groups.filter((group) => !isNear(group))];
}

interface Shown {
  action: string;
  clientId: string;
  groups: readonly AccountGroup[];
  language: Language;
  login?: string;
  fault?: string;
}

function show({ origins }: SignInParts, response: ServerResponse, status: number, page: Shown): void {
  const nonce = newNonce();
  const html = renderSignIn({ ...page, nonce, cancelAction: `${page.action}/cancel` });
  send(response, status, html, nonce, origins);
}

function send(response: ServerResponse, status: number, html: string, nonce: string, origins: readonly string[]): void {
  response.writeHead(status, pageHeaders(nonce, origins));
  response.end(html);
}

async function signIn(
  parts: SignInParts,
  request: IncomingMessage,
  response: ServerResponse,
  page: Omit<Shown, 'language'>,
): Promise<void> {
  const form = new URLSearchParams((await readBody(request, 10_000)).toString('utf8'));
  const language = languageOf(form.get('language'));
  const chosen = form.get('account');
  const login = (chosen ?? form.get('login') ?? '').trim().slice(0, 100);
  const attempt = await verify(parts, login, chosen === null ? (form.get('password') ?? '') : null);
  if ('account' in attempt) {
    parts.log.info({ account: attempt.account.id, client: page.clientId }, 'signed in');
    await parts.provider.interactionFinished(request, response, {
      login: { accountId: attempt.account.id, remember: false, amr: ['pwd'] },
    });
    return;
  }
  parts.log.info({ client: page.clientId, fault: attempt.fault }, 'sign-in refused');
  const words = messages[language];
  const fault = attempt.fault === 'locked' ? words.locked(attempt.minutes) : words[attempt.fault];
  show(parts, response, attempt.fault === 'locked' ? 429 : 401, { ...page, language, login, fault });
}

type Attempt = { account: Account } | { fault: 'empty' | 'wrong' } | { fault: 'locked'; minutes: number };

const locked = (until: Date): Attempt => ({
  fault: 'locked',
  minutes: Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000)),
});

/** `password` is null when an account of the demonstration was chosen from the list. */
async function verify(parts: SignInParts, login: string, password: string | null): Promise<Attempt> {
  if (login === '' || password === '') return { fault: 'empty' };
  const until = await lockedUntil(parts.pool, login);
  if (until) return locked(until);
  const account = parts.accounts.find((candidate) => candidate.login === login.toLowerCase());
  const matches = password === null || (await parts.password.matches(password));
  if (account && matches) {
    await forgetFailures(parts.pool, login);
    return { account };
  }
  const nowLocked = await recordFailure(parts.pool, login);
  return nowLocked ? locked(nowLocked) : { fault: 'wrong' };
}

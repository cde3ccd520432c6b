// Erasable-only TypeScript: the probing process runs this file by Node's type stripping in tests.
import type { Finding } from './check-kind.ts';

export interface HttpAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

const finding = (code: string, pass: boolean, seen: string): Finding => ({
  code,
  outcome: pass ? 'PASS' : 'FAIL',
  seen: seen.slice(0, 300),
});

const sixMonthsInSeconds = 15_552_000;

function hstsSeconds(header: string): number {
  // RFC 6797: a directive given twice makes the header invalid.
  const ages = header
    .split(';')
    .map((part) => /^\s*max-age\s*=\s*"?(\d+)"?\s*$/i.exec(part)?.[1])
    .filter((age) => age !== undefined);
  return ages.length === 1 ? Number(ages[0]) : 0;
}

function directives(policy: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const part of policy.toLowerCase().split(';')) {
    const [name, ...values] = part.trim().split(/\s+/);
    if (name && !found.has(name)) found.set(name, values);
  }
  return found;
}

/** Strong enough when scripts are limited and inline script is not simply allowed. */
function isUsefulPolicy(policy: string): boolean {
  const found = directives(policy);
  const scripts = found.get('script-src') ?? found.get('default-src');
  if (!scripts) return false;
  const isGuarded = scripts.some((source) => /^'(nonce|sha256|sha384|sha512)-|^'strict-dynamic'$/.test(source));
  const isOpen = scripts.some((source) => ['*', 'http:', 'https:', 'data:'].includes(source));
  return !(scripts.includes("'unsafe-inline'") && !isGuarded) && !(isOpen && !scripts.includes("'strict-dynamic'"));
}

const goodReferrerPolicies = new Set([
  'no-referrer',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
]);

export function evaluateHeaders({ headers }: Pick<HttpAnswer, 'headers'>): Finding[] {
  const seen = (name: string): string => headers[name] ?? '';
  const policy = seen('content-security-policy');
  const ancestors = directives(policy).get('frame-ancestors');
  const isFramed = ancestors
    ? ancestors.some((source) => ['*', 'http:', 'https:'].includes(source))
    : !/^(deny|sameorigin)$/i.test(seen('x-frame-options').trim());
  // Browsers take the last value of the list that they know.
  const referrer = seen('referrer-policy').toLowerCase().split(',').at(-1)?.trim() ?? '';
  return [
    finding(
      'HSTS',
      hstsSeconds(seen('strict-transport-security')) >= sixMonthsInSeconds,
      seen('strict-transport-security'),
    ),
    finding('CSP', isUsefulPolicy(policy), policy),
    finding(
      'NOSNIFF',
      seen('x-content-type-options').trim().toLowerCase() === 'nosniff',
      seen('x-content-type-options'),
    ),
    finding(
      'FRAME_ANCESTORS',
      !isFramed,
      ancestors ? `frame-ancestors ${ancestors.join(' ')}` : seen('x-frame-options'),
    ),
    finding('REFERRER_POLICY', goodReferrerPolicies.has(referrer), seen('referrer-policy')),
  ];
}

export function evaluateRedirect(answer: Pick<HttpAnswer, 'status' | 'headers'>, host: string): Finding[] {
  const location = answer.headers.location ?? '';
  const isRedirect = [301, 302, 303, 307, 308].includes(answer.status);
  const findings = [
    finding('REDIRECTS', isRedirect, isRedirect ? `${answer.status}` : `${answer.status}, no redirect`),
  ];
  if (!isRedirect) return findings;
  const target = URL.canParse(location, `http://${host}/`) ? new URL(location, `http://${host}/`) : null;
  findings.push(finding('REDIRECT_TO_HTTPS', target?.protocol === 'https:', location));
  findings.push(finding('REDIRECT_SAME_HOST', target?.hostname.toLowerCase() === host.toLowerCase(), location));
  return findings;
}

export function evaluateSecurityTxt(answer: HttpAnswer, now: Date): Finding[] {
  const isText = (answer.headers['content-type'] ?? '').toLowerCase().startsWith('text/plain');
  const present = answer.status === 200 && isText;
  const first = finding(
    'SECURITY_TXT_PRESENT',
    present,
    `${answer.status} ${answer.headers['content-type'] ?? ''}`.trim(),
  );
  if (!present) return [first];
  const fields = answer.body
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .map((line) => /^([A-Za-z-]+):\s*(.+?)\s*$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name = '', value = '']) => ({ name: name.toLowerCase(), value }));
  const contacts = fields.filter((field) => field.name === 'contact');
  const expiries = fields.filter((field) => field.name === 'expires');
  const expires = new Date(expiries[0]?.value ?? '');
  // RFC 9116: Contact at least once, Expires exactly once.
  const isCurrent = expiries.length === 1 && !Number.isNaN(expires.getTime()) && expires > now;
  return [
    first,
    finding(
      'SECURITY_TXT_CONTACT',
      contacts.some((field) => /^(https|mailto|tel):/i.test(field.value)),
      contacts[0]?.value ?? '',
    ),
    finding('SECURITY_TXT_EXPIRES', isCurrent, expiries.map((field) => field.value).join(', ')),
  ];
}

const toleratedSeconds = 5;

/** The header counts whole seconds, so half a second each way is nobody's fault. */
export function evaluateClock(dateHeader: string | undefined, asked: Date, answered: Date): Finding[] {
  const theirs = new Date(dateHeader ?? '');
  if (Number.isNaN(theirs.getTime())) return [{ code: 'CLOCK_DRIFT', outcome: 'UNKNOWN', seen: dateHeader ?? '' }];
  const ours = (asked.getTime() + answered.getTime()) / 2;
  const drift = (theirs.getTime() + 500 - ours) / 1000;
  const slack = (answered.getTime() - asked.getTime()) / 2000 + 0.5;
  return [finding('CLOCK_DRIFT', Math.abs(drift) <= toleratedSeconds + slack, `${drift.toFixed(1)} s`)];
}

import { createHash } from 'node:crypto';
import { type CheckKind, type Finding, maxAgeDays, outcomeOf, type UnknownReason } from '../checks/check-kind.ts';
import type { Random } from './random.ts';

export type Quality = 'GOOD' | 'FAIR' | 'POOR';

interface Habit {
  /** How often a finding of this kind is bad, by how well the site is kept. */
  codes: readonly (readonly [string, good: string, bad: string])[];
  badness: Record<Quality, number>;
}

const habits: Record<CheckKind, Habit> = {
  TLS_CERTIFICATE: {
    codes: [
      ['CERTIFICATE_CHAIN', 'trusted', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
      ['CERTIFICATE_NAME', 'DNS', 'DNS'],
      ['CERTIFICATE_KEY', 'rsa 2048', 'rsa 1024'],
      ['CERTIFICATE_EXPIRY', '2026-05-30', '2025-11-25'],
    ],
    badness: { GOOD: 0, FAIR: 0.06, POOR: 0.3 },
  },
  TLS_VERSIONS: {
    codes: [
      ['TLS_1_0_REFUSED', 'REFUSED', 'OFFERED'],
      ['TLS_1_1_REFUSED', 'REFUSED', 'OFFERED'],
      ['TLS_1_2_OFFERED', 'OFFERED', 'OFFERED'],
      ['TLS_1_3_OFFERED', 'OFFERED', 'REFUSED'],
    ],
    badness: { GOOD: 0.02, FAIR: 0.2, POOR: 0.5 },
  },
  HTTPS_REDIRECT: {
    codes: [
      ['REDIRECTS', '301', '200, no redirect'],
      ['REDIRECT_TO_HTTPS', 'https', 'http'],
      ['REDIRECT_SAME_HOST', 'https', 'https'],
    ],
    badness: { GOOD: 0, FAIR: 0.05, POOR: 0.3 },
  },
  SECURITY_HEADERS: {
    codes: [
      ['HSTS', 'max-age=31536000', ''],
      ['CSP', "default-src 'self'", ''],
      ['NOSNIFF', 'nosniff', ''],
      ['FRAME_ANCESTORS', "frame-ancestors 'self'", ''],
      ['REFERRER_POLICY', 'strict-origin-when-cross-origin', ''],
    ],
    badness: { GOOD: 0.03, FAIR: 0.3, POOR: 0.6 },
  },
  SECURITY_TXT: {
    codes: [['SECURITY_TXT_PRESENT', '200 text/plain', '404 text/html']],
    badness: { GOOD: 0.3, FAIR: 0.8, POOR: 1 },
  },
  CLOCK_DRIFT: {
    codes: [['CLOCK_DRIFT', '0.4 s', '41.0 s']],
    badness: { GOOD: 0, FAIR: 0.05, POOR: 0.2 },
  },
};

export interface PastRun {
  outcome: string;
  reason: UnknownReason | null;
  findings: Finding[];
  evidence: string | null;
  sha256: string | null;
  startedAt: string;
  finishedAt: string;
}

/** What is bad stays bad until somebody mends it: the findings are drawn once, and only reaching the target varies. */
export function pastRuns(kind: CheckKind, quality: Quality, until: Date, random: Random): PastRun[] {
  const { codes, badness } = habits[kind];
  const findings = codes.map(([code, good, bad]): Finding => {
    const isBad = bad !== good && random.chance(badness[quality]);
    return {
      code: isBad && code === 'CERTIFICATE_EXPIRY' ? 'CERTIFICATE_EXPIRES_IN_7_DAYS' : code,
      outcome: isBad ? 'FAIL' : 'PASS',
      seen: isBad ? bad : good,
    };
  });
  const isNeglected = quality === 'POOR' && random.chance(0.5);
  const newest = until.getTime() - (isNeglected ? random.whole(9, 40) * 86_400_000 : random.whole(1, 20) * 3_600_000);
  return Array.from({ length: random.whole(3, 5) }, (_, back) => {
    const started = new Date(newest - back * maxAgeDays[kind] * 86_400_000);
    const isReached = !random.chance(quality === 'POOR' ? 0.15 : 0.03);
    const evidence = isReached ? findings.map(({ code, seen }) => `${code}: ${seen}`).join('\n') : null;
    return {
      outcome: isReached ? outcomeOf(findings) : 'UNKNOWN',
      reason: isReached ? null : 'UNREACHABLE',
      findings: isReached ? findings : [],
      evidence,
      sha256: evidence && createHash('sha256').update(evidence).digest('hex'),
      startedAt: started.toISOString(),
      finishedAt: new Date(started.getTime() + random.whole(200, 2500)).toISOString(),
    };
  });
}

// Erasable-only TypeScript: the probing process runs this file by Node's type stripping in tests.
export const CheckKind = {
  TLS_CERTIFICATE: 'TLS_CERTIFICATE',
  TLS_VERSIONS: 'TLS_VERSIONS',
  HTTPS_REDIRECT: 'HTTPS_REDIRECT',
  SECURITY_HEADERS: 'SECURITY_HEADERS',
  SECURITY_TXT: 'SECURITY_TXT',
  CLOCK_DRIFT: 'CLOCK_DRIFT',
} as const;
export type CheckKind = keyof typeof CheckKind;

export const CheckOutcome = { PASS: 'PASS', FAIL: 'FAIL', UNKNOWN: 'UNKNOWN' } as const;
export type CheckOutcome = keyof typeof CheckOutcome;

export const RunState = { QUEUED: 'QUEUED', RUNNING: 'RUNNING', FINISHED: 'FINISHED' } as const;
export type RunState = keyof typeof RunState;

/** How long a result counts as fresh, in days. */
export const maxAgeDays: Record<CheckKind, number> = {
  TLS_CERTIFICATE: 1,
  TLS_VERSIONS: 7,
  HTTPS_REDIRECT: 1,
  SECURITY_HEADERS: 1,
  SECURITY_TXT: 7,
  CLOCK_DRIFT: 1,
};

/** What was seen, by code; the words for people are in finding.vi.ts and finding.en.ts. */
export interface Finding {
  code: string;
  outcome: CheckOutcome;
  seen: string;
}

/** Why a run could not say PASS or FAIL. */
export type UnknownReason =
  | 'NAME_NOT_RESOLVED'
  | 'ADDRESS_NOT_ALLOWED'
  | 'UNREACHABLE'
  | 'TIMED_OUT'
  | 'ANSWER_TOO_LARGE'
  | 'NOT_TLS'
  | 'NOT_HTTP'
  | 'NO_CLOCK'
  | 'NOT_AUTHORISED'
  | 'WORKER_LOST'
  | 'PROBE_FAILED';

export interface ProbeResult {
  outcome: CheckOutcome;
  reason: UnknownReason | null;
  findings: Finding[];
  /** What came over the wire, as text; capped by the probe. */
  evidence: string;
}

/** One bad finding fails the whole; without one, a single unknown leaves it unknown; nothing seen is never a pass. */
export function outcomeOf(findings: readonly Finding[]): CheckOutcome {
  if (findings.some((one) => one.outcome === 'FAIL')) return 'FAIL';
  if (findings.length === 0 || findings.some((one) => one.outcome === 'UNKNOWN')) return 'UNKNOWN';
  return 'PASS';
}

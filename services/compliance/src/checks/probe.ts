// Erasable-only TypeScript: the probing process runs this file by Node's type stripping in tests.
import { type ProbePolicy, pinAddress, type Resolver, systemResolver } from './address-guard.ts';
import { type CheckKind, outcomeOf, type ProbeResult } from './check-kind.ts';
import { evaluateClock, evaluateHeaders, evaluateRedirect, evaluateSecurityTxt } from './http.evaluator.ts';
import { ask, askThroughRedirects, type Exchange, evidenceOf } from './http.probe.ts';
import { explain, type Probe, type Seen, within } from './probe-attempt.ts';
import { certificate, versions } from './tls.probe.ts';

export interface ProbeTarget {
  kind: CheckKind;
  host: string;
  port: number;
}

export interface ProbeOptions {
  policy: ProbePolicy;
  resolve?: Resolver;
  now?: () => Date;
  timeoutMs?: number;
}

const defaultTimeoutMs = 10_000;
const evidenceCap = 65_536;

/** Asks the target once and judges the answer; whatever hinders the asking is UNKNOWN with its reason. */
export async function probe(target: ProbeTarget, options: ProbeOptions): Promise<ProbeResult> {
  const { policy, resolve = systemResolver, now = () => new Date(), timeoutMs = defaultTimeoutMs } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const address = await within(signal, pinAddress(target.host, target.port, policy, resolve));
    const at = { host: target.host, port: target.port, address, policy, resolve, now, signal };
    const seen = await within(signal, kinds[target.kind](at));
    const outcome = outcomeOf(seen.findings);
    const reason = outcome === 'UNKNOWN' ? (target.kind === 'CLOCK_DRIFT' ? 'NO_CLOCK' : 'UNREACHABLE') : null;
    return { outcome, reason, findings: seen.findings, evidence: seen.evidence.slice(0, evidenceCap) };
  } catch (error) {
    const { reason, detail } = explain(error, signal);
    return { outcome: 'UNKNOWN', reason, findings: [], evidence: detail.slice(0, evidenceCap) };
  }
}

const kinds: Record<CheckKind, (at: Probe) => Promise<Seen>> = {
  TLS_CERTIFICATE: certificate,
  TLS_VERSIONS: versions,
  HTTPS_REDIRECT: async (at) => {
    const answer = await ask(at, false, '/');
    return { findings: evaluateRedirect(answer, at.host), evidence: evidenceOf([answer]) };
  },
  SECURITY_HEADERS: async (at) => {
    const answers = await askThroughRedirects(at, '/');
    return { findings: evaluateHeaders(answers.at(-1) as Exchange), evidence: evidenceOf(answers) };
  },
  SECURITY_TXT: async (at) => {
    const answers = await askThroughRedirects(at, '/.well-known/security.txt');
    return { findings: evaluateSecurityTxt(answers.at(-1) as Exchange, at.now()), evidence: evidenceOf(answers, true) };
  },
  CLOCK_DRIFT: async (at) => {
    const answer = await ask(at, true, '/');
    return {
      findings: evaluateClock(answer.headers.date, answer.asked, answer.answered),
      evidence: evidenceOf([answer]),
    };
  },
};

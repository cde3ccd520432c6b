// Erasable-only TypeScript: the probing process runs this file by Node's type stripping in tests.
import { AddressRefused, type ProbePolicy, type Resolver } from './address-guard.ts';
import type { Finding, UnknownReason } from './check-kind.ts';

/** What hindered the asking. */
export class NoAnswer extends Error {
  readonly reason: UnknownReason;
  constructor(reason: UnknownReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** One asking of a target: its address is resolved and allowed, its time is running. */
export interface Probe {
  policy: ProbePolicy;
  now: () => Date;
  resolve: Resolver;
  host: string;
  port: number;
  address: string;
  signal: AbortSignal;
}

export interface Seen {
  findings: Finding[];
  evidence: string;
}

export function explain(error: unknown, signal: AbortSignal): { reason: UnknownReason; detail: string } {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof AddressRefused || error instanceof NoAnswer) return { reason: error.reason, detail };
  if (signal.aborted) return { reason: 'TIMED_OUT', detail: 'no complete answer in time' };
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (/^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|EADDRNOTAVAIL)$/.test(code))
    return { reason: 'UNREACHABLE', detail: code };
  if (code.startsWith('HPE_')) return { reason: 'NOT_HTTP', detail: code };
  if (code.startsWith('ERR_SSL') || code === 'EPROTO') return { reason: 'NOT_TLS', detail: code };
  return { reason: 'PROBE_FAILED', detail };
}

export function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    const stop = (): void => fail(new NoAnswer('TIMED_OUT', 'no complete answer in time'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(done, fail).finally(() => signal.removeEventListener('abort', stop));
  });
}

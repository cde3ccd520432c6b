// Erasable-only TypeScript: the probing process runs this file by Node's type stripping in tests.
import type { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import tls from 'node:tls';
import { AddressRefused, type ProbePolicy, pinAddress, type Resolver, systemResolver } from './address-guard.ts';
import {
  evaluateCertificate,
  evaluateVersions,
  type TlsVersion,
  tlsVersions,
  type VersionAnswer,
} from './certificate.evaluator.ts';
import { type CheckKind, type Finding, outcomeOf, type ProbeResult, type UnknownReason } from './check-kind.ts';
import {
  evaluateClock,
  evaluateHeaders,
  evaluateRedirect,
  evaluateSecurityTxt,
  type HttpAnswer,
} from './http.evaluator.ts';

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
const answerCap = 1_048_576;
const evidenceCap = 65_536;
const hopLimit = 3;
const chainLimit = 10;

class NoAnswer extends Error {
  readonly reason: UnknownReason;
  constructor(reason: UnknownReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

interface Probe extends Required<Pick<ProbeOptions, 'policy' | 'now' | 'resolve'>> {
  host: string;
  port: number;
  address: string;
  signal: AbortSignal;
}

interface Seen {
  findings: Finding[];
  evidence: string;
}

/** Asks the target once and judges the answer; whatever hinders the asking is UNKNOWN with its reason. */
export async function probe(target: ProbeTarget, options: ProbeOptions): Promise<ProbeResult> {
  const { policy, resolve = systemResolver, now = () => new Date(), timeoutMs = defaultTimeoutMs } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const address = await within(signal, pinAddress(target.host, target.port, policy, resolve));
    const seen = await kinds[target.kind]({
      host: target.host,
      port: target.port,
      address,
      policy,
      resolve,
      now,
      signal,
    });
    const outcome = outcomeOf(seen.findings);
    const reason = outcome === 'UNKNOWN' ? (target.kind === 'CLOCK_DRIFT' ? 'NO_CLOCK' : 'UNREACHABLE') : null;
    return { outcome, reason, findings: seen.findings, evidence: seen.evidence.slice(0, evidenceCap) };
  } catch (error) {
    const { reason, detail } = explain(error, signal);
    return { outcome: 'UNKNOWN', reason, findings: [], evidence: detail.slice(0, evidenceCap) };
  }
}

function explain(error: unknown, signal: AbortSignal): { reason: UnknownReason; detail: string } {
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

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    const stop = (): void => fail(new NoAnswer('TIMED_OUT', 'no complete answer in time'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(done, fail).finally(() => signal.removeEventListener('abort', stop));
  });
}

function trustedRoots(policy: ProbePolicy): string[] | undefined {
  return policy.extraCa ? [...tls.rootCertificates, readFileSync(policy.extraCa, 'utf8')] : undefined;
}

function handshake(at: Probe, options: tls.ConnectionOptions): Promise<tls.TLSSocket> {
  return new Promise((done, fail) => {
    const socket = tls.connect({
      host: at.address,
      port: at.port,
      servername: isIP(at.host) ? '' : at.host,
      rejectUnauthorized: false,
      ca: trustedRoots(at.policy),
      ...options,
    });
    const stop = (): void => {
      socket.destroy();
      fail(new NoAnswer('TIMED_OUT', 'no TLS handshake in time'));
    };
    if (at.signal.aborted) stop();
    at.signal.addEventListener('abort', stop, { once: true });
    socket.once('secureConnect', () => {
      at.signal.removeEventListener('abort', stop);
      done(socket);
    });
    socket.once('error', (error) => {
      at.signal.removeEventListener('abort', stop);
      fail(error);
    });
  });
}

async function certificate(at: Probe): Promise<Seen> {
  const socket = await handshake(at, {});
  try {
    const leaf = socket.getPeerX509Certificate();
    if (!leaf) throw new NoAnswer('NOT_TLS', 'the server shows no certificate');
    const key = leaf.publicKey;
    const details = key.asymmetricKeyDetails ?? {};
    const trustError = socket.authorizationError ? String(codeOf(socket.authorizationError)) : null;
    const facts = {
      host: at.host,
      names: (leaf.subjectAltName ?? leaf.subject).split(/,\s*|\n/),
      nameMatches: (isIP(at.host) ? leaf.checkIP(at.host) : leaf.checkHost(at.host)) !== undefined,
      trusted: socket.authorized || trustError === 'ERR_TLS_CERT_ALTNAME_INVALID',
      trustError,
      selfSigned: leaf.issuer === leaf.subject && leaf.verify(leaf.publicKey),
      keyType: key.asymmetricKeyType ?? 'unknown',
      keyBits: details.modulusLength ?? curveBits[details.namedCurve ?? key.asymmetricKeyType ?? ''] ?? 0,
      validFrom: leaf.validFromDate.toISOString(),
      validTo: leaf.validToDate.toISOString(),
    };
    const chain = chainOf(leaf);
    const evidence = `${JSON.stringify({ ...facts, address: at.address, chain: chain.names }, null, 2)}\n${chain.pem}`;
    return { findings: evaluateCertificate(facts, at.now()), evidence };
  } finally {
    socket.destroy();
  }
}

const curveBits: Record<string, number> = {
  prime256v1: 256,
  secp384r1: 384,
  secp521r1: 521,
  ed25519: 256,
  ed448: 448,
};

/** Node's types promise an Error, its runtime gives the code as text or as an error that carries it. */
function codeOf(error: unknown): unknown {
  return typeof error === 'string' ? error : ((error as NodeJS.ErrnoException).code ?? error);
}

function chainOf(leaf: X509Certificate): { names: string[]; pem: string } {
  const chain = [leaf];
  // A root is its own issuer, and a server may send a circle.
  for (let next = leaf.issuerCertificate; next && chain.length < chainLimit; next = next.issuerCertificate) {
    if (chain.some((one) => one.fingerprint256 === next?.fingerprint256)) break;
    chain.push(next);
  }
  const names = chain.map((one) => `${one.subject} ← ${one.issuer} (sha256 ${one.fingerprint256})`);
  return { names, pem: chain.map(String).join('') };
}

async function versions(at: Probe): Promise<Seen> {
  const answers = {} as Record<TlsVersion, VersionAnswer>;
  const notes: string[] = [];
  for (const version of tlsVersions) {
    try {
      // OpenSSL itself refuses the old versions unless its own bar is lowered.
      const socket = await handshake(at, { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' });
      notes.push(`${version}: offered, ${socket.getCipher().standardName}`);
      socket.destroy();
      answers[version] = 'OFFERED';
    } catch (error) {
      const { reason, detail } = explain(error, at.signal);
      // An alert or a cut after the connection stood is the server's no; a door that never opened says nothing.
      answers[version] = reason === 'NOT_TLS' || detail === 'ECONNRESET' ? 'REFUSED' : 'UNKNOWN';
      notes.push(`${version}: ${answers[version] === 'REFUSED' ? 'refused' : 'unknown'}, ${detail}`);
    }
  }
  if (Object.values(answers).every((answer) => answer !== 'OFFERED'))
    throw new NoAnswer(answers['TLSv1.3'] === 'REFUSED' ? 'NOT_TLS' : 'UNREACHABLE', notes.join('\n'));
  return { findings: evaluateVersions(answers), evidence: notes.join('\n') };
}

interface Exchange extends HttpAnswer {
  asked: Date;
  answered: Date;
}

function ask(at: Probe, secure: boolean, path: string): Promise<Exchange> {
  return new Promise((done, fail) => {
    const asked = at.now();
    const shownPort = at.port === (secure ? 443 : 80) ? '' : `:${at.port}`;
    const shownHost = isIP(at.host) === 6 ? `[${at.host}]` : at.host;
    const request = (secure ? https : http).request({
      host: at.address,
      port: at.port,
      path,
      method: 'GET',
      agent: false,
      signal: at.signal,
      headers: {
        host: `${shownHost}${shownPort}`,
        'user-agent': 'lienthong-compliance-check',
        accept: '*/*',
        connection: 'close',
      },
      // Trust is the certificate check's business; headers are read from any server.
      ...(secure ? { rejectUnauthorized: false, servername: isIP(at.host) ? '' : at.host } : {}),
    });
    request.once('error', fail);
    request.once('response', (response) => {
      const answered = at.now();
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > answerCap) request.destroy(new NoAnswer('ANSWER_TOO_LARGE', `more than ${answerCap} bytes`));
        else chunks.push(chunk);
      });
      response.once('error', fail);
      response.once('end', () => {
        const headers: Record<string, string> = {};
        for (const [name, value] of Object.entries(response.headers))
          headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
        done({
          status: response.statusCode ?? 0,
          headers,
          body: Buffer.concat(chunks).toString('utf8'),
          asked,
          answered,
        });
      });
    });
    request.end();
  });
}

function evidenceOf(answers: readonly Exchange[], withBody = false): string {
  return answers
    .map(({ status, headers, body, asked }) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      return [`# ${asked.toISOString()}`, `${status}`, ...lines, ...(withBody ? ['', body] : [])].join('\n');
    })
    .join('\n\n');
}

/** Follows redirects on the registered host only; each hop is checked again like a first address. */
async function askThroughRedirects(at: Probe, path: string): Promise<Exchange[]> {
  const answers = [await ask(at, true, path)];
  for (let hop = 0; hop < hopLimit; hop += 1) {
    const last = answers.at(-1) as Exchange;
    const location = last.headers.location;
    if (last.status < 300 || last.status > 399 || !location) break;
    const base = `https://${isIP(at.host) === 6 ? `[${at.host}]` : at.host}:${at.port}${path}`;
    if (!URL.canParse(location, base)) break;
    const next = new URL(location, base);
    const host = next.hostname.replace(/^\[|\]$/g, '');
    const port = Number(next.port || (next.protocol === 'https:' ? 443 : 80));
    // Another host or port was never authorised, whatever address it has.
    if (next.protocol !== 'https:' || host !== at.host.toLowerCase() || port !== at.port) {
      await pinAddress(host, port, at.policy, at.resolve);
      break;
    }
    answers.push(await ask(at, true, `${next.pathname}${next.search}`));
  }
  return answers;
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

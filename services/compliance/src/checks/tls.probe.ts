// Erasable-only TypeScript: the probing process runs this file by Node's type stripping in tests.
import type { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import tls from 'node:tls';
import type { ProbePolicy } from './address-guard.ts';
import {
  evaluateCertificate,
  evaluateVersions,
  type TlsVersion,
  tlsVersions,
  type VersionAnswer,
} from './certificate.evaluator.ts';
import { explain, NoAnswer, type Probe, type Seen } from './probe-attempt.ts';

const chainLimit = 10;

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

export async function certificate(at: Probe): Promise<Seen> {
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

export async function versions(at: Probe): Promise<Seen> {
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

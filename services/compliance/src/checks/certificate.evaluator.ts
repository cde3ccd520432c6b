// Erasable-only TypeScript: the probing process runs this file by Node's type stripping in tests.
import type { Finding } from './check-kind.ts';

export interface CertificateFacts {
  host: string;
  names: string[];
  nameMatches: boolean;
  trusted: boolean;
  trustError: string | null;
  selfSigned: boolean;
  keyType: string;
  keyBits: number;
  validFrom: string;
  validTo: string;
}

const day = 86_400_000;

export function evaluateCertificate(facts: CertificateFacts, now: Date): Finding[] {
  const findings: Finding[] = [];
  const add = (code: string, pass: boolean, seen: string): void => {
    findings.push({ code, outcome: pass ? 'PASS' : 'FAIL', seen });
  };
  // Expiry has a finding of its own, and Node names only the first fault it meets.
  const isOnlyExpired = facts.trustError === 'CERT_HAS_EXPIRED' || facts.trustError === 'CERT_NOT_YET_VALID';
  if (facts.selfSigned && !facts.trusted) add('CERTIFICATE_SELF_SIGNED', false, facts.trustError ?? 'self-signed');
  else
    add(
      'CERTIFICATE_CHAIN',
      facts.trusted || isOnlyExpired,
      facts.trusted ? 'trusted' : (facts.trustError ?? 'not trusted'),
    );
  add('CERTIFICATE_NAME', facts.nameMatches, facts.names.join(', ') || 'none');
  const enough = facts.keyType === 'rsa' ? facts.keyBits >= 2048 : facts.keyBits >= 256;
  add('CERTIFICATE_KEY', enough, `${facts.keyType} ${facts.keyBits}`);
  const from = new Date(facts.validFrom);
  const to = new Date(facts.validTo);
  const left = Math.floor((to.getTime() - now.getTime()) / day);
  const until = to.toISOString().slice(0, 10);
  if (from > now) add('CERTIFICATE_NOT_YET_VALID', false, from.toISOString().slice(0, 10));
  if (to <= now) add('CERTIFICATE_EXPIRED', false, until);
  else if (left <= 7) add('CERTIFICATE_EXPIRES_IN_7_DAYS', false, until);
  else if (left <= 14) add('CERTIFICATE_EXPIRES_IN_14_DAYS', false, until);
  else if (left <= 30) add('CERTIFICATE_EXPIRES_IN_30_DAYS', false, until);
  else add('CERTIFICATE_EXPIRY', true, until);
  return findings;
}

export type VersionAnswer = 'OFFERED' | 'REFUSED' | 'UNKNOWN';
export const tlsVersions = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
export type TlsVersion = (typeof tlsVersions)[number];

export function evaluateVersions(answers: Readonly<Record<TlsVersion, VersionAnswer>>): Finding[] {
  const judged = (code: string, answer: VersionAnswer, good: VersionAnswer): Finding => ({
    code,
    outcome: answer === 'UNKNOWN' ? 'UNKNOWN' : answer === good ? 'PASS' : 'FAIL',
    seen: answer,
  });
  return [
    judged('TLS_1_0_REFUSED', answers.TLSv1, 'REFUSED'),
    judged('TLS_1_1_REFUSED', answers['TLSv1.1'], 'REFUSED'),
    judged('TLS_1_2_OFFERED', answers['TLSv1.2'], 'OFFERED'),
    judged('TLS_1_3_OFFERED', answers['TLSv1.3'], 'OFFERED'),
  ];
}

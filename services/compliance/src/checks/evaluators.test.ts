import { describe, expect, it } from 'vitest';
import { type CertificateFacts, evaluateCertificate, evaluateVersions } from './certificate.evaluator.ts';
import { type Finding, outcomeOf } from './check-kind.ts';
import * as english from './finding.en.ts';
import * as vietnamese from './finding.vi.ts';
import { evaluateClock, evaluateHeaders, evaluateRedirect, evaluateSecurityTxt } from './http.evaluator.ts';

const now = new Date('2025-11-20T00:00:00Z');
const failed = (findings: Finding[]): string[] =>
  findings.filter((one) => one.outcome !== 'PASS').map((one) => one.code);

const good: CertificateFacts = {
  host: 'a.example',
  names: ['DNS:a.example'],
  nameMatches: true,
  trusted: true,
  trustError: null,
  selfSigned: false,
  keyType: 'rsa',
  keyBits: 2048,
  validFrom: '2025-06-01T00:00:00Z',
  validTo: '2026-06-01T00:00:00Z',
};

describe('a certificate', () => {
  it.each([
    ['that is in order', {}, []],
    ['that is not trusted', { trusted: false, trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, ['CERTIFICATE_CHAIN']],
    ['that signed itself', { trusted: false, selfSigned: true }, ['CERTIFICATE_SELF_SIGNED']],
    ['of another name', { nameMatches: false }, ['CERTIFICATE_NAME']],
    ['with a short key', { keyBits: 1024 }, ['CERTIFICATE_KEY']],
    ['with a good curve', { keyType: 'ec', keyBits: 256 }, []],
    [
      'that has expired',
      { validTo: '2025-11-19T00:00:00Z', trusted: false, trustError: 'CERT_HAS_EXPIRED' },
      ['CERTIFICATE_EXPIRED'],
    ],
    ['that ends in 7 days', { validTo: '2025-11-27T00:00:00Z' }, ['CERTIFICATE_EXPIRES_IN_7_DAYS']],
    ['that ends in 8 days', { validTo: '2025-11-28T00:00:00Z' }, ['CERTIFICATE_EXPIRES_IN_14_DAYS']],
    ['that ends in 14 days', { validTo: '2025-12-04T00:00:00Z' }, ['CERTIFICATE_EXPIRES_IN_14_DAYS']],
    ['that ends in 30 days', { validTo: '2025-12-20T00:00:00Z' }, ['CERTIFICATE_EXPIRES_IN_30_DAYS']],
    ['that ends in 31 days', { validTo: '2025-12-21T00:00:00Z' }, []],
    ['that has not begun', { validFrom: '2025-11-21T00:00:00Z' }, ['CERTIFICATE_NOT_YET_VALID']],
  ])('%s: %o', (_, more, codes) => {
    expect(failed(evaluateCertificate({ ...good, ...more }, now))).toEqual(codes);
  });
});

describe('protocol versions', () => {
  const modern = { TLSv1: 'REFUSED', 'TLSv1.1': 'REFUSED', 'TLSv1.2': 'OFFERED', 'TLSv1.3': 'OFFERED' } as const;
  it.each([
    [{}, 'PASS'],
    [{ TLSv1: 'OFFERED' }, 'FAIL'],
    [{ 'TLSv1.1': 'OFFERED' }, 'FAIL'],
    [{ 'TLSv1.3': 'REFUSED' }, 'FAIL'],
    [{ 'TLSv1.1': 'UNKNOWN' }, 'UNKNOWN'],
    [{ TLSv1: 'OFFERED', 'TLSv1.1': 'UNKNOWN' }, 'FAIL'],
  ] as const)('%o: %s', (more, outcome) => {
    expect(outcomeOf(evaluateVersions({ ...modern, ...more }))).toBe(outcome);
  });
});

describe('headers', () => {
  const headers = {
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  };
  it.each([
    ['all in order', {}, []],
    ['HSTS of six months', { 'strict-transport-security': 'max-age=15552000' }, []],
    ['HSTS a second short', { 'strict-transport-security': 'max-age=15551999' }, ['HSTS']],
    ['HSTS given twice', { 'strict-transport-security': 'max-age=31536000; max-age=31536000' }, ['HSTS']],
    ['HSTS missing', { 'strict-transport-security': '' }, ['HSTS']],
    ['no content policy', { 'content-security-policy': '' }, ['CSP', 'FRAME_ANCESTORS']],
    ['no content policy but X-Frame-Options', { 'content-security-policy': '', 'x-frame-options': 'DENY' }, ['CSP']],
    [
      'inline scripts allowed',
      { 'content-security-policy': "script-src 'self' 'unsafe-inline'; frame-ancestors 'self'" },
      ['CSP'],
    ],
    [
      'inline scripts allowed beside a nonce',
      { 'content-security-policy': "script-src 'nonce-abc' 'unsafe-inline'; frame-ancestors 'self'" },
      [],
    ],
    [
      'scripts from anywhere',
      { 'content-security-policy': 'script-src *; frame-ancestors https:' },
      ['CSP', 'FRAME_ANCESTORS'],
    ],
    [
      'a policy that says nothing of scripts',
      { 'content-security-policy': "img-src 'self'; frame-ancestors 'self'" },
      ['CSP'],
    ],
    ['sniffing allowed', { 'x-content-type-options': 'no' }, ['NOSNIFF']],
    ['referrer to everyone', { 'referrer-policy': 'unsafe-url' }, ['REFERRER_POLICY']],
    ['the last referrer policy counts', { 'referrer-policy': 'unsafe-url, no-referrer' }, []],
  ])('%s: %o', (_, more, codes) => {
    expect(failed(evaluateHeaders({ headers: { ...headers, ...more } }))).toEqual(codes);
  });
});

describe('a redirect', () => {
  it.each([
    [301, 'https://a.example/', []],
    [308, 'https://A.EXAMPLE:8443/x', []],
    [302, 'http://a.example/', ['REDIRECT_TO_HTTPS']],
    [301, 'https://b.example/', ['REDIRECT_SAME_HOST']],
    [301, '/somewhere', ['REDIRECT_TO_HTTPS']],
    [301, 'https://127.0.0.1/', ['REDIRECT_SAME_HOST']],
    [301, '', ['REDIRECT_TO_HTTPS']],
    [200, '', ['REDIRECTS']],
  ])('%i to "%s": %o', (status, location, codes) => {
    expect(failed(evaluateRedirect({ status, headers: { location } }, 'a.example'))).toEqual(codes);
  });
});

describe('security.txt', () => {
  const text = { 'content-type': 'text/plain; charset=utf-8' };
  const body = 'Contact: mailto:a@a.example\nExpires: 2026-01-01T00:00:00Z\n';
  it.each([
    ['in order', 200, text, body, []],
    ['missing', 404, text, '', ['SECURITY_TXT_PRESENT']],
    ['a web page instead', 200, { 'content-type': 'text/html' }, '<p>', ['SECURITY_TXT_PRESENT']],
    ['without contact', 200, text, 'Expires: 2026-01-01T00:00:00Z', ['SECURITY_TXT_CONTACT']],
    ['with the contact commented out', 200, text, `#${body}`, ['SECURITY_TXT_CONTACT']],
    ['expired', 200, text, 'Contact: tel:+84\nExpires: 2025-01-01T00:00:00Z', ['SECURITY_TXT_EXPIRES']],
    ['with two ends', 200, text, `${body}Expires: 2027-01-01T00:00:00Z`, ['SECURITY_TXT_EXPIRES']],
    ['with no end', 200, text, 'Contact: https://a.example', ['SECURITY_TXT_EXPIRES']],
  ])('%s', (_, status, headers, content, codes) => {
    expect(failed(evaluateSecurityTxt({ status, headers, body: content }, now))).toEqual(codes);
  });
});

describe('a clock', () => {
  const answered = new Date(now.getTime() + 200);
  it.each([
    ['Thu, 20 Nov 2025 00:00:00 GMT', 'PASS'],
    ['Thu, 20 Nov 2025 00:00:05 GMT', 'PASS'],
    ['Thu, 20 Nov 2025 00:00:07 GMT', 'FAIL'],
    ['Wed, 19 Nov 2025 23:59:50 GMT', 'FAIL'],
    ['yesterday', 'UNKNOWN'],
    [undefined, 'UNKNOWN'],
  ])('that says %s: %s', (header, outcome) => {
    expect(outcomeOf(evaluateClock(header, now, answered))).toBe(outcome);
  });
});

describe('the outcome of a run', () => {
  const one = (outcome: Finding['outcome']): Finding => ({ code: 'X', outcome, seen: '' });
  it.each([
    [[], 'UNKNOWN'],
    [[one('PASS')], 'PASS'],
    [[one('PASS'), one('UNKNOWN')], 'UNKNOWN'],
    [[one('UNKNOWN'), one('FAIL')], 'FAIL'],
  ] as const)('%o is %s', (findings, outcome) => {
    expect(outcomeOf(findings)).toBe(outcome);
  });
});

it('every finding, kind and reason has words in both languages', () => {
  const keys = (texts: object): string[] => Object.keys(texts).sort();
  expect(keys(english.findingTexts)).toEqual(keys(vietnamese.findingTexts));
  expect(keys(english.kindTexts)).toEqual(keys(vietnamese.kindTexts));
  expect(keys(english.reasonTexts)).toEqual(keys(vietnamese.reasonTexts));
});

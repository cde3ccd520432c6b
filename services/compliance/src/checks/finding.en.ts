import type { CheckKind, UnknownReason } from './check-kind.ts';
import type { FindingText } from './finding.vi.ts';

const renew: Omit<FindingText, 'expected'> = {
  whyItMatters: 'When the certificate expires, browsers stop people and the connection is no longer protected.',
  whatToDo: 'Renew and install the certificate, then run the check again.',
};
const oldVersion: FindingText = {
  expected: 'The server refuses this version',
  whyItMatters: 'Old TLS versions have known weaknesses that let others read what is sent.',
  whatToDo: "Turn TLS 1.0 and 1.1 off in the server's settings.",
};
const newVersion: FindingText = {
  expected: 'The server offers this version',
  whyItMatters: 'Current versions protect the connection best.',
  whatToDo: "Turn TLS 1.2 and 1.3 on in the server's settings.",
};

export const findingTexts: Record<string, FindingText> = {
  CERTIFICATE_CHAIN: {
    expected: 'The chain leads to a publicly trusted root',
    whyItMatters: 'Without a trusted chain people cannot tell the real server from a false one.',
    whatToDo: 'Use a certificate of a trusted authority and install the intermediate certificates too.',
  },
  CERTIFICATE_SELF_SIGNED: {
    expected: 'A certificate issued by a trusted authority',
    whyItMatters: 'Anybody can sign one just like it.',
    whatToDo: 'Replace it by a certificate of a trusted authority.',
  },
  CERTIFICATE_NAME: {
    expected: 'The certificate names this server',
    whyItMatters: 'Another name means that it was issued for another server.',
    whatToDo: 'Have it issued again with all names in use.',
  },
  CERTIFICATE_KEY: {
    expected: 'RSA of 2048 bits or a curve of 256 bits at least',
    whyItMatters: 'Short keys can be broken in reasonable time.',
    whatToDo: 'Make a longer key pair and have the certificate issued again.',
  },
  CERTIFICATE_EXPIRY: { expected: 'Valid for more than 30 days', ...renew },
  CERTIFICATE_EXPIRES_IN_30_DAYS: { expected: 'Valid for more than 30 days', ...renew },
  CERTIFICATE_EXPIRES_IN_14_DAYS: { expected: 'Valid for more than 30 days', ...renew },
  CERTIFICATE_EXPIRES_IN_7_DAYS: { expected: 'Valid for more than 30 days', ...renew },
  CERTIFICATE_EXPIRED: { expected: 'Still valid', ...renew },
  CERTIFICATE_NOT_YET_VALID: {
    expected: 'Already valid',
    whyItMatters: 'Browsers do not accept a certificate before its first day.',
    whatToDo: "Look at the server's clock and at the dates in the certificate.",
  },
  TLS_1_0_REFUSED: oldVersion,
  TLS_1_1_REFUSED: oldVersion,
  TLS_1_2_OFFERED: newVersion,
  TLS_1_3_OFFERED: newVersion,
  REDIRECTS: {
    expected: 'HTTP is redirected',
    whyItMatters: 'What goes over HTTP can be read and changed on its way.',
    whatToDo: 'Set up a permanent redirect from HTTP to HTTPS.',
  },
  REDIRECT_TO_HTTPS: {
    expected: 'The redirect leads to HTTPS',
    whyItMatters: 'A redirect to HTTP protects nobody.',
    whatToDo: "Make the redirect's target an https address.",
  },
  REDIRECT_SAME_HOST: {
    expected: 'The first redirect stays on the same host',
    whyItMatters: 'If it leaves at once, browsers cannot remember to use HTTPS for this name.',
    whatToDo: 'Redirect to HTTPS on the same name first, and to another name only then.',
  },
  HSTS: {
    expected: 'Strict-Transport-Security of six months at least',
    whyItMatters: 'Without it a first visit can be forced down to HTTP.',
    whatToDo: 'Add Strict-Transport-Security: max-age=31536000.',
  },
  CSP: {
    expected: 'Content-Security-Policy limits where scripts come from',
    whyItMatters: "It keeps foreign code from running in the authority's pages.",
    whatToDo: "Add a policy with script-src 'self' and without 'unsafe-inline'.",
  },
  NOSNIFF: {
    expected: 'X-Content-Type-Options: nosniff',
    whyItMatters: 'A browser may take an uploaded file for a script.',
    whatToDo: 'Add X-Content-Type-Options: nosniff.',
  },
  FRAME_ANCESTORS: {
    expected: 'Other sites cannot frame this one',
    whyItMatters: 'A framed page can trick people into pressing buttons they do not see.',
    whatToDo: "Add frame-ancestors 'self' to the Content-Security-Policy.",
  },
  REFERRER_POLICY: {
    expected: 'Referrer-Policy sends no paths to others',
    whyItMatters: 'Paths may hold file numbers or personal data.',
    whatToDo: 'Add Referrer-Policy: strict-origin-when-cross-origin.',
  },
  SECURITY_TXT_PRESENT: {
    expected: 'A text file at /.well-known/security.txt',
    whyItMatters: 'Who finds a vulnerability needs to know whom to tell.',
    whatToDo: 'Publish a security.txt as in RFC 9116.',
  },
  SECURITY_TXT_CONTACT: {
    expected: 'One contact at least',
    whyItMatters: 'Without a contact the file helps nobody.',
    whatToDo: 'Add a Contact line with an https, mailto or tel address.',
  },
  SECURITY_TXT_EXPIRES: {
    expected: 'Exactly one Expires line, in the future',
    whyItMatters: 'Outdated details may lead a report to the wrong person.',
    whatToDo: 'Renew the Expires line, by a year at most.',
  },
  CLOCK_DRIFT: {
    expected: 'Within 5 seconds',
    whyItMatters: 'With a wrong clock logs cannot be compared after an incident.',
    whatToDo: "Synchronise the server's clock by NTP.",
  },
};

export const kindTexts: Record<CheckKind, { name: string; why: string }> = {
  TLS_CERTIFICATE: { name: 'Server certificate', why: 'People must be sure that they talk to the right server.' },
  TLS_VERSIONS: { name: 'TLS versions', why: 'Only current versions protect the connection.' },
  HTTPS_REDIRECT: { name: 'Redirect to HTTPS', why: 'Nobody should use the system over an unencrypted connection.' },
  SECURITY_HEADERS: { name: 'Security headers', why: 'Browsers protect people only when the server asks them to.' },
  SECURITY_TXT: { name: 'Vulnerability contact', why: 'A vulnerability is mended only when somebody hears of it.' },
  CLOCK_DRIFT: { name: 'Clock', why: 'Logs are worth something only when the clock is right.' },
};

export const reasonTexts: Record<UnknownReason, string> = {
  NAME_NOT_RESOLVED: 'The host name has no address.',
  ADDRESS_NOT_ALLOWED: 'The address is outside what may be checked.',
  UNREACHABLE: 'The server could not be reached.',
  TIMED_OUT: 'The server gave no complete answer in 10 seconds.',
  ANSWER_TOO_LARGE: 'The answer was larger than 1 MB.',
  NOT_TLS: 'The server does not speak TLS at this port.',
  NOT_HTTP: 'The server does not speak HTTP at this port.',
  NO_CLOCK: "The answer did not say the server's time.",
  NOT_AUTHORISED: 'The permission to check has ended or not yet begun.',
  WORKER_LOST: 'The checking process stopped several times on the way.',
  PROBE_FAILED: 'The check could not be carried out.',
};

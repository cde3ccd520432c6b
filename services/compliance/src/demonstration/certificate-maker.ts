import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

// Node reads X.509 certificates but makes none. These few lines of DER are enough for a demonstration and for tests;
// no certificate made here protects anything.

export interface Issuer {
  name: string;
  key: KeyObject;
  certificate: string;
}

export interface CertificateRequest {
  name: string;
  /** Host names and IPv4 addresses. */
  alternativeNames?: readonly string[];
  validFrom: Date;
  validTo: Date;
  isAuthority?: boolean;
  /** Signs itself when there is none. */
  issuer?: Issuer;
  rsaBits?: number;
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const octets = (...parts: Buffer[]): Buffer => der(0x04, ...parts);
const bits = (value: Buffer, unused = 0): Buffer => der(0x03, Buffer.from([unused]), value);
const yes = der(0x01, Buffer.from([0xff]));

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return der(0x06, Buffer.from(bytes));
}

function distinguishedName(commonName: string): Buffer {
  return sequence(der(0x31, sequence(objectId('2.5.4.3'), der(0x0c, Buffer.from(commonName)))));
}

function time(instant: Date): Buffer {
  return der(0x18, Buffer.from(`${instant.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));
}

function extension(dotted: string, isCritical: boolean, value: Buffer): Buffer {
  return sequence(objectId(dotted), ...(isCritical ? [yes] : []), octets(value));
}

function alternativeNames(names: readonly string[]): Buffer {
  const entries = names.map((name) =>
    isIPv4(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name)),
  );
  return extension('2.5.29.17', false, sequence(...entries));
}

function keyIdentifier(publicKey: KeyObject): Buffer {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20);
}

const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
const rsaWithSha256 = sequence(objectId('1.2.840.113549.1.1.11'), der(0x05));

export function makeCertificate(request: CertificateRequest): Issuer {
  const { publicKey, privateKey } = request.rsaBits
    ? generateKeyPairSync('rsa', { modulusLength: request.rsaBits })
    : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const signer = request.issuer?.key ?? privateKey;
  const algorithm = signer.asymmetricKeyType === 'rsa' ? rsaWithSha256 : ecdsaWithSha256;
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x01;
  const extensions = [
    extension('2.5.29.19', true, request.isAuthority ? sequence(yes) : sequence()),
    // Key usage: signing certificates, or signing what is sent.
    extension('2.5.29.15', true, bits(Buffer.from([request.isAuthority ? 0x06 : 0x80]), request.isAuthority ? 1 : 7)),
    extension('2.5.29.14', false, octets(keyIdentifier(publicKey))),
    ...(request.alternativeNames ? [alternativeNames(request.alternativeNames)] : []),
  ];
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    distinguishedName(request.issuer?.name ?? request.name),
    sequence(time(request.validFrom), time(request.validTo)),
    distinguishedName(request.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const certificate = sequence(content, algorithm, bits(sign('sha256', content, signer)));
  return { name: request.name, key: privateKey, certificate: pem(certificate) };
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

export function keyPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The demonstration instance's own secrets: drawn once at random, kept in the data folder, readable by its owner only. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sentence } from './layout.ts';

export const signers = ['gateway', 'units', 'plans', 'reporting', 'compliance'] as const;
export type Signer = (typeof signers)[number];
type Jwk = Record<string, unknown>;

export interface Secrets {
  databasePasswords: Record<string, string>;
  /** Ed25519 private keys by which processes vouch to each other for who is asking. */
  signingKeys: Record<Signer, Jwk>;
  trustedKeys: { keys: Jwk[] };
  issuerKeys: { keys: Jwk[] };
  cookieKeys: string[];
  clientSecrets: Record<string, string>;
  sessionSecrets: Record<'party' | 'government', string>;
  accountPassword: string;
}

export const databaseSchemas = ['identity', 'units', 'plans', 'reporting', 'compliance', 'gateway', 'portal'] as const;

export function readSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
    } catch {
      throw new Sentence(`${file} cannot be read: put its backup back, or begin again with \`pnpm start --fresh\`.`);
    }
  }
  mkdirSync(dataFolder, { recursive: true });
  const secrets = drawSecrets();
  // Under another name first: a start that is killed here leaves no half of it.
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

export function drawSecrets(): Secrets {
  const pairs = signers.map((kid) => ({ kid, ...signingPair(kid) }));
  return {
    databasePasswords: Object.fromEntries(
      databaseSchemas.flatMap((schema) => [`${schema}_migrate`, `${schema}_run`]).map((role) => [role, word(24)]),
    ),
    signingKeys: Object.fromEntries(pairs.map((pair) => [pair.kid, pair.privateKey])) as Record<Signer, Jwk>,
    trustedKeys: { keys: pairs.map((pair) => pair.publicKey) },
    issuerKeys: { keys: [issuerKey()] },
    cookieKeys: [word(32)],
    clientSecrets: Object.fromEntries(
      ['party-portal', 'government-portal', 'integrator-demo', 'integrator-plans'].map((client) => [client, word(32)]),
    ),
    sessionSecrets: { party: word(32), government: word(32) },
    accountPassword: 'lien-thong-2025',
  };
}

const word = (bytes: number): string => randomBytes(bytes).toString('base64url');

function signingPair(kid: string): { privateKey: Jwk; publicKey: Jwk } {
  const pair = generateKeyPairSync('ed25519');
  const mark = { kid, alg: 'EdDSA', use: 'sig' };
  return {
    privateKey: { ...pair.privateKey.export({ format: 'jwk' }), ...mark },
    publicKey: { ...pair.publicKey.export({ format: 'jwk' }), ...mark },
  };
}

function issuerKey(): Jwk {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...pair.privateKey.export({ format: 'jwk' }), kid: 'issuer-1', alg: 'RS256', use: 'sig' };
}

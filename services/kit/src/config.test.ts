import { expect, test } from 'vitest';
import { ConfigReader, ConfigurationError, readService } from './config.ts';
import { generatePeerKey } from './peer.ts';

const { privateJwk, publicJwk } = generatePeerKey('plans');
const good = {
  DATABASE_URL: 'postgres://plans_run:secret@db:5432/lienthong',
  SIGNING_KEY: JSON.stringify(privateJwk),
  TRUSTED_KEYS: JSON.stringify({ keys: [publicJwk] }),
};

function faults(env: Record<string, string | undefined>): readonly string[] {
  const reader = new ConfigReader(env);
  try {
    reader.done(readService(reader, 4022));
    return [];
  } catch (error) {
    return (error as ConfigurationError).faults;
  }
}

test('a complete environment is taken, with defaults for the rest', () => {
  const reader = new ConfigReader(good);
  expect(reader.done(readService(reader, 4022))).toMatchObject({
    profile: 'production',
    host: '127.0.0.1',
    port: 4022,
    clockOffsetSeconds: 0,
    logLevel: 'info',
  });
});

test('everything that is wrong is told at once', () => {
  expect(faults({ PORT: 'http', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', SIGNING_KEY: '{}' })).toEqual([
    'PORT must be a whole number from 0 to 65535, not "http".',
    'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
    'DATABASE_URL must be an address such as postgres://role:password@host:5432/database.',
    'SIGNING_KEY: must be an Ed25519 JWK with a kid.',
    'TRUSTED_KEYS is missing.',
  ]);
});

test('a production instance refuses the demonstration’s secrets', () => {
  const url = 'postgres://plans_run:demonstration-password@db/lienthong';
  expect(faults({ ...good, DATABASE_URL: url })).toEqual([
    'DATABASE_URL still has its demonstration password, which a production instance must not use.',
  ]);
  expect(faults({ ...good, DATABASE_URL: url, PROFILE: 'demonstration' })).toEqual([]);
  const reader = new ConfigReader({ SECRET: 'demonstration-secret' });
  reader.secret('SECRET');
  expect(() => reader.done({})).toThrow(ConfigurationError);
});

test('a private key among the trusted ones is refused: it was handed to the wrong process', () => {
  expect(faults({ ...good, TRUSTED_KEYS: JSON.stringify({ keys: [privateJwk] }) })).toEqual([
    'TRUSTED_KEYS: the key "plans" is private; only public keys belong here.',
  ]);
});

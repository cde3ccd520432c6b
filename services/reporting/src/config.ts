import { ConfigReader, type Environment, readProcess, readService, type ServiceConfig } from '@lienthong/kit/config';
import type { Jwk } from '@lienthong/kit/peer';

export interface ReportingConfig extends ServiceConfig {
  unitsUrl: string;
  gatewayUrl: string;
}

export function readConfig(env: Environment): ReportingConfig {
  const reader = new ConfigReader(env);
  return reader.done({
    ...readService(reader, 4023),
    unitsUrl: reader.url('UNITS_URL', 'http://127.0.0.1:4021'),
    gatewayUrl: reader.url('GATEWAY_URL', 'http://127.0.0.1:4000'),
  });
}

export interface SeedConfig {
  migrateDatabaseUrl: string;
  unitsUrl: string;
  signingKey: Jwk;
  clockOffsetSeconds: number;
}

export function readSeedConfig(env: Environment): SeedConfig {
  const reader = new ConfigReader(env);
  return reader.done({
    migrateDatabaseUrl: reader.databaseUrl('MIGRATE_DATABASE_URL'),
    unitsUrl: reader.url('UNITS_URL', 'http://127.0.0.1:4021'),
    signingKey: reader.signingKey(),
    clockOffsetSeconds: readProcess(reader, 4023).clockOffsetSeconds,
  });
}

import { ConfigReader, type Environment, readService, type ServiceConfig } from '@lienthong/kit/config';
import type { FileConfig } from '@lienthong/kit/files';

export interface PlansConfig extends ServiceConfig {
  unitsUrl: string;
  gatewayUrl: string;
  files: FileConfig;
}

export interface SeedConfig {
  migrateDatabaseUrl: string;
  unitsUrl: string;
  signingKey: ServiceConfig['signingKey'];
  files: FileConfig;
}

function readFiles(reader: ConfigReader): FileConfig {
  const endpoint = reader.optionalUrl('FILES_S3_ENDPOINT');
  if (!endpoint) {
    if (!reader.optional('FILES_DIR')) reader.fault('FILES_DIR or FILES_S3_ENDPOINT is missing.');
    return { folder: reader.optional('FILES_DIR') };
  }
  return {
    s3: {
      endpoint,
      bucket: reader.text('FILES_S3_BUCKET'),
      region: reader.text('FILES_S3_REGION', 'us-east-1'),
      accessKey: reader.secret('FILES_S3_ACCESS_KEY'),
      secretKey: reader.secret('FILES_S3_SECRET_KEY'),
    },
  };
}

export function readConfig(env: Environment): PlansConfig {
  const reader = new ConfigReader(env);
  return reader.done({
    ...readService(reader, 4022),
    unitsUrl: reader.url('UNITS_URL'),
    gatewayUrl: reader.url('GATEWAY_URL'),
    files: readFiles(reader),
  });
}

export function readSeedConfig(env: Environment): SeedConfig {
  const reader = new ConfigReader(env);
  return reader.done({
    migrateDatabaseUrl: reader.databaseUrl('MIGRATE_DATABASE_URL'),
    unitsUrl: reader.url('UNITS_URL'),
    signingKey: reader.signingKey(),
    files: readFiles(reader),
  });
}

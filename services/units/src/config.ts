import { ConfigReader, type Environment, readService, type ServiceConfig } from '@lienthong/kit/config';

export function readConfig(env: Environment): ServiceConfig {
  const reader = new ConfigReader(env);
  return reader.done(readService(reader, 4021));
}

export function readSeedConfig(env: Environment): { url: string } {
  const reader = new ConfigReader(env);
  return reader.done({ url: reader.databaseUrl('MIGRATE_DATABASE_URL') });
}

import { ConfigReader, type Environment, type ProcessConfig, readProcess } from '@lienthong/kit/config';
import { portalFolder } from './folders.ts';

export interface PortalConfig extends ProcessConfig {
  bloc: 'PARTY' | 'GOVERNMENT';
  /** `party` or `government`: names cookies and sessions, since cookies ignore ports. */
  name: string;
  publicUrl: string;
  otherPortalUrl: string | undefined;
  issuerUrl: string;
  clientId: string;
  clientSecret: string;
  sessionSecret: string;
  gatewayUrl: string;
  databaseUrl: string;
  modulesFile: string;
  staticDir: string;
  tokenAudience: string;
  scope: string;
  /** Some issuers give a refresh token only after `consent`. */
  prompt: string | undefined;
  idleMinutes: number;
  sessionHours: number;
}

export function readPortalConfig(env: Environment): PortalConfig {
  const reader = new ConfigReader(env);
  const bloc = reader.oneOf('PORTAL', ['PARTY', 'GOVERNMENT']);
  const name = bloc === 'GOVERNMENT' ? 'government' : 'party';
  const sessionSecret = reader.secret('SESSION_SECRET');
  if (sessionSecret !== '' && sessionSecret.length < 32)
    reader.fault('SESSION_SECRET must have at least 32 characters.');
  const publicUrl = reader.url('PUBLIC_URL');
  if (reader.profile === 'production' && publicUrl.startsWith('http:')) {
    reader.fault('PUBLIC_URL must be an https address in production: a session travels in its cookie.');
  }
  return reader.done({
    ...readProcess(reader, bloc === 'GOVERNMENT' ? 4200 : 4100),
    bloc,
    name,
    publicUrl,
    otherPortalUrl: reader.optionalUrl('OTHER_PORTAL_URL'),
    issuerUrl: reader.url('ISSUER_URL'),
    clientId: reader.text('CLIENT_ID', `${name}-portal`),
    clientSecret: reader.secret('CLIENT_SECRET'),
    sessionSecret,
    gatewayUrl: reader.url('GATEWAY_URL'),
    databaseUrl: reader.databaseUrl('DATABASE_URL'),
    modulesFile: reader.text('MODULES_FILE', portalFolder(name, 'modules.json')),
    staticDir: reader.text('STATIC_DIR', portalFolder(name, 'dist')),
    tokenAudience: reader.text('TOKEN_AUDIENCE', 'https://lienthong.example/graph'),
    scope: reader.text('SIGN_IN_SCOPE', 'openid profile offline_access graph'),
    prompt: reader.optional('SIGN_IN_PROMPT'),
    idleMinutes: reader.integer('SESSION_IDLE_MINUTES', 15, { min: 1, max: 1440 }),
    sessionHours: reader.integer('SESSION_HOURS', 10, { min: 1, max: 72 }),
  });
}

export interface ServedModule {
  name: string;
  port: number;
  folder: string;
}

export interface ModulesConfig extends ProcessConfig {
  modules: readonly ServedModule[];
  allowedOrigins: readonly string[];
}

const moduleNames = ['plans', 'units', 'reporting', 'compliance'];

export function readModulesConfig(env: Environment): ModulesConfig {
  const reader = new ConfigReader(env);
  const fallback = moduleNames.map((name, index) => ({ name, port: 4131 + index, folder: portalFolder(name, 'dist') }));
  return reader.done({
    ...readProcess(reader, 4131),
    modules: reader.json<ServedModule[]>('MODULES', JSON.stringify(fallback)),
    allowedOrigins: reader
      .text('ALLOWED_ORIGINS', 'http://127.0.0.1:4100,http://127.0.0.1:4200')
      .split(',')
      .map((origin) => new URL(origin.trim()).origin),
  });
}

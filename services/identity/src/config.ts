import { ConfigReader, type Environment, type ProcessConfig, readProcess } from '@lienthong/kit/config';
import type { ClientMetadata, JWKS } from 'oidc-provider';

export interface IdentityConfig extends ProcessConfig {
  issuerUrl: string;
  tokenAudience: string;
  databaseUrl: string;
  clients: ClientMetadata[];
  signingKeys: JWKS;
  cookieKeys: string[];
  demonstrationPassword: string;
}

export function readConfig(env: Environment): IdentityConfig {
  const reader = new ConfigReader(env);
  if (reader.profile !== 'demonstration') {
    reader.fault("This issuer serves demonstrations and tests only; name the province's own by ISSUER_URL elsewhere.");
  }
  return reader.done({
    ...readProcess(reader, 4010),
    issuerUrl: reader.url('ISSUER_URL'),
    tokenAudience: reader.text('TOKEN_AUDIENCE', 'https://lienthong.example/graph'),
    databaseUrl: reader.databaseUrl('DATABASE_URL'),
    clients: reader.json<ClientMetadata[]>('CLIENTS'),
    signingKeys: reader.json<JWKS>('SIGNING_JWKS'),
    cookieKeys: reader.json<string[]>('COOKIE_KEYS'),
    demonstrationPassword: reader.text('DEMONSTRATION_PASSWORD'),
  });
}

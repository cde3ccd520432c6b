/** Tokens as processes sign them for each other, made by hand, so that wrong ones can be made too. */
import { createPrivateKey, generateKeyPairSync, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { world } from './world.ts';

export interface Claims {
  iss: string;
  aud: string;
  iat: number;
  exp: number;
  actor: object;
}

/** The private key by which a process of the instance signs. */
export function instanceKey(signer: string): JsonWebKey {
  const secrets = JSON.parse(readFileSync(join(world().data, 'secrets.json'), 'utf8')) as {
    signingKeys: Record<string, JsonWebKey>;
  };
  return secrets.signingKeys[signer] as JsonWebKey;
}

export const strangersKey = (): JsonWebKey => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });

export function peerToken(key: JsonWebKey, kid: string, claims: Partial<Claims>): string {
  const now = Math.floor(Date.now() / 1000);
  const text = [
    { alg: 'EdDSA', kid },
    { iss: kid, iat: now, exp: now + 60, jti: randomUUID(), ...claims },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign(null, Buffer.from(text), createPrivateKey({ key, format: 'jwk' }));
  return `${text}.${signature.toString('base64url')}`;
}

/** A head of department as the gateway would describe one. */
export const personActor = {
  kind: 'person',
  id: 'vptu-chuyenvien',
  displayName: 'Chuyên viên – Văn phòng Tỉnh ủy Thanh Hóa',
  portal: 'PARTY',
  membership: { id: 'x', unitId: '38.vptu', role: 'STANDING_AGENCY', bloc: 'PARTY', provinceId: '38' },
  memberships: [],
  scopes: [],
  provinceIds: ['38'],
  locale: 'vi',
};

export const serviceActor = (id: string): object => ({
  ...personActor,
  kind: 'service',
  id,
  portal: null,
  membership: null,
});

import { ConfigurationError } from '@lienthong/kit/config';
import { generatePeerKey } from '@lienthong/kit/peer';
import { describe, expect, it } from 'vitest';
import { readConfig, readWorkerConfig } from '../src/config.ts';

const { privateJwk, publicJwk } = generatePeerKey('compliance');
const env = {
  PROFILE: 'production',
  DATABASE_URL: 'postgres://compliance_run:secret@127.0.0.1:5432/lienthong',
  SIGNING_KEY: JSON.stringify(privateJwk),
  TRUSTED_KEYS: JSON.stringify({ keys: [publicJwk] }),
  UNITS_URL: 'http://127.0.0.1:4021',
  GATEWAY_URL: 'http://127.0.0.1:4000',
};

function faultsOf(more: Record<string, string>): readonly string[] {
  try {
    readConfig({ ...env, ...more });
    return [];
  } catch (error) {
    return (error as ConfigurationError).faults;
  }
}

describe('what may be probed', () => {
  it('is nothing private in production, unless it is listed', () => {
    expect(readConfig(env).probePolicy).toMatchObject({ allowedCidrs: [], allowedPorts: [], extraCa: null });
    const listed = readConfig({ ...env, CHECK_ALLOWED_CIDRS: '10.38.0.0/16,fd38::/64', CHECK_ALLOWED_PORTS: '8443' });
    expect(listed.probePolicy).toMatchObject({ allowedCidrs: ['10.38.0.0/16', 'fd38::/64'], allowedPorts: [8443] });
  });

  it('is the demonstration target on this machine in a demonstration', () => {
    const { probePolicy } = readConfig({ ...env, PROFILE: 'demonstration' });
    expect(probePolicy).toMatchObject({ allowedCidrs: ['127.0.0.1/32'], allowedPorts: [4025] });
  });

  it.each([
    [{ CHECK_ALLOWED_CIDRS: '10.0.0.0' }],
    [{ CHECK_ALLOWED_CIDRS: '10.0.0.0/33' }],
    [{ CHECK_ALLOWED_PORTS: '0' }],
    [{ CHECK_ALLOWED_PORTS: 'all' }],
    [{ CHECK_ALLOWED_PORTS: '4021' }],
    [{ CHECK_ALLOWED_PORTS: '5432' }],
    [{ CHECK_EXTRA_CA: '/nowhere/ca.pem' }],
  ])('%o is a fault', (more) => {
    expect(faultsOf(more)).toHaveLength(1);
  });

  it('is the same for the worker, which needs no key', () => {
    const { SIGNING_KEY: _signing, TRUSTED_KEYS: _trusted, ...rest } = env;
    expect(readWorkerConfig({ ...rest, PORT: '4026' }).probePolicy.ownPorts).toEqual([4026, 5432, 4021, 4000]);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { untranslatedReasons } from '@lienthong/kit/refusal';
import { silentLog, testDatabase, testKeys } from '@lienthong/kit/testing';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { refusals } from '../src/errors.ts';
import { startGateway } from '../src/gateway.ts';
import { migrations } from '../src/migrations.ts';
import { makeProvince } from './province.ts';
import { compose } from './subgraph.ts';

const keys = testKeys();

describe('starting', () => {
  it('tells all faults of the settings at once', () => {
    const env = {
      PROFILE: 'demonstration',
      SIGNING_KEY: '{}',
      SUBGRAPHS: '{"plans":"nowhere"}',
      PORTAL_CLIENTS: '{"party-portal":"BLUE"}',
      ISSUER_URL: 'issuer',
      DATABASE_URL: 'mysql://x',
    };
    let message = '';
    try {
      readConfig(env);
    } catch (error) {
      message = (error as Error).message;
    }
    for (const name of [
      'SIGNING_KEY',
      'TRUSTED_KEYS',
      'SUPERGRAPH_FILE',
      'MODULE_REGISTRIES',
      'SUBGRAPHS: the address of "plans"',
      'SUBGRAPHS must name',
      'PORTAL_CLIENTS',
      'ISSUER_URL',
      'DATABASE_URL',
    ]) {
      expect(message).toContain(name);
    }
  });

  it('needs the supergraph, the database and its settings; not the services, the issuer or the modules', async () => {
    const database = await testDatabase({ schema: 'gateway', migrations });
    const folder = await mkdtemp(`${tmpdir()}/gateway-`);
    const sdl = compose(makeProvince().all);
    await writeFile(`${folder}/supergraph.graphql`, sdl);
    const config = readConfig({
      PROFILE: 'demonstration',
      PORT: '0',
      SIGNING_KEY: JSON.stringify(keys.privateKey('gateway')),
      TRUSTED_KEYS: JSON.stringify(keys.trusted),
      ISSUER_URL: 'http://127.0.0.1:1',
      SUBGRAPHS: '{"units":"http://127.0.0.1:1","plans":"http://127.0.0.1:1","reporting":"http://127.0.0.1:1"}',
      SUPERGRAPH_FILE: `${folder}/supergraph.graphql`,
      MODULE_REGISTRIES: `${folder}/modules.json,http://127.0.0.1:1/modules.json`,
      DATABASE_URL: database.url('gateway_run'),
      PORTAL_CLIENTS: '{"party-portal":"PARTY","government-portal":"GOVERNMENT"}',
    });
    const gateway = await startGateway(config, sdl, silentLog);
    const ready = await fetch(`${gateway.url}/health/ready`);
    expect(await ready.json()).toMatchObject({ status: 'ready', checks: { supergraph: true, database: true } });
    expect(
      (
        await fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        })
      ).status,
    ).toBe(401);
    await gateway.stop();
    await rm(folder, { recursive: true });
    await database.drop();
  });

  it('has a sentence in both languages for every reason', () => {
    expect(untranslatedReasons(refusals)).toEqual([]);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { untranslatedReasons } from '@lienthong/kit/refusal';
import { silentLog, testDatabase, testKeys } from '@lienthong/kit/testing';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { refusals } from '../src/errors.ts';
import { startGateway } from '../src/gateway.ts';
import { migrations } from '../src/migrations.ts';
import { startIssuerAndUnits } from './issuer.ts';
import { makeProvince } from './province.ts';
import { compose } from './subgraph.ts';

const nowhere = { issuer: 'http://127.0.0.1:1', units: 'http://127.0.0.1:1', keys: testKeys() };

/** The gateway as `main.ts` starts it, on a database of its own. */
async function start({ issuer, units, keys }: typeof nowhere) {
  const database = await testDatabase({ schema: 'gateway', migrations });
  const folder = await mkdtemp(`${tmpdir()}/gateway-`);
  const sdl = compose(makeProvince().all);
  await writeFile(`${folder}/supergraph.graphql`, sdl);
  const config = readConfig({
    PROFILE: 'demonstration',
    PORT: '0',
    SIGNING_KEY: JSON.stringify(keys.privateKey('gateway')),
    TRUSTED_KEYS: JSON.stringify(keys.trusted),
    ISSUER_URL: issuer,
    SUBGRAPHS: JSON.stringify({ units, plans: 'http://127.0.0.1:1', reporting: 'http://127.0.0.1:1' }),
    SUPERGRAPH_FILE: `${folder}/supergraph.graphql`,
    MODULE_REGISTRIES: `${folder}/modules.json,http://127.0.0.1:1/modules.json`,
    DATABASE_URL: database.url('gateway_run'),
    PORTAL_CLIENTS: '{"party-portal":"PARTY","government-portal":"GOVERNMENT"}',
  });
  const gateway = await startGateway(config, sdl, silentLog);
  const stop = async (): Promise<void> => {
    await gateway.stop();
    await rm(folder, { recursive: true });
    await database.drop();
  };
  return { gateway, database, stop };
}

describe('starting', () => {
  it('tells all faults of the settings at once', () => {
    const env = {
      PROFILE: 'demonstration',
      SIGNING_KEY: '{}',
      SUBGRAPHS: '{"plans":"nowhere"}',
      PORTAL_CLIENTS: '{"party-portal":"BLUE"}',
      ISSUER_URL: 'issuer',
      DATABASE_URL: 'mysql://x',
      INTEGRATOR_QUERIES_PER_MINUTE: '0',
      INTEGRATOR_OBJECTS_PER_MINUTE: '4999',
      TIMEOUTS_BEFORE_BREAK: 'never',
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
      'INTEGRATOR_QUERIES_PER_MINUTE',
      'INTEGRATOR_OBJECTS_PER_MINUTE',
      'TIMEOUTS_BEFORE_BREAK',
    ]) {
      expect(message).toContain(name);
    }
  });

  it('needs the supergraph, the database and its settings; not the services, the issuer or the modules', async () => {
    const started = await start(nowhere);
    const { gateway } = started;
    const ready = await fetch(`${gateway.url}/health/ready`);
    expect(await ready.json()).toMatchObject({ status: 'ready', checks: { supergraph: true, database: true } });
    const unsigned = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(unsigned.status).toBe(401);
    await started.stop();
  });

  it('lets an integrator ask with a real token, and looks people up again when an event says so', async () => {
    const house = await startIssuerAndUnits();
    const started = await start({ issuer: house.issuerUrl, units: house.unitsUrl, keys: house.keys });
    const bearer = await house.token({ claims: { client_id: 'warehouse', sub: 'warehouse', scope: 'units:read' } });
    const ask = (path: string) =>
      fetch(`${started.gateway.url}${path}`, { headers: { authorization: `Bearer ${bearer}` } });
    for (const _ of [1, 2, 3]) expect((await ask('/schema.graphql')).status).toBe(200);
    expect(house.questions).toHaveLength(1);
    const event = (type: string) =>
      JSON.stringify({ service: 'units', type, id: '1', provinceId: '38', blocs: [], at: '' });
    await started.database.sql(`select pg_notify('lienthong', $1)`, [event('Membership')]);
    await expect.poll(async () => (await ask('/schema.graphql')).ok && house.questions.length).toBe(2);
    await started.stop();
    house.stop();
  });

  it('has a sentence in both languages for every reason', () => {
    expect(untranslatedReasons(refusals)).toEqual([]);
  });
});

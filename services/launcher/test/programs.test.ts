import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { describeInstance } from '../src/instance.ts';
import { readLayout, root, takenPorts } from '../src/layout.ts';
import { type Instance, localAddresses, moduleRegistry, programs } from '../src/programs.ts';
import { drawSecrets } from '../src/secrets.ts';
import { occupy } from './launched.ts';

function instance(profile: Instance['profile']): Instance {
  const layout = readLayout({ LIENTHONG_DATA: '/srv/lienthong', PORT_BASE: '4000' });
  return {
    profile,
    layout,
    secrets: drawSecrets(),
    database: (role) => `postgres://${role}@127.0.0.1/lienthong`,
    clockOffsetSeconds: 0,
    addresses: localAddresses(layout),
  };
}

test('a base moves every port, and no two programs share one', () => {
  const { ports } = readLayout({ PORT_BASE: '5000' });
  expect(ports).toMatchObject({ gateway: 5000, party: 5100, government: 5200, postgres: 5432 });
  expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
});

test.each([
  ['1699', 1720],
  ['4035', 4045],
  ['5900', 6000],
  ['9980', 10080],
])('a base of %s is refused for the port %i, to which browsers do not connect', (PORT_BASE, port) => {
  expect(() => readLayout({ PORT_BASE })).toThrow(`needs port ${port}, to which browsers do not connect`);
});

test('only the ports that somebody has are taken', async () => {
  const server = await occupy(0);
  const { port } = server.address() as { port: number };
  const layout = readLayout({ PORT_BASE: '31990' });
  layout.ports.units = port;
  expect(await takenPorts(layout, ['units', 'plans'])).toEqual(['units']);
  server.close();
});

test('who calls whom is ready first: issuer and units, then services and gateway, then what stands before them', () => {
  const wave = Object.fromEntries(programs(instance('demonstration')).map((program) => [program.name, program.wave]));
  expect(wave.identity).toBeLessThan(wave.gateway!);
  expect(wave.units).toBeLessThan(wave.plans!);
  expect(wave.compliance).toBeLessThan(wave['compliance worker']!);
  expect(wave.gateway).toBeLessThan(wave['party portal']!);
});

test('a production instance has no issuer of its own, no target for demonstrations and no word of their accounts', () => {
  const all = programs(instance('production'));
  const names = all.map(({ name }) => name);
  expect(names).not.toContain('identity');
  expect(names).not.toContain('demonstration target');
  expect(names).toEqual(expect.arrayContaining(['units', 'plans', 'reporting', 'compliance', 'gateway', 'modules']));
  for (const { env } of all) {
    expect(env.PROFILE).toBe('production');
    expect(env).not.toHaveProperty('DEMONSTRATION_PASSWORD');
    expect(env).not.toHaveProperty('CHECK_ALLOWED_CIDRS');
  }
});

test('what an integrator may ask is handed on to the gateway where it was set, and to nobody else', () => {
  const setting = 'INTEGRATOR_QUERIES_PER_MINUTE';
  const toldOf = () => programs(instance('production')).filter(({ env }) => setting in env);
  expect(toldOf()).toEqual([]);
  vi.stubEnv(setting, '60');
  expect(toldOf().map(({ name, env }) => [name, env[setting]])).toEqual([['gateway', '60']]);
  vi.unstubAllEnvs();
});

test('no program is told the secrets of another', () => {
  const { secrets } = instance('demonstration');
  const all = programs({ ...instance('demonstration'), secrets });
  for (const { name, env } of all) {
    const text = JSON.stringify(env);
    const keys = Object.entries(secrets.signingKeys).filter(([, key]) => text.includes(String(key.d)));
    expect(keys.map(([signer]) => signer)).toEqual(keys.length === 0 ? [] : [name.split(' ')[0]]);
    for (const [portal, secret] of Object.entries(secrets.sessionSecrets))
      expect(text.includes(secret)).toBe(name === `${portal} portal`);
  }
});

test('the description of an instance names addresses, accounts and an integrator, for a demonstration only', () => {
  const demonstration = instance('demonstration');
  const { json, text } = describeInstance(demonstration);
  expect(json).toMatchObject({
    portals: { party: 'http://localhost:4100', government: 'http://localhost:4200' },
    graph: 'http://127.0.0.1:4000/graphql',
    accounts: expect.arrayContaining([expect.objectContaining({ login: 'vptu-chuyenvien' })]),
    integrator: {
      clientId: 'integrator-demo',
      clientSecret: demonstration.secrets.clientSecrets['integrator-demo'],
      tokenEndpoint: 'http://localhost:4010/token',
    },
  });
  expect(text).toContain('vptu-chuyenvien');
  expect(text).not.toContain(demonstration.secrets.clientSecrets['integrator-demo']);
  expect(() => describeInstance(instance('production'))).toThrow('Only a demonstration has accounts to tell of');
});

test('the registry names each module and each portal with the address of its operations', () => {
  const registry = JSON.parse(JSON.stringify(moduleRegistry(instance('demonstration').addresses))) as {
    modules: { name: string; operations: string }[];
    shells: { operations: string }[];
  };
  expect(registry.modules.map(({ name }) => name)).toEqual(['plans', 'units', 'reporting', 'compliance']);
  const operations = [...registry.modules, ...registry.shells].map((entry) => entry.operations);
  expect(new Set(operations).size).toBe(6);
  for (const address of operations) expect(address).toMatch(/^http:\/\/localhost:\d+\/operations\.json$/);
});

test.each(['vi', 'en'] as const)(
  'a module that did not arrive is called what it calls itself (%s)',
  async (language) => {
    const { modules } = moduleRegistry(instance('demonstration').addresses) as {
      modules: { name: string; title: Record<'vi' | 'en', string> }[];
    };
    for (const { name, title } of modules) {
      const messages = await import(join(root, `frontends/${name}/src/messages.${language}.ts`));
      expect(title[language]).toBe(messages[language]['module.title']);
    }
  },
);

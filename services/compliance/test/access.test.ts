import type { Actor, Role } from '@lienthong/policy/actor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCheck, makeSystem, step } from './make.ts';
import { integrator, key, openWorld, person, type World } from './world.ts';

let world: World;
let target: { systemId: string; dossierId: string; checkId: string };

beforeAll(async () => {
  world = await openWorld();
  const system = await makeSystem(world);
  const check = await makeCheck(world, system.id);
  target = { systemId: system.id, dossierId: system.dossier.id, checkId: check.id };
});
afterAll(() => world.stop());

/** Each operation, tried for real on a system of Sở KH&CN; what is refused must leave nothing behind. */
const operations: Record<string, () => [string, Record<string, unknown>]> = {
  registerSystem: () => [
    'mutation ($input: RegisterSystemInput!) { registerSystem(input: $input) { system { id } } }',
    { code: `T-${key().slice(0, 8)}`, name: 'Thử', type: 'OTHER', level: 1, ownerId: '38.skhcn' },
  ],
  correctSystem: () => [
    'mutation ($input: CorrectSystemInput!) { correctSystem(input: $input) { system { id } } }',
    { systemId: target.systemId, expectedVersion: 0, name: 'Thử' },
  ],
  advanceDossier: () => [
    'mutation ($input: AdvanceDossierInput!) { advanceDossier(input: $input) { dossier { id } } }',
    { dossierId: target.dossierId, expectedVersion: 0, step: 'SUBMIT' },
  ],
  addCheck: () => [
    'mutation ($input: AddCheckInput!) { addCheck(input: $input) { check { id } } }',
    {
      systemId: target.systemId,
      kind: 'TLS_VERSIONS',
      host: `${key()}.example`,
      port: 443,
      authorisedBy: 'Công văn',
      authorisedFrom: '2025-11-01',
      authorisedTo: '2025-12-01',
    },
  ],
  runCheck: () => [
    'mutation ($input: RunCheckInput!) { runCheck(input: $input) { run { id } } }',
    { checkId: target.checkId },
  ],
};

/** Allowed, or stopped only by the stale version the table sends on purpose. */
async function isAllowed(actor: Actor, operation: string): Promise<boolean> {
  const [text, input] = (operations[operation] as () => [string, Record<string, unknown>])();
  const answer = await world.as(actor).ask(text, { input: { idempotencyKey: key(), ...input } });
  const error = answer.errors?.[0];
  if (!error || error.extensions.reason === 'STALE_VERSION') return true;
  // Whoever may not see the system is told that there is none, not that it is closed to them.
  expect(['FORBIDDEN', 'NOT_FOUND', 'INVALID']).toContain(error.extensions.code);
  if (error.extensions.code === 'INVALID') expect(error.extensions.reason).toBe('UNIT_UNKNOWN');
  return false;
}

const roles: Role[] = [
  'VIEWER',
  'REPORTER',
  'APPROVER',
  'STANDING_AGENCY',
  'STEERING_COMMITTEE',
  'UNIT_ADMINISTRATOR',
  'AUDITOR',
];

describe.each(Object.keys(operations))('%s on a system of a department', (operation) => {
  it.each<[string, Actor, boolean]>([
    ['the department’s security officer', person('38.skhcn', 'SECURITY_OFFICER'), true],
    ['the police’s security officer', person('38.congan', 'SECURITY_OFFICER'), true],
    ['the security officer of the people’s committee above it', person('38.ubnd', 'SECURITY_OFFICER'), true],
    ['the security officer of another department', person('38.snv', 'SECURITY_OFFICER'), false],
    ['the security officer of a commune', person('38.x1.ubnd', 'SECURITY_OFFICER'), false],
    ['the security officer of the Party office', person('38.vptu', 'SECURITY_OFFICER'), false],
    ['a security officer of another province', person('19.ubnd', 'SECURITY_OFFICER'), false],
    ...roles.map((role): [string, Actor, boolean] => [`the department's ${role}`, person('38.skhcn', role), false]),
    ['an integrator', integrator(['compliance:read']), false],
    ['a person without membership', { ...person('38.skhcn', 'VIEWER'), membership: null, memberships: [] }, false],
  ])('%s: allowed %s', async (_, actor, allowed) => {
    expect(await isAllowed(actor, operation)).toBe(allowed);
  });
});

describe('the Party bloc', () => {
  it('is supervised by its own office, not by the police', async () => {
    const system = await makeSystem(world, { ownerId: '38.btc' }, person('38.vptu', 'SECURITY_OFFICER'));
    const send = { step: 'SUBMIT' };
    await expect(step(world, person('38.congan', 'SECURITY_OFFICER'), system.dossier.id, send)).rejects.toThrow(
      'NOT_FOUND',
    );
    expect((await step(world, person('38.vptu', 'SECURITY_OFFICER'), system.dossier.id, send)).dossier.state).toBe(
      'SUBMITTED',
    );
  });
});

describe('reading', () => {
  const queries = {
    informationSystems: '{ informationSystems { totalCount } }',
    coverage: '{ coverage { totalCount } }',
  };

  it.each(Object.entries(queries))('%s is refused without the scope, and without a membership', async (_, query) => {
    const bare = { ...person('38.skhcn', 'VIEWER'), membership: null, memberships: [] };
    expect(await world.as(integrator(['plans:read'])).refusal(query)).toMatchObject({ reason: 'OUT_OF_SCOPE' });
    expect(await world.as(bare).refusal(query)).toMatchObject({ reason: 'NO_MEMBERSHIP' });
  });

  it('nothing is answered to a caller without a signature, entities and the schema included', async () => {
    for (const query of ['{ __typename }', '{ _service { sdl } }', '{ informationSystems { totalCount } }']) {
      const response = await fetch(`${world.service.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(response.status).toBe(401);
    }
  });

  it('the numbers of a unit are told only to whoever may see its systems', async () => {
    const query = `query ($any: [_Any!]!) { _entities(representations: $any) { ... on Unit { id systems { totalCount } complianceFigures { systems } } } }`;
    const any = ['38.skhcn', '38.x1.du'].map((id) => ({ __typename: 'Unit', id }));
    const { _entities } = await world.as(person('38.skhcn', 'VIEWER')).data(query, { any });
    expect(_entities[0].complianceFigures.systems).toBe(_entities[0].systems.totalCount);
    expect(_entities[1]).toEqual({ id: '38.x1.du', systems: null, complianceFigures: null });
  });

  it('the policy and the walls of the database show the same systems to everyone', async () => {
    await makeSystem(world, { ownerId: '38.x1.ubnd' }, person('38.congan', 'SECURITY_OFFICER'));
    await makeSystem(world, { ownerId: '38.snv' }, person('38.congan', 'SECURITY_OFFICER'));
    await makeSystem(world, { ownerId: '19.skhcn' }, person('19.ubnd', 'SECURITY_OFFICER'));
    const all = await world.database.sql<{ id: string }>('select id from compliance.systems');
    const actors = [
      '38.skhcn',
      '38.ubnd',
      '38.congan',
      '38.x1.ubnd',
      '38.vptu',
      '38.btc',
      '19.ubnd',
      '19.skhcn',
    ].flatMap((unit) => [...roles, 'SECURITY_OFFICER' as const].map((role) => person(unit, role)));
    for (const actor of actors) {
      const any = all.map(({ id }) => ({ __typename: 'InformationSystem', id }));
      const query = `query ($any: [_Any!]!) { informationSystems(first: 100) { nodes { id } }
        _entities(representations: $any) { ... on InformationSystem { id } } }`;
      const { informationSystems, _entities } = await world.as(actor).data(query, { any });
      const listed = informationSystems.nodes.map((node: { id: string }) => node.id).sort();
      const found = _entities
        .filter(Boolean)
        .map((node: { id: string }) => node.id)
        .sort();
      expect([actor.id, listed]).toEqual([actor.id, found]);
    }
  });
});

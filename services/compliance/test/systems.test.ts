import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSystem, officer, police, registerMutation, step } from './make.ts';
import { integrator, key, openWorld, person, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

const input = (more: Record<string, unknown> = {}) => ({
  idempotencyKey: key(),
  code: `X-${key().slice(0, 8)}`,
  name: 'Hệ thống thử',
  type: 'ONLINE_SERVICE',
  level: 2,
  ownerId: '38.skhcn',
  ...more,
});

describe('registering a system', () => {
  it('enters it with its proposed level and a draft dossier under the law of the day', async () => {
    const system = await makeSystem(world, { level: 3, operatorId: '38.vpubnd' });
    expect(system).toMatchObject({
      level: 3,
      owner: { id: '38.skhcn' },
      operator: { id: '38.vpubnd' },
      bloc: 'GOVERNMENT',
      version: 1,
    });
    expect(system.dossier).toMatchObject({ state: 'DRAFT', legalRegime: 'R2016', nextSteps: ['SUBMIT'] });
    expect(system.dossier).toMatchObject({ proposedLevel: 3, formEightText: 'Đang dự thảo' });
    expect(system.permissions).toEqual(['correct', 'advanceDossier', 'addCheck', 'runCheck']);
  });

  it('falls under the law of 2026 from its first day', async () => {
    world.clock.set('2026-07-01T08:00:00+07:00');
    const system = await makeSystem(world);
    world.clock.set('2025-11-20T09:00:00+07:00');
    expect(system.dossier.legalRegime).toBe('R2026');
  });

  it('that is to go live under the law of 2026 waits for its approval; one that has long been in use is entered', async () => {
    world.clock.set('2026-08-20T08:00:00+07:00');
    const refusal = await world.as(officer).refusal(registerMutation, { input: input({ inUseSince: '2026-09-01' }) });
    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'NOT_APPROVED_FOR_USE', field: 'inUseSince' });
    expect(refusal.message).toContain('Nghị định 331/2026/NĐ-CP, Điều 28.3');
    await world.as(officer).data(registerMutation, { input: input({ inUseSince: '2026-07-15' }) });

    const { id, version, dossier } = await makeSystem(world);
    const goLive = (expectedVersion: number) => ({
      input: { idempotencyKey: key(), systemId: id, expectedVersion, inUseSince: '2026-09-01' },
    });
    const correct = `mutation ($input: CorrectSystemInput!) { correctSystem(input: $input) { system { inUseSince } } }`;
    expect((await world.as(officer).refusal(correct, goLive(version))).reason).toBe('NOT_APPROVED_FOR_USE');
    for (const [actor, name] of [
      [officer, 'SUBMIT'],
      [police, 'ACCEPT_AS_COMPLETE'],
      [police, 'RECORD_OPINION'],
      [officer, 'PASS_FOR_APPROVAL'],
    ] as const)
      await step(world, actor, dossier.id, { step: name });
    await step(world, officer, dossier.id, { step: 'APPROVE', decisionNumber: '9/QĐ', decisionOn: '2026-08-20' });
    const { correctSystem } = await world.as(officer).data(correct, goLive(version));
    expect(correctSystem.system.inUseSince).toBe('2026-09-01');
    world.clock.set('2025-11-20T09:00:00+07:00');
  });

  it('sent twice with the same key is registered once; with other content it is refused', async () => {
    const once = input();
    const first = await world.as(officer).data(registerMutation, { input: once });
    const again = await world.as(officer).data(registerMutation, { input: once });
    expect(again.registerSystem.system.id).toBe(first.registerSystem.system.id);
    const other = await world.as(officer).refusal(registerMutation, { input: { ...once, name: 'Khác' } });
    expect(other).toMatchObject({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it.each([
    [{ code: ' ' }, 'INVALID', 'SYSTEM_CODE_INVALID', 'code'],
    [{ name: '  ' }, 'INVALID', 'FIELD_EMPTY', 'name'],
    [{ name: 'a'.repeat(301) }, 'INVALID', 'FIELD_TOO_LONG', 'name'],
    [{ level: 0 }, 'INVALID', 'LEVEL_OUT_OF_RANGE', 'level'],
    [{ level: 6 }, 'INVALID', 'LEVEL_OUT_OF_RANGE', 'level'],
    [{ type: 'NETWORK_INFRASTRUCTURE', level: 1 }, 'INVALID', 'LEVEL_BELOW_CRITERION', 'level'],
    [{ ownerId: 'nowhere' }, 'INVALID', 'UNIT_UNKNOWN', 'ownerId'],
    [{ ownerId: '19.skhcn' }, 'INVALID', 'UNIT_UNKNOWN', 'ownerId'],
    [{ ownerId: '38.ended' }, 'INVALID', 'UNIT_ENDED', 'ownerId'],
    [{ operatorId: '19.skhcn' }, 'INVALID', 'UNIT_UNKNOWN', 'operatorId'],
  ])('with %o is refused and stores nothing', async (more, code, reason, field) => {
    const [before] = await world.database.sql('select count(*) from compliance.systems');
    const refusal = await world.as(police).refusal(registerMutation, { input: input(more) });
    expect(refusal).toMatchObject({ code, reason, field });
    const [after] = await world.database.sql('select count(*) from compliance.systems');
    expect(after).toEqual(before);
  });

  it('under a code already taken in the province is refused, whatever its letter case', async () => {
    await makeSystem(world, { code: 'TRUNG-1' });
    const refusal = await world.as(officer).refusal(registerMutation, { input: input({ code: 'trung-1' }) });
    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'SYSTEM_CODE_TAKEN', field: 'code' });
  });

  it('leaves an audit entry and tells the live pages', async () => {
    const { id } = await makeSystem(world);
    const [entry] = await world.database.sql(
      `select operation, actor_name, unit_id from compliance.audit_entries where object_id = $1`,
      [id],
    );
    expect(entry).toEqual({ operation: 'registerSystem', actor_name: officer.displayName, unit_id: '38.skhcn' });
  });
});

describe('correcting a system', () => {
  const correct = `mutation ($input: CorrectSystemInput!) { correctSystem(input: $input) {
    system { id name level version dossier { state proposedLevel } dossiers { state } approvedLevel } } }`;
  const send = async (systemId: string, expectedVersion: number, more: Record<string, unknown>) =>
    (await world.as(officer).data(correct, { input: { idempotencyKey: key(), systemId, expectedVersion, ...more } }))
      .correctSystem.system;
  const refused = (systemId: string, expectedVersion: number, more: Record<string, unknown>) =>
    world.as(officer).refusal(correct, { input: { idempotencyKey: key(), systemId, expectedVersion, ...more } });

  it('changes what is given and leaves the rest', async () => {
    const { id } = await makeSystem(world, { description: 'mô tả' });
    const system = await send(id, 1, { name: 'Tên mới' });
    expect(system).toMatchObject({ name: 'Tên mới', level: 2, version: 2 });
  });

  it('refuses a stale form', async () => {
    const { id } = await makeSystem(world);
    await send(id, 1, { name: 'Người khác đã sửa' });
    expect(await refused(id, 1, { name: 'Tôi sửa' })).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
  });

  it('lets risk raise the level, never lower it', async () => {
    const { id } = await makeSystem(world);
    expect(await send(id, 1, { level: 3 })).toMatchObject({ level: 3, dossier: { state: 'DRAFT', proposedLevel: 3 } });
    expect(await refused(id, 2, { level: 2 })).toMatchObject({ reason: 'LEVEL_MAY_ONLY_RISE', field: 'level' });
  });

  it('does not raise the level under the hands of whoever appraises it', async () => {
    const { id, dossier } = await makeSystem(world);
    await step(world, officer, dossier.id, { step: 'SUBMIT' });
    expect(await refused(id, 1, { level: 3 })).toMatchObject({ code: 'CONFLICT', reason: 'DOSSIER_UNDER_WAY' });
  });
});

interface Listed {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('finding systems', () => {
  const list = `query ($filter: SystemFilter, $first: Int, $after: String) {
    informationSystems(filter: $filter, first: $first, after: $after) {
      nodes { id name } totalCount pageInfo { hasNextPage endCursor } } }`;

  it('ignores diacritics, letter case and how letters are composed', async () => {
    const { id } = await makeSystem(world, { name: 'Cổng Thông tin Điện tử' });
    for (const search of ['cong thong tin dien tu', 'CỔNG THÔNG TIN', 'Cổng Thông'.normalize('NFD')]) {
      const answer = await world.as(officer).data(list, { filter: { search } });
      expect(answer.informationSystems.nodes.map((node: { id: string }) => node.id)).toContain(id);
    }
    const nothing = await world.as(officer).data(list, { filter: { search: '%_' } });
    expect(nothing.informationSystems.totalCount).toBe(0);
  });

  it('filters by owner, level and state of the dossier', async () => {
    const { id, dossier } = await makeSystem(world, { ownerId: '38.snv', level: 4 }, police);
    await step(world, police, dossier.id, { step: 'SUBMIT' });
    const filter = { ownerId: '38.snv', level: 4, dossierState: ['SUBMITTED'], bloc: 'GOVERNMENT' };
    const answer = await world.as(police).data(list, { filter });
    expect(answer.informationSystems.nodes).toMatchObject([{ id }]);
    const none = await world.as(police).data(list, { filter: { ...filter, dossierState: ['APPROVED'] } });
    expect(none.informationSystems.totalCount).toBe(0);
  });

  it('pages through all of them once, in order of their names', async () => {
    const seen: string[] = [];
    let after: unknown = null;
    do {
      const { informationSystems }: { informationSystems: Listed } = await world
        .as(police)
        .data(list, { first: 4, after });
      seen.push(...informationSystems.nodes.map((node: { id: string }) => node.id));
      after = informationSystems.pageInfo.hasNextPage ? informationSystems.pageInfo.endCursor : null;
    } while (after);
    const { informationSystems } = await world.as(police).data(list, { first: 100 });
    expect(seen).toEqual(informationSystems.nodes.map((node: { id: string }) => node.id));
    expect(new Set(seen).size).toBe(informationSystems.totalCount);
  });

  it('refuses pages of more than 100', async () => {
    expect(await world.as(officer).refusal(list, { first: 101 })).toMatchObject({ reason: 'PAGE_SIZE' });
  });
});

describe('who sees a system', () => {
  it.each([
    ['an officer of its owner', officer, true],
    ['a viewer of its owner', person('38.skhcn', 'VIEWER'), true],
    ['a viewer of the people’s committee above', person('38.ubnd', 'VIEWER'), true],
    ['the police, who supervise its bloc', police, true],
    ['an auditor of its bloc', person('38.vpubnd', 'AUDITOR'), true],
    ['an officer of another department', person('38.snv', 'SECURITY_OFFICER'), false],
    ['an officer of a commune', person('38.x1.ubnd', 'SECURITY_OFFICER'), false],
    ['an officer of the Party office', person('38.vptu', 'SECURITY_OFFICER'), false],
    ['an auditor of the Party bloc', person('38.ubkt', 'AUDITOR'), false],
    ['an officer of another province', person('19.ubnd', 'SECURITY_OFFICER'), false],
    ['an integrator with the scope', integrator(['compliance:read']), true],
    ['an integrator of another province', integrator(['compliance:read'], ['19']), false],
  ])('%s: %s', async (_, actor, sees) => {
    const { id } = await makeSystem(world);
    const query = `query ($id: ID!, $any: [_Any!]!) { informationSystem(id: $id) { id }
      informationSystems(first: 100) { nodes { id } }
      _entities(representations: $any) { ... on InformationSystem { id name } } }`;
    const answer = await world.as(actor).data(query, { id, any: [{ __typename: 'InformationSystem', id }] });
    expect(answer.informationSystem?.id ?? null).toBe(sees ? id : null);
    expect(answer._entities[0]?.id ?? null).toBe(sees ? id : null);
    expect(answer.informationSystems.nodes.some((node: { id: string }) => node.id === id)).toBe(sees);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const GRANT =
  'mutation ($input: GrantMembershipInput!) { grantMembership(input: $input) { membership { id role validFrom unit { id } person { id displayName } } } }';
const END = 'mutation ($input: EndMembershipInput!) { endMembership(input: $input) { membership { id validTo } } }';

describe('who is asking', () => {
  test('an officer is told who they are and what they may do', async () => {
    const officer = await world.as('skhcn-chuyenvien', { portal: 'GOVERNMENT' });
    const { me } = await officer.data(`{ me {
      person { id displayName memberships { id } } portal provinceId permissions
      membership { role unit { id name kindName parent { shortName } } } memberships { id } } }`);
    expect(me).toMatchObject({
      person: { id: 'skhcn-chuyenvien', memberships: [{ id: 'skhcn-chuyenvien.1' }] },
      portal: 'GOVERNMENT',
      provinceId: '38',
      membership: { role: 'REPORTER', unit: { id: '38.skhcn', kindName: 'Sở', parent: { shortName: 'UBND tỉnh' } } },
    });
    expect(me.permissions).toEqual(expect.arrayContaining(['plans.report', 'reports.submit', 'units.read']));
    expect(me.permissions).not.toContain('units.manage');
  });

  test('names follow the reader’s language', async () => {
    const officer = await world.as('skhcn-chuyenvien', { locale: 'en' });
    const { me, unit } = await officer.data('{ me { person { displayName } } unit(id: "38.skhcn") { kindName } }');
    expect(me.person.displayName).toBe('Officer – Thanh Hoa Department of Science and Technology');
    expect(unit.kindName).toBe('Department');
  });

  test('somebody without a post signs in, learns that, and sees nothing else', async () => {
    for (const subject of ['chua-phan-cong', 'somebody-the-issuer-knows']) {
      const nobody = await world.as(subject, { portal: 'PARTY' });
      const { me } = await nobody.data('{ me { membership { id } memberships { id } permissions portal } }');
      expect(me).toEqual({ membership: null, memberships: [], permissions: [], portal: 'PARTY' });
      expect(await nobody.refusal('{ units { totalCount } }')).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'NO_MEMBERSHIP',
      });
    }
  });

  test('a Party account does not open the government portal, nor the reverse', async () => {
    await expect(world.actor('vptu-chuyenvien', { portal: 'GOVERNMENT' })).rejects.toThrow('OTHER_PORTAL');
    await expect(world.actor('skhcn-chuyenvien', { portal: 'PARTY' })).rejects.toThrow('OTHER_PORTAL');
  });

  test('a person with a post on each side acts in each portal through the post there', async () => {
    expect((await world.actor('kiemnhiem', { portal: 'PARTY' })).membership?.unitId).toBe('38.duubnd');
    expect((await world.actor('kiemnhiem', { portal: 'GOVERNMENT' })).membership?.unitId).toBe('38.vpubnd');
    const both = await world.actor('kiemnhiem', { membershipId: 'kiemnhiem.2' });
    expect(both.memberships).toHaveLength(2);
    expect(both.membership?.id).toBe('kiemnhiem.2');
    await expect(world.actor('kiemnhiem', { membershipId: 'vptu-chuyenvien.1' })).rejects.toThrow(
      'MEMBERSHIP_NOT_HELD',
    );
  });

  test('an integrator is bound to its provinces and scopes; an unknown client is nobody', async () => {
    expect(await world.actor(null, { clientId: 'integrator-demo' })).toMatchObject({
      kind: 'integrator',
      provinceIds: ['38'],
      scopes: ['units:read', 'plans:read', 'reporting:read', 'compliance:read'],
      membership: null,
    });
    await expect(world.actor(null, { clientId: 'somebody' })).rejects.toThrow('CLIENT_UNKNOWN');
    const integrator = await world.as(null, { clientId: 'integrator-plans' });
    const { own, other } = await integrator.data(
      '{ own: unit(id: "38.vptu") { name } other: unit(id: "19.vptu") { name } }',
    );
    expect(own.name).toBe('Văn phòng Tỉnh ủy Thanh Hóa');
    expect(other).toBeNull();
  });

  test('only the gateway asks who somebody is, and never on somebody’s behalf', async () => {
    const body = JSON.stringify({ subject: 'vptu-chuyenvien', clientId: 'test' });
    for (const client of [world.peer('plans'), await world.as('vptu-chuyenvien')]) {
      expect((await client.fetch('/actor', { method: 'POST', body })).status).toBe(403);
    }
    expect((await (await world.as('vptu-chuyenvien')).fetch('/hierarchy')).status).toBe(403);
  });
});

describe('the hierarchy handed to other services', () => {
  test('holds every unit with its dates, and answers “not modified” to whoever has it', async () => {
    const response = await world.peer('plans').fetch('/hierarchy');
    const document = (await response.json()) as { version: string; units: { id: string }[]; groups: { id: string }[] };
    expect(document.units).toHaveLength(140 + 2 * (166 + 92 + 102));
    expect(document.groups).toHaveLength(21);
    expect(document.units.find((unit) => unit.id === '38.skhcn')).toMatchObject({
      code: 'TH.SKHCN',
      name: 'Sở Khoa học và Công nghệ tỉnh Thanh Hóa',
      bloc: 'GOVERNMENT',
      validFrom: '2025-03-01',
      validTo: null,
      placements: [{ parentId: '38.ubnd', from: '2025-03-01', to: null }],
      successors: [],
    });
    const again = await world.peer('plans').fetch('/hierarchy', {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

describe('memberships', () => {
  const grant = (more: object = {}) => ({
    input: {
      idempotencyKey: key(),
      newPerson: { displayName: 'Chuyên viên mới – Sở Nội vụ', subject: `subject-${key()}` },
      unitId: '38.snv',
      role: 'REPORTER',
      validFrom: '2025-11-01',
      ...more,
    },
  });

  test('a new officer can sign in from the first day on, and no longer from the last', async () => {
    const administrator = await world.as('quantri-chinhquyen');
    const input = grant({ newPerson: { displayName: 'Chuyên viên mới – Sở Nội vụ', subject: 'officer-new' } });
    const { grantMembership } = await administrator.data(GRANT, input);
    expect(grantMembership.membership).toMatchObject({
      role: 'REPORTER',
      unit: { id: '38.snv' },
      person: { displayName: 'Chuyên viên mới – Sở Nội vụ' },
    });
    expect((await world.actor('officer-new')).membership).toMatchObject({
      unitId: '38.snv',
      role: 'REPORTER',
      bloc: 'GOVERNMENT',
    });

    const { id } = grantMembership.membership;
    const { endMembership } = await administrator.data(END, {
      input: { idempotencyKey: key(), membershipId: id, on: '2025-11-20' },
    });
    expect(endMembership.membership.validTo).toBe('2025-11-20');
    expect((await world.actor('officer-new')).membership).toBeNull();
  });

  test('a membership ends with its unit', async () => {
    const administrator = await world.as('quantri-chinhquyen');
    const { createUnit } = await administrator.data(
      'mutation ($input: CreateUnitInput!) { createUnit(input: $input) { unit { id } } }',
      {
        input: {
          idempotencyKey: key(),
          code: 'TH.SHORT',
          name: 'Tổ ngắn hạn',
          bloc: 'GOVERNMENT',
          tier: 'PROVINCE',
          kind: 'CENTRE',
          parentId: '38.snv',
          validFrom: '2025-08-01',
        },
      },
    );
    const unitId = createUnit.unit.id;
    await (await world.as('quantri-chinhquyen')).data(
      GRANT,
      grant({ unitId, newPerson: { displayName: 'Người của tổ', subject: 'short' } }),
    );
    expect((await world.actor('short')).membership?.unitId).toBe(unitId);
    await administrator.data('mutation ($input: EndUnitInput!) { endUnit(input: $input) { unit { id } } }', {
      input: { idempotencyKey: key(), unitId, expectedVersion: 1, on: '2025-11-15', successorIds: ['38.snv'] },
    });
    expect((await world.actor('short')).membership).toBeNull();
  });

  test.each([
    ['both a known and a new person', { personId: 'vptu-chuyenvien' }, 'INVALID', 'PERSON_OR_NEW_PERSON'],
    ['nobody', { newPerson: null }, 'INVALID', 'PERSON_OR_NEW_PERSON'],
    ['an unknown person', { newPerson: null, personId: 'nobody' }, 'NOT_FOUND', 'PERSON_NOT_FOUND'],
    [
      'a subject already known',
      { newPerson: { displayName: 'A', subject: 'skhcn-chuyenvien' } },
      'CONFLICT',
      'PERSON_KNOWN',
    ],
    [
      'a role already held',
      { newPerson: null, personId: 'nguoixem-chinhquyen', role: 'VIEWER' },
      'CONFLICT',
      'MEMBERSHIP_HELD',
    ],
    ['an end before the start', { validTo: '2025-11-01' }, 'INVALID', 'END_NOT_AFTER_START'],
    ['a day before the unit began', { validFrom: '2025-01-15' }, 'INVALID', 'UNIT_NOT_VALID_ON_DATE'],
    ['a unit of the other bloc', { unitId: '38.vptu' }, 'FORBIDDEN', 'NOT_ALLOWED'],
    ['a unit of another province', { unitId: '19.snv' }, 'NOT_FOUND', 'UNIT_NOT_FOUND'],
  ])('with %s is refused, and nothing is stored', async (_, more, code, reason) => {
    const administrator = await world.as('quantri-chinhquyen');
    const [before] = await world.database.sql('SELECT count(*) FROM units.people');
    expect(await administrator.refusal(GRANT, grant(more))).toMatchObject({ code, reason });
    expect(await world.database.sql('SELECT count(*) FROM units.people')).toEqual([before]);
  });

  test('roles in units that stand under no one are given from the provincial seat', async () => {
    const party = await world.as('quantri-dang');
    await party.data(GRANT, grant({ unitId: '38.mttq', role: 'AUDITOR' }));
    await party.data(GRANT, grant({ unitId: '38.toaan' }));
    expect(await party.refusal(GRANT, grant({ unitId: '38.snv' }))).toMatchObject({ reason: 'NOT_ALLOWED' });
  });

  test('a commune’s administrator gives roles there, not those that read the whole province', async () => {
    await world.database.sql(
      `INSERT INTO units.people (id, subject, display_name) VALUES ('commune-admin', 'commune-admin', 'Quản trị phường');
       INSERT INTO units.memberships (id, person_id, unit_id, role, bloc, province_id, valid_from, version)
       VALUES ('commune-admin.1', 'commune-admin', '38.14797.ubnd', 'UNIT_ADMINISTRATOR', 'GOVERNMENT', '38', '2025-07-01', 1)`,
    );
    const administrator = await world.as('commune-admin');
    await administrator.data(GRANT, grant({ unitId: '38.14797.ubnd' }));
    expect(await administrator.refusal(GRANT, grant({ unitId: '38.14797.ubnd', role: 'AUDITOR' }))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'ROLE_OF_PROVINCIAL_SEAT',
    });
    expect(await administrator.refusal(GRANT, grant({ unitId: '38.snv' }))).toMatchObject({ reason: 'NOT_ALLOWED' });
  });
});

describe('who sees people', () => {
  const seen = async (subject: string, unitId: string): Promise<number> => {
    const client = await world.as(subject);
    const { unit } = await client.data(
      'query ($id: ID!) { unit(id: $id) { people { id person { displayName } unit { id } } } }',
      {
        id: unitId,
      },
    );
    return unit?.people.length ?? -1;
  };

  test.each([
    ['skhcn-chuyenvien', '38.skhcn', 3, 'colleagues see each other'],
    ['skhcn-chuyenvien', '38.stp', 0, 'not those of another department'],
    ['hacthanh-ubnd-chutich', '38.ubnd', 0, 'not those above'],
    ['quantri-chinhquyen', '38.skhcn', 3, 'an administrator sees those below'],
    ['quantri-chinhquyen', '38.vptu', 0, 'not those of the other bloc'],
    ['kiemtoan-chinhquyen', '38.skhcn', 3, 'an inspection sees its bloc'],
    ['kiemtoan-chinhquyen', '38.vptu', 0, 'and only its bloc'],
    ['thainguyen-chuyenvien', '38.skhcn', -1, 'nobody sees another province'],
  ])('%s of %s: %i (%s)', async (subject, unitId, count) => {
    expect(await seen(subject, unitId)).toBe(count);
  });

  test('the plans service learns who works where, the reporting service does not', async () => {
    const query = '{ unit(id: "38.skhcn") { people { person { id } } } }';
    expect((await world.peer('plans').data(query)).unit.people).toHaveLength(3);
    expect((await world.peer('reporting').data(query)).unit.people).toEqual([]);
  });

  test('a person referred to by another service shows the same', async () => {
    const references = { refs: ['skhcn-giamdoc', 'vptu-baocao'].map((id) => ({ __typename: 'Person', id })) };
    const query = 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Person { id } } }';
    const { _entities } = await (await world.as('skhcn-chuyenvien')).data(query, references);
    expect(_entities).toEqual([{ id: 'skhcn-giamdoc' }, null]);
  });
});

import { Hierarchy, type UnitNode } from '@lienthong/policy/hierarchy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge, type UnitFacts } from '../src/coverage/coverage.state.ts';
import { coverageWords, dutyLabels } from '../src/coverage/coverage-words.ts';
import { makeDemonstration } from '../src/seeding/demonstration.ts';
import { seedDemonstration } from '../src/seeding/seed-database.ts';
import { makeSystem, police, step } from './make.ts';
import { hierarchy, integrator, openWorld, person, units, type World } from './world.ts';

const nothing: UnitFacts = {
  unitId: 'x',
  figures: { systems: 0, approvedDossiers: 0, failedChecks: 0, unknownChecks: 0, staleChecks: 0 },
  mustHaveSystems: true,
  pendingDossiers: 0,
  draftDossiers: 0,
  redeterminations: 0,
  certificateChecks: 0,
  certificateFails: 0,
  certificateUnknowns: 0,
  headerChecks: 0,
  headerFails: 0,
  headerUnknowns: 0,
  checks: 0,
};

describe('how a unit stands', () => {
  const figures = { ...nothing.figures, systems: 2, approvedDossiers: 2 };
  it.each<[string, Partial<UnitFacts>, string, string]>([
    ['no system where one must be', {}, 'SYSTEMS', 'BAD'],
    ['no system where none must be', { mustHaveSystems: false }, 'SYSTEMS', 'NONE'],
    ['all approved', { figures }, 'LEVEL', 'GOOD'],
    ['one not approved', { figures: { ...figures, approvedDossiers: 1 } }, 'LEVEL', 'BAD'],
    ['a draft', { figures, draftDossiers: 1 }, 'DOSSIER', 'BAD'],
    ['on its way', { figures, pendingDossiers: 1 }, 'DOSSIER', 'ATTENTION'],
    ['to be redetermined', { figures, redeterminations: 1, pendingDossiers: 1 }, 'DOSSIER', 'ATTENTION'],
    [
      'a certificate that fails',
      { figures, certificateChecks: 2, certificateFails: 1, certificateUnknowns: 1 },
      'CERTIFICATE',
      'BAD',
    ],
    [
      'a certificate that cannot be seen is not good',
      { figures, certificateChecks: 1, certificateUnknowns: 1 },
      'CERTIFICATE',
      'ATTENTION',
    ],
    ['headers never checked', { figures }, 'HEADERS', 'NONE'],
    ['results that are stale', { figures: { ...figures, staleChecks: 1 }, checks: 2 }, 'FRESHNESS', 'ATTENTION'],
    ['results that are fresh', { figures, checks: 2 }, 'FRESHNESS', 'GOOD'],
  ])('%s', (_, more, duty, standing) => {
    const cells = judge({ ...nothing, ...more });
    expect(cells.find((cell) => cell.duty === duty)?.standing).toBe(standing);
    for (const cell of cells) {
      for (const locale of ['vi', 'en'] as const) {
        expect(dutyLabels[locale][cell.duty]).toBeTruthy();
        expect(coverageWords[locale][cell.word]?.(cell.count)).toBeTruthy();
      }
    }
  });

  it('the worst comes first', () => {
    const order = judge({ ...nothing, figures, draftDossiers: 1, checks: 1 }).map((cell) => cell.standing);
    expect(order).toEqual(['BAD', 'GOOD', 'GOOD', 'GOOD', 'NONE', 'NONE']);
  });
});

const query = `query ($first: Int, $after: String) { coverage(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { unit { id } figures { systems approvedDossiers failedChecks unknownChecks staleChecks } cells { duty label word standing } } } }`;

interface Grid {
  nodes: { unit: { id: string }; cells: { word: string }[] }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('the grid', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.stop());

  it('has a row for every unit the viewer may read, worst first, in pages', async () => {
    const system = await makeSystem(world, { ownerId: '38.snv' }, police);
    await step(world, police, system.dossier.id, { step: 'SUBMIT' });
    const rows: Grid['nodes'] = [];
    let after: unknown = null;
    do {
      const { coverage }: { coverage: Grid } = await world.as(police).data(query, { first: 2, after });
      rows.push(...coverage.nodes);
      after = coverage.pageInfo.hasNextPage ? coverage.pageInfo.endCursor : null;
    } while (after);
    const { coverage } = await world.as(police).data(query, { first: 100 });
    expect(rows).toEqual(coverage.nodes);
    expect(coverage.totalCount).toBe(rows.length);
    const ids = rows.map((row) => row.unit.id);
    expect(new Set(ids)).toEqual(
      new Set(units.filter((u) => u.bloc === 'GOVERNMENT' && u.provinceId === '38' && !u.validTo).map((u) => u.id)),
    );
    expect(rows[0]?.cells[0]).toMatchObject({ duty: 'SYSTEMS', word: 'Chưa đăng ký', standing: 'BAD' });
    expect(rows.at(-1)).toMatchObject({ unit: { id: '38.snv' }, figures: { systems: 1, approvedDossiers: 0 } });
  });

  it('shows a department itself alone, and the Party bloc nothing of the government', async () => {
    const own = await world.as(person('38.skhcn', 'VIEWER')).data(query);
    expect(own.coverage.nodes.map((row: { unit: { id: string } }) => row.unit.id)).toEqual(['38.skhcn']);
    const party = await world.as(person('38.vptu', 'SECURITY_OFFICER')).data(query);
    for (const row of party.coverage.nodes) expect(hierarchy.unit(row.unit.id).bloc).toBe('PARTY');
  });

  it('refuses a cursor that is not one', async () => {
    expect(await world.as(police).refusal(query, { after: 'x' })).toMatchObject({ reason: 'CURSOR', field: 'after' });
  });
});

describe('the demonstration', () => {
  const communes = Array.from({ length: 166 }, (_, index): UnitNode => {
    const like = units.find((one) => one.id === '38.x1.ubnd') as UnitNode;
    return { ...like, id: `38.c${index}.ubnd`, code: `C${index}`, name: `UBND xã ${index}` };
  });
  const large = new Hierarchy({ version: '1', units: [...units, ...communes], groups: [] });
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.stop());

  it('is the same each time it is made', () => {
    expect(makeDemonstration(large, ['38'], 4025)).toEqual(makeDemonstration(large, ['38'], 4025));
  });

  it('is stored in under five seconds, once', async () => {
    const url = world.database.url('compliance_migrate');
    const started = performance.now();
    const seeded = await seedDemonstration(url, large, 4025);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(seeded?.systems).toBeGreaterThan(130);
    expect(await seedDemonstration(url, large, 4025)).toBeNull();
  });

  it('has dossiers in many states, each with a history that leads there and dates that are working days of the past', async () => {
    const states = await world.database.sql('select distinct state from compliance.dossiers');
    expect(states.length).toBeGreaterThanOrEqual(7);
    const odd = await world.database.sql(
      `select d.id from compliance.dossiers d
       join lateral (select * from compliance.dossier_events e where e.dossier_id = d.id order by ordinal desc limit 1) last on true
       where last.to_state <> d.state or last.at <> d.state_since or last.at > '2025-11-20' or d.legal_regime <> 'R2016'
         or d.decision_on < d.submitted_on`,
    );
    expect(odd).toEqual([]);
  });

  it('tells the whole grid of an integrator in one quick query', async () => {
    const started = performance.now();
    const { coverage } = await world.as(integrator(['compliance:read'])).data(query, { first: 100 });
    expect(performance.now() - started).toBeLessThan(1500);
    expect(coverage.nodes).not.toHaveLength(0);
  });
});

import { fixedClock } from '@lienthong/kit/clock';
import { createDataSource } from '@lienthong/kit/database';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obligationState } from '../src/obligations/obligation.state.ts';
import { ensureObligations } from '../src/obligations/obligation-making.ts';
import { entities } from '../src/service.ts';
import { makeActor, makeHierarchy, makeUnit, startWorld, UNITS, type World } from './make.ts';

let world: World;
const office = makeActor('38.vptu', 'STANDING_AGENCY');
const science = makeActor('38.skhcn', 'REPORTER');

beforeAll(async () => {
  world = await startWorld('2025-11-20T09:00:00+07:00');
});
afterAll(() => world.stop());

describe('what is owed', () => {
  test('a unit finds what it owes today, with the hour and the state', async () => {
    const { reportObligations } = await world.as(science).data(`{
      reportObligations(filter: { mine: true, regimeId: "th-285-kh-tu.daily" }) {
        totalCount nodes { periodLabel dueAt state permissions lateBySeconds unit { id } report { id }
          regime { name rule recipient { id } reporters { group { id } } plan { id } } }
      } }`);
    expect(reportObligations).toEqual({
      totalCount: 1,
      nodes: [
        {
          periodLabel: 'Ngày 20/11/2025',
          dueAt: '2025-11-20T03:00:00.000Z',
          state: 'DUE_SOON',
          permissions: ['submit', 'saveDraft'],
          lateBySeconds: null,
          unit: { id: '38.skhcn' },
          report: null,
          regime: {
            name: 'Báo cáo ngày trước 10 giờ',
            rule: 'hằng ngày làm việc, trước 10:00',
            recipient: { id: '38.vptu' },
            reporters: [{ group: { id: 'cqdvdp' } }],
            plan: { id: 'th-285-kh-tu' },
          },
        },
      ],
    });
  });

  test('a unit under two monthly regimes sees both, each with its day', async () => {
    const { reportObligations } = await world.as(makeActor('38.stp', 'REPORTER')).data(`{
      reportObligations(filter: { mine: true }) { nodes { regime { id } periodFrom periodTo dueAt } } }`);
    const monthly = reportObligations.nodes.filter((node: { regime: { id: string } }) =>
      node.regime.id.endsWith('.monthly'),
    );
    expect(monthly).toEqual([
      {
        regime: { id: 'th-kh-bcd-2025.monthly' },
        periodFrom: '2025-11-12',
        periodTo: '2025-12-11',
        dueAt: '2025-12-11T17:00:00.000Z',
      },
      {
        regime: { id: 'th-285-kh-tu.monthly' },
        periodFrom: '2025-10-25',
        periodTo: '2025-11-24',
        dueAt: '2025-11-24T17:00:00.000Z',
      },
    ]);
  });

  test('the recipient sees what both blocs owe it, and does not owe to itself', async () => {
    const { reportObligations } = await world.as(office).data(`{
      reportObligations(filter: { toReceive: true, regimeId: "th-285-kh-tu.daily" }, first: 100) { totalCount nodes { unit { id } } } }`);
    const units = reportObligations.nodes.map((node: { unit: { id: string } }) => node.unit.id);
    expect(units).toContain('38.14758.du');
    expect(units).toContain('38.14758.ubnd');
    expect(units).not.toContain('38.vptu');
    expect(reportObligations.totalCount).toBe(units.length);
  });

  test.each(['so khoa hoc', 'KHOA HỌC sở', 'Sở Khoa học'.normalize('NFD')])(
    'a search for "%s" finds the unit',
    async (search) => {
      const { reportObligations } = await world
        .as(office)
        .data(
          'query($s: String) { reportObligations(filter: { search: $s, regimeId: "th-285-kh-tu.daily" }) { nodes { unit { id } } } }',
          { s: search },
        );
      expect(reportObligations.nodes).toEqual([{ unit: { id: '38.skhcn' } }]);
    },
  );

  test('pages hold every row once, and filters by state agree with the rows', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { nodes: { id: string; state: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = (
        await world.as(office).data(
          `query($after: String) { reportObligations(filter: { state: [DUE_SOON, OVERDUE] }, first: 7, after: $after) {
            nodes { id state } pageInfo { endCursor hasNextPage } } }`,
          { after },
        )
      ).reportObligations;
      expect(page.nodes.every((node) => ['DUE_SOON', 'OVERDUE'].includes(node.state))).toBe(true);
      seen.push(...page.nodes.map((node) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    const { reportObligations } = await world
      .as(office)
      .data('{ reportObligations(filter: { state: [DUE_SOON, OVERDUE] }) { totalCount } }');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(reportObligations.totalCount);
  });

  test('a page of 101 rows is refused', async () => {
    expect(await world.as(office).refusal('{ reportObligations(first: 101) { totalCount } }')).toMatchObject({
      reason: 'PAGE_SIZE',
    });
  });
});

test('the state in SQL and the state in code never disagree', async () => {
  const dueAt = new Date('2025-11-20T10:00:00+07:00');
  const cases = [];
  for (const waivedAt of [null, dueAt])
    for (const reportState of [null, 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED'] as const)
      for (const lateBySeconds of [null, 0, 1, 300])
        for (const offset of [-90_000, -86_401, -86_400, -1, 0, 1, 90_000])
          cases.push({
            waivedAt,
            reportState,
            lateBySeconds,
            offset,
            dueAt,
            dueSoonFrom: new Date(dueAt.getTime() - 86_400_000),
          });
  const rows = await world.database.sql<{ state: string }>(
    `select reporting.obligation_state(c.waived::timestamptz, c.state, c.late, $2, $3, c.now::timestamptz) as state
     from jsonb_to_recordset($1) as c (n integer, waived text, state text, late integer, now text) order by n`,
    [
      JSON.stringify(
        cases.map((c, n) => ({
          n,
          waived: c.waivedAt,
          state: c.reportState,
          late: c.lateBySeconds,
          now: new Date(dueAt.getTime() + c.offset * 1000),
        })),
      ),
      dueAt,
      new Date(dueAt.getTime() - 86_400_000),
    ],
  );
  expect(rows.map((row) => row.state)).toEqual(
    cases.map((facts) => obligationState(facts, new Date(dueAt.getTime() + facts.offset * 1000))),
  );
});

describe('making obligations', () => {
  let first: DataSource;
  let second: DataSource;
  const open = () =>
    createDataSource({ url: world.database.url('reporting_run'), schema: 'reporting', entities }).initialize();
  const count = async (regimeId: string, periodFrom: string) =>
    (
      await world.database.sql<{ units: number; all: number; waived: number }>(
        `select count(distinct unit_id)::int as units, count(*)::int as all, count(waived_at)::int as waived
         from reporting.report_obligations where regime_id = $1 and period_from = $2`,
        [regimeId, periodFrom],
      )
    )[0];

  beforeAll(async () => {
    [first, second] = [await open(), await open()];
  });
  afterAll(async () => {
    await first.destroy();
    await second.destroy();
  });

  test('two schedulers at once make each obligation exactly once, over a weekend too', async () => {
    const hierarchy = makeHierarchy('1');
    const clock = fixedClock('2025-11-26T08:00:00+07:00');
    const made = await Promise.all(
      [first, second, first, second].map((dataSource) => ensureObligations({ dataSource, hierarchy, clock })),
    );
    const days = await world.database.sql<{ day: string; units: number; all: number }>(
      `select period_from::text as day, count(distinct unit_id)::int as units, count(*)::int as all
       from reporting.report_obligations where regime_id = 'th-285-kh-tu.daily' and period_from > '2025-11-20' group by 1 order by 1`,
    );
    expect(days.map((row) => row.day)).toEqual(['2025-11-21', '2025-11-24', '2025-11-25', '2025-11-26']);
    expect(days.every((row) => row.units === row.all && row.units === days[0]?.units)).toBe(true);
    expect(made.reduce((sum, some) => sum + some, 0)).toBeGreaterThan(0);
    expect(await ensureObligations({ dataSource: first, hierarchy, clock })).toBe(0);
  });

  test('a unit that ends before the period closes is excused, its successor owes; what was due stays', async () => {
    const merged = UNITS.map((unit) =>
      unit.id === '38.15001.ubnd'
        ? { ...unit, validTo: '2025-12-01', successors: [{ unitId: '38.15009.ubnd', on: '2025-12-01' }] }
        : unit,
    ).concat(
      makeUnit('38.15009.ubnd', {
        tier: 'COMMUNE',
        kind: 'COMMUNE_PEOPLES_COMMITTEE',
        parent: '38.ubnd',
        validFrom: '2025-12-01',
      }),
    );
    const clock = fixedClock('2025-11-26T08:00:00+07:00');
    const before = await count('th-285-kh-tu.monthly', '2025-11-25');
    await ensureObligations({ dataSource: first, hierarchy: makeHierarchy('2', merged), clock });
    const after = await count('th-285-kh-tu.monthly', '2025-11-25');
    expect(after).toEqual({ units: (before?.units ?? 0) + 1, all: (before?.all ?? 0) + 1, waived: 1 });
    expect((await count('th-285-kh-tu.monthly', '2025-10-25'))?.waived).toBe(0);
    const { reportObligations } = await world
      .as(office)
      .data('{ reportObligations(filter: { state: [WAIVED] }) { nodes { unit { id } waiverReason permissions } } }');
    expect(reportObligations.nodes).toContainEqual({
      unit: { id: '38.15001.ubnd' },
      waiverReason: 'Đơn vị không còn thuộc đối tượng báo cáo của kỳ này.',
      permissions: [],
    });
    await ensureObligations({ dataSource: second, hierarchy: makeHierarchy('3'), clock });
    const [restored] = await world.database.sql(
      `select waived_at from reporting.report_obligations where regime_id = 'th-285-kh-tu.monthly' and period_from = '2025-11-25' and unit_id = '38.15001.ubnd'`,
    );
    expect(restored).toEqual({ waived_at: null });
  });

  test('nothing is owed before the communes of July 2025 existed', async () => {
    const [early] = await world.database.sql<{ count: number }>(
      `select count(*)::int as count from reporting.report_obligations o join reporting.regimes r on r.id = o.regime_id where o.period_from < r.valid_from`,
    );
    expect(early?.count).toBe(0);
  });

  test('a run with nothing to make costs the same however long the history', async () => {
    const hierarchy = makeHierarchy('3');
    const clock = fixedClock('2025-11-26T08:00:00+07:00');
    await world.database.sql(
      `insert into reporting.report_obligations (id, regime_id, plan_id, unit_id, province_id, bloc, recipient_unit_id, period_from, period_to, due_at, due_soon_from)
       select gen_random_uuid(), 'th-285-kh-tu.daily', 'th-285-kh-tu', 'old.' || u, '38', 'PARTY', '38.vptu', d::date, d::date, d, d
       from generate_series(1, 200) u, generate_series('2024-01-01'::timestamptz, '2024-05-01', '1 day') d`,
    );
    const started = performance.now();
    expect(await ensureObligations({ dataSource: first, hierarchy, clock })).toBe(0);
    expect(performance.now() - started).toBeLessThan(500);
    await world.database.sql(`delete from reporting.report_obligations where unit_id like 'old.%'`);
  });
});

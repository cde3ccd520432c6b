import { type PageRequest, pageOf, pageSize } from '@lienthong/kit/connection';
import { Refusal } from '@lienthong/kit/refusal';
import { maxAgeDays } from '../checks/check-kind.ts';
import type { ComplianceContext } from '../context.ts';
import { mayReadSystemsOf } from '../systems/system.policy.ts';
import { judge, type UnitFacts } from './coverage.state.ts';
import type { CoverageRow } from './coverage.types.ts';
import { coverageWords, dutyLabels } from './coverage-words.ts';

interface FactsRow {
  unit_id: string;
  badness: string;
  [count: string]: string | number | boolean;
}

/**
 * One aggregate over the units asked for, worst first. Badness counts what is wrong by weight: no system where there
 * must be one, levels not approved, failed checks, then what is unknown or stale.
 */
const factsSql = `
  with asked as (
    select unit_id, must_have from unnest($1::text[], $2::boolean[]) as asked (unit_id, must_have)
  ), system_counts as (
    select s.owner_id as unit_id, count(*)::int as systems,
      count(*) filter (where exists (select 1 from compliance.dossiers a
        where a.system_id = s.id and a.state in ('APPROVED', 'REDETERMINATION_DUE')))::int as approved,
      count(*) filter (where d.state in ('SUBMITTED', 'UNDER_APPRAISAL', 'APPRAISED', 'AWAITING_APPROVAL'))::int as pending,
      count(*) filter (where d.state in ('DRAFT', 'RETURNED') and not exists (select 1 from compliance.dossiers a
        where a.system_id = s.id and a.state = 'REDETERMINATION_DUE'))::int as drafts,
      count(*) filter (where exists (select 1 from compliance.dossiers a
        where a.system_id = s.id and a.state = 'REDETERMINATION_DUE'))::int as redeterminations
    from compliance.systems s
    join compliance.dossiers d on d.system_id = s.id and d.is_current
    where s.owner_id = any ($1) and d.state <> 'RETIRED'
    group by s.owner_id
  ), latest as (
    select s.owner_id as unit_id, c.kind, run.outcome,
      run.observed_at is null
        or run.observed_at < $3::timestamptz - make_interval(days => ($4::jsonb ->> c.kind)::int) as is_stale
    from compliance.systems s
    join compliance.dossiers d on d.system_id = s.id and d.is_current and d.state <> 'RETIRED'
    join compliance.checks c on c.system_id = s.id
    left join lateral (
      select r.outcome, r.observed_at from compliance.check_runs r
      where r.check_id = c.id and r.state = 'FINISHED' order by r.started_at desc, r.id limit 1
    ) run on true
    where s.owner_id = any ($1)
  ), check_counts as (
    select unit_id, count(*)::int as checks,
      count(*) filter (where outcome = 'FAIL')::int as failed,
      count(*) filter (where outcome = 'UNKNOWN')::int as unknown,
      count(*) filter (where is_stale)::int as stale,
      count(*) filter (where kind = 'TLS_CERTIFICATE' and outcome is not null)::int as certificates,
      count(*) filter (where kind = 'TLS_CERTIFICATE' and outcome = 'FAIL')::int as certificate_fails,
      count(*) filter (where kind = 'TLS_CERTIFICATE' and outcome = 'UNKNOWN')::int as certificate_unknowns,
      count(*) filter (where kind = 'SECURITY_HEADERS' and outcome is not null)::int as headers,
      count(*) filter (where kind = 'SECURITY_HEADERS' and outcome = 'FAIL')::int as header_fails,
      count(*) filter (where kind = 'SECURITY_HEADERS' and outcome = 'UNKNOWN')::int as header_unknowns
    from latest group by unit_id
  ), rows as (
    select asked.unit_id, asked.must_have, coalesce(systems, 0) as systems, coalesce(approved, 0) as approved,
      coalesce(pending, 0) as pending, coalesce(drafts, 0) as drafts, coalesce(redeterminations, 0) as redeterminations,
      coalesce(checks, 0) as checks, coalesce(failed, 0) as failed, coalesce(unknown, 0) as unknown,
      coalesce(stale, 0) as stale, coalesce(certificates, 0) as certificates,
      coalesce(certificate_fails, 0) as certificate_fails, coalesce(certificate_unknowns, 0) as certificate_unknowns,
      coalesce(headers, 0) as headers, coalesce(header_fails, 0) as header_fails,
      coalesce(header_unknowns, 0) as header_unknowns,
      case when coalesce(systems, 0) = 0 then case when asked.must_have then 1000000 else 0 end
        else 10000 * (systems - approved) + 1000 * drafts end
        + 1000 * coalesce(failed, 0) + 100 * (coalesce(redeterminations, 0) + coalesce(unknown, 0))
        + 10 * coalesce(pending, 0) + coalesce(stale, 0)
        + case when coalesce(systems, 0) > 0 then 0 else -1 end as badness
    from asked left join system_counts using (unit_id) left join check_counts using (unit_id)
  )
  select * from rows
`;

function parameters(context: ComplianceContext, unitIds: readonly string[]): unknown[] {
  const mustHave = unitIds.map((id) => context.hierarchy.find(id)?.bloc === 'GOVERNMENT');
  return [unitIds, mustHave, context.clock.now(), JSON.stringify(maxAgeDays)];
}

export async function countsOfUnits(context: ComplianceContext, unitIds: readonly string[]): Promise<UnitFacts[]> {
  if (unitIds.length === 0) return [];
  const rows = await context.read((manager) => manager.query(factsSql, parameters(context, unitIds)));
  return (rows as FactsRow[]).map(countsOf);
}

export async function coverage(context: ComplianceContext, { first, after }: PageRequest) {
  const size = pageSize(first);
  const unitIds = unitsInView(context);
  const [badness, unitId] = after ? decode(after) : [null, null];
  const rows = (await context.read((manager) =>
    manager.query(
      `${factsSql} where $5::int is null or badness < $5 or (badness = $5 and unit_id > $6)
       order by badness desc, unit_id limit $7`,
      [...parameters(context, unitIds), badness, unitId, size + 1],
    ),
  )) as FactsRow[];
  const edges = rows.slice(0, size).map((row) => ({
    node: rowOf(context, countsOf(row)),
    cursor: Buffer.from(JSON.stringify([Number(row.badness), row.unit_id])).toString('base64url'),
  }));
  return pageOf<CoverageRow>(edges, {
    hasNextPage: rows.length > size,
    hasPreviousPage: Boolean(after),
    count: async () => unitIds.length,
  });
}

function decode(cursor: string): [number, string] {
  try {
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(value) && Number.isInteger(value[0]) && typeof value[1] === 'string') return [value[0], value[1]];
  } catch {
    // Refused below.
  }
  throw new Refusal('INVALID', 'CURSOR', { field: 'after' });
}

/** Every valid unit of the actor's provinces whose systems the actor may read. */
function unitsInView(context: ComplianceContext): string[] {
  const today = context.clock.today();
  const found: string[] = [];
  for (const unit of context.hierarchy.units) {
    if (unit.bloc !== null && context.hierarchy.isValid(unit.id, today) && mayReadSystemsOf(context, unit.id))
      found.push(unit.id);
  }
  return found;
}

function countsOf(row: FactsRow): UnitFacts {
  const count = (name: string): number => Number(row[name]);
  return {
    unitId: row.unit_id,
    mustHaveSystems: row.must_have === true,
    figures: {
      systems: count('systems'),
      approvedDossiers: count('approved'),
      failedChecks: count('failed'),
      unknownChecks: count('unknown'),
      staleChecks: count('stale'),
    },
    pendingDossiers: count('pending'),
    draftDossiers: count('drafts'),
    redeterminations: count('redeterminations'),
    checks: count('checks'),
    certificateChecks: count('certificates'),
    certificateFails: count('certificate_fails'),
    certificateUnknowns: count('certificate_unknowns'),
    headerChecks: count('headers'),
    headerFails: count('header_fails'),
    headerUnknowns: count('header_unknowns'),
  };
}

function rowOf(context: ComplianceContext, facts: UnitFacts): CoverageRow {
  const { locale } = context;
  const cells = judge(facts).map(({ duty, standing, word, count }) => ({
    duty,
    standing,
    label: dutyLabels[locale][duty],
    word: coverageWords[locale][word]?.(count) ?? word,
  }));
  return { unitId: facts.unitId, unit: { id: facts.unitId }, figures: facts.figures, cells };
}

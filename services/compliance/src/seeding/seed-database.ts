import { createDataSource, inTransaction } from '@lienthong/kit/database';
import { type Jwk, signActorToken } from '@lienthong/kit/peer';
import { serviceActor } from '@lienthong/policy/actor';
import { Hierarchy, type HierarchyDocument } from '@lienthong/policy/hierarchy';
import { type Demonstration, makeDemonstration } from './demonstration.ts';

/** The provinces whose organisations are known. */
export const demonstrationProvinces = ['38', '19', '82'];

export async function fetchHierarchy(unitsUrl: string, signingKey: Jwk): Promise<Hierarchy> {
  const token = await signActorToken(signingKey, 'units', serviceActor('compliance', []));
  const response = await fetch(`${unitsUrl}/hierarchy`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`The units service answered ${response.status} when asked for the hierarchy.`);
  return new Hierarchy((await response.json()) as HierarchyDocument);
}

export interface Seeded {
  systems: number;
  checks: number;
  checkRuns: number;
}

/** Null when there are systems already: what people have entered is never mixed with what was made up. */
export async function seedDemonstration(
  url: string,
  hierarchy: Hierarchy,
  targetPort: number | null,
): Promise<Seeded | null> {
  const dataSource = createDataSource({ url, schema: 'compliance', entities: [], poolSize: 1 });
  await dataSource.initialize();
  try {
    return await inTransaction(dataSource, {}, async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('compliance seed', 0))`);
      const [found] = await manager.query('select exists (select 1 from compliance.systems) as is_seeded');
      if (found.is_seeded) return null;
      const made = makeDemonstration(hierarchy, demonstrationProvinces, targetPort);
      for (const [table, rows] of inserts(made)) {
        await manager.query(
          `insert into compliance.${table} select * from jsonb_populate_recordset(null::compliance.${table}, $1)`,
          [JSON.stringify(rows)],
        );
      }
      return { systems: made.systems.length, checks: made.checks.length, checkRuns: made.checkRuns.length };
    });
  } finally {
    await dataSource.destroy();
  }
}

function inserts(made: Demonstration): [string, object[]][] {
  return [
    ['systems', made.systems],
    ['dossiers', made.dossiers],
    ['dossier_events', made.dossierEvents],
    ['checks', made.checks],
    ['check_runs', made.checkRuns],
  ];
}

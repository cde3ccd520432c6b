import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Bloc } from '@lienthong/policy/actor';
import { GROUP_PREFIX } from '@lienthong/policy/decide';
import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { ReportingRegime } from '../regimes/regime.entity.ts';
import type { RegimeCadence } from '../regimes/regime-cadence.ts';
import type { RegimeReporter } from '../regimes/regime-reporter.entity.ts';

const require = createRequire(import.meta.url);

interface RegimeSeed {
  id: string;
  name: string;
  nameEn: string;
  planId: string | null;
  cadence: `${RegimeCadence}`;
  dueTime: string | null;
  dueWeekday: number | null;
  dueDay: number | null;
  dueOn: string | null;
  workingDaysOnly?: boolean;
  recipientUnitId: string | null;
  recipientName: string | null;
  reporters: { unitId?: string; groupId?: string }[];
  validFrom: string;
  validTo: string | null;
  source: string;
}

interface DocumentSeed {
  id: string;
  provinceId: string;
  regimes: RegimeSeed[];
  tasks: { id: string; leadUnits: { unitId?: string }[] }[];
}

/** What the loader must know of units and groups to say which blocs a regime concerns. */
export interface Blocs {
  ofUnit(unitId: string): Bloc | null;
  ofGroup(groupId: string): Bloc[];
}

export interface SeededRegime {
  regime: ReportingRegime;
  reporters: Omit<RegimeReporter, 'unit' | 'group'>[];
}

function readDocuments(): DocumentSeed[] {
  const folder = join(dirname(require.resolve('@lienthong/seeds/package.json')), 'documents');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as DocumentSeed);
}

/** The regimes of all documents, in the form of the tables. */
export function readRegimes(blocs: Blocs): SeededRegime[] {
  return readDocuments().flatMap(({ provinceId, regimes }) =>
    regimes.map((seed) => tableForm(seed, provinceId, blocs)),
  );
}

/** Which tasks of a plan a unit leads by name: `leading('th-285-kh-tu', '38.skhcn')`. */
export function readLeadTasks(): (planId: string | null, unitId: string) => readonly string[] {
  const tasks = new Map<string, string[]>();
  for (const document of readDocuments()) {
    for (const { id, leadUnits } of document.tasks) {
      for (const { unitId } of leadUnits) {
        const key = `${document.id} ${unitId}`;
        tasks.set(key, [...(tasks.get(key) ?? []), id]);
      }
    }
  }
  return (planId, unitId) => tasks.get(`${planId} ${unitId}`) ?? [];
}

export function tableForm(seed: RegimeSeed, provinceId: string, blocs: Blocs): SeededRegime {
  const { reporters, workingDaysOnly, dueTime, ...same } = seed;
  const concerned = reporters.flatMap(({ unitId, groupId }) =>
    unitId ? [blocs.ofUnit(unitId)] : groupId ? blocs.ofGroup(groupId) : [],
  );
  return {
    regime: {
      ...same,
      provinceId,
      cadence: seed.cadence as RegimeCadence,
      dueTime: dueTime ?? '24:00',
      // No office is staffed at the weekend: counting every unit late twice a week would say nothing.
      workingDaysOnly: workingDaysOnly ?? seed.cadence === 'DAILY',
      reporterKeys: reporters.flatMap(({ unitId, groupId }) =>
        unitId ? [unitId] : groupId ? [GROUP_PREFIX + groupId] : [],
      ),
      blocs: [...new Set(concerned.filter((bloc) => bloc !== null))].sort(),
    },
    reporters: reporters.map(({ unitId, groupId }, ordinal) => ({
      regimeId: seed.id,
      ordinal,
      unitId: unitId ?? null,
      groupId: groupId ?? null,
    })),
  };
}

export function blocsFrom(hierarchy: Hierarchy): Blocs {
  return {
    ofUnit: (unitId) => hierarchy.find(unitId)?.bloc ?? null,
    ofGroup: (groupId) => (hierarchy.group(groupId)?.rule?.blocs ?? []) as Bloc[],
  };
}

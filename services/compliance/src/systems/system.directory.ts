import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import { ComplianceCheck } from '../checks/compliance-check.entity.ts';
import type { ComplianceContext } from '../context.ts';
import { SecurityLevelDossier } from '../dossiers/security-level-dossier.entity.ts';
import { InformationSystem } from './information-system.entity.ts';
import { systemFacts } from './system.policy.ts';

/** A system this actor may read, or null: that there is one is nobody else's business. */
export const systemById = defineLoader<ComplianceContext, string, InformationSystem | null>(async (context, ids) => {
  const rows = await context.read((manager) => manager.findBy(InformationSystem, { id: In([...ids]) }));
  return inOrder(
    ids,
    rows.filter((row) => context.may('read', 'InformationSystem', systemFacts(row))),
    (row) => row.id,
  );
});

/** What belongs to a system is readable where the system is. */
export async function keepReadable<T>(
  context: ComplianceContext,
  rows: readonly T[],
  systemOf: (row: T) => string,
): Promise<T[]> {
  const systems = await context.loaders.for(systemById).loadMany(rows.map(systemOf));
  return rows.filter((_, index) => systems[index] !== null && !(systems[index] instanceof Error));
}

export const dossiersOfSystem = defineLoader<ComplianceContext, string, SecurityLevelDossier[]>(
  async (context, systemIds) => {
    const rows = await context.read((manager) =>
      manager.find(SecurityLevelDossier, {
        where: { systemId: In([...systemIds]) },
        order: { isCurrent: 'DESC', stateSince: 'DESC', id: 'ASC' },
      }),
    );
    return grouped(systemIds, rows, (row) => row.systemId);
  },
);

export const checksOfSystem = defineLoader<ComplianceContext, string, ComplianceCheck[]>(async (context, systemIds) => {
  const rows = await context.read((manager) =>
    manager.find(ComplianceCheck, {
      where: { systemId: In([...systemIds]) },
      order: { host: 'ASC', port: 'ASC', kind: 'ASC', id: 'ASC' },
    }),
  );
  return grouped(systemIds, rows, (row) => row.systemId);
});

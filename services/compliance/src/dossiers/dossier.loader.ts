import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { ComplianceContext } from '../context.ts';
import { keepReadable } from '../systems/system.directory.ts';
import { DossierEvent, SecurityLevelDossier } from './security-level-dossier.entity.ts';

export const dossierById = defineLoader<ComplianceContext, string, SecurityLevelDossier | null>(
  async (context, ids) => {
    const rows = await context.read((manager) => manager.findBy(SecurityLevelDossier, { id: In([...ids]) }));
    const readable = await keepReadable(context, rows, (row) => row.systemId);
    return inOrder(ids, readable, (row) => row.id);
  },
);

export const eventsOfDossier = defineLoader<ComplianceContext, string, DossierEvent[]>(async (context, dossierIds) => {
  const rows = await context.read((manager) =>
    manager.find(DossierEvent, {
      where: { dossierId: In([...dossierIds]) },
      order: { dossierId: 'ASC', ordinal: 'ASC' },
    }),
  );
  return grouped(dossierIds, rows, (row) => row.dossierId);
});

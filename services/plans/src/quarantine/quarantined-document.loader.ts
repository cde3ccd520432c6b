import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { QuarantinedDocument, QuarantineRelease } from './quarantined-document.entity.ts';

export const quarantinedById = defineLoader(async (context: PlansContext, ids: readonly string[]) => {
  const rows = await context.read((manager) => manager.findBy(QuarantinedDocument, { id: In([...ids]) }));
  return inOrder(ids, rows, (document) => document.id);
});

export const releasesOfDocument = defineLoader(async (context: PlansContext, ids: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.find(QuarantineRelease, { where: { documentId: In([...ids]) }, order: { at: 'ASC', byId: 'ASC' } }),
  );
  return grouped(ids, rows, (release) => release.documentId);
});

import { defineLoader, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { ReportingContext } from '../reporting-context.ts';
import { ReportObligation } from './obligation.entity.ts';

export const obligationById = defineLoader(async (context: ReportingContext, ids: readonly string[]) =>
  inOrder(
    ids,
    await context.read((manager) => manager.findBy(ReportObligation, { id: In([...ids]) })),
    (obligation) => obligation.id,
  ),
);

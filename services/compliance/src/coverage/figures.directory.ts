import { defineLoader } from '@lienthong/kit/loaders';
import type { ComplianceContext } from '../context.ts';
import { mayReadSystemsOf } from '../systems/system.policy.ts';
import { countsOfUnits } from './coverage.service.ts';
import type { ComplianceFigures } from './coverage.types.ts';

/** One query for all units of a request; null for a unit whose systems this actor may not see. */
export const figuresOfUnit = defineLoader<ComplianceContext, string, ComplianceFigures | null>(
  async (context, unitIds) => {
    const readable = unitIds.filter((id) => mayReadSystemsOf(context, id));
    const found = new Map((await countsOfUnits(context, readable)).map((row) => [row.unitId, row.figures]));
    return unitIds.map((id) => found.get(id) ?? null);
  },
);

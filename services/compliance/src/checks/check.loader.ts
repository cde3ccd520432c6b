import { defineLoader, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { ComplianceContext } from '../context.ts';
import { keepReadable } from '../systems/system.directory.ts';
import { CheckRun, ComplianceCheck } from './compliance-check.entity.ts';

export const checkById = defineLoader<ComplianceContext, string, ComplianceCheck | null>(async (context, ids) => {
  const rows = await context.read((manager) => manager.findBy(ComplianceCheck, { id: In([...ids]) }));
  const readable = await keepReadable(context, rows, (row) => row.systemId);
  return inOrder(ids, readable, (row) => row.id);
});

export const runById = defineLoader<ComplianceContext, string, CheckRun | null>(async (context, ids) => {
  const rows = await context.read((manager) => manager.findBy(CheckRun, { id: In([...ids]) }));
  const checks = await context.loaders.for(checkById).loadMany(rows.map((row) => row.checkId));
  const readable = rows.filter((_, index) => checks[index] !== null && !(checks[index] instanceof Error));
  return inOrder(ids, readable, (row) => row.id);
});

/** The latest run, waiting ones included. */
export const latestRunOfCheck = defineLoader<ComplianceContext, string, CheckRun | null>((context, checkIds) =>
  latest(context, checkIds, false),
);

/** The latest run with an outcome: what staleness is counted from. */
export const latestResultOfCheck = defineLoader<ComplianceContext, string, CheckRun | null>((context, checkIds) =>
  latest(context, checkIds, true),
);

async function latest(
  context: ComplianceContext,
  checkIds: readonly string[],
  isFinished: boolean,
): Promise<(CheckRun | null)[]> {
  const rows = await context.read((manager) =>
    manager
      .createQueryBuilder(CheckRun, 'run')
      .distinctOn(['run.checkId'])
      .where('run.checkId = any (:checkIds)', { checkIds: [...checkIds] })
      .andWhere(isFinished ? `run.state = 'FINISHED'` : 'true')
      .orderBy({ 'run.checkId': 'ASC', 'run.startedAt': 'DESC', 'run.id': 'ASC' })
      .getMany(),
  );
  return inOrder(checkIds, rows, (row) => row.checkId);
}

export const evidenceOfRun = defineLoader<ComplianceContext, string, string | null>(async (context, runIds) => {
  const rows = (await context.read((manager) =>
    manager.query('select id, evidence from compliance.check_runs where id = any ($1)', [[...runIds]]),
  )) as { id: string; evidence: string | null }[];
  return inOrder(runIds, rows, (row) => row.id).map((row) => row?.evidence ?? null);
});

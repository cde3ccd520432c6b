import type { PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import { fetchBatch, fetchEntities, fetchRoot } from './fetch.ts';
import type { FlattenPath } from './flatten.ts';
import type { Run } from './run.ts';

/** Carries out a plan: the answer grows in `run.data`, what went wrong in `run.errors`. */
export async function executePlan(plan: QueryPlan, run: Run): Promise<void> {
  if (plan.node) await execute(plan.node, run, []);
}

async function execute(node: PlanNode, run: Run, path: FlattenPath): Promise<void> {
  switch (node.kind) {
    case 'Fetch':
      return node.requires?.length ? fetchEntities(run, node, path) : fetchRoot(run, node);
    case 'BatchFetch':
      return fetchBatch(run, node);
    case 'Flatten':
      return execute(node.node, run, [...path, ...node.path]);
    case 'Sequence':
      for (const next of node.nodes) await execute(next, run, path);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((next) => execute(next, run, path)));
      return;
    case 'Condition': {
      const clause = run.variables[node.condition] ? node.ifClause : node.elseClause;
      if (clause) await execute(clause, run, path);
      return;
    }
    case 'Subscription':
    case 'Defer':
      // Neither is in the public schema, so validation refuses both before there is a plan.
      throw new Error(`The gateway does not carry out ${node.kind} nodes.`);
  }
}

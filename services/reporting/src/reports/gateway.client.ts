import type { Logger } from '@lienthong/kit/log';
import { type Jwk, signActorToken } from '@lienthong/kit/peer';
import { serviceActor } from '@lienthong/policy/actor';
import type { TaskFigures } from './figure.ts';

/** What the graph says of a unit's tasks under a plan. */
export interface UnitTasks {
  figures: TaskFigures;
  taskIds: string[];
}

export interface TasksAsked {
  provinceId: string;
  unitId: string;
  planId: string | null;
}

/** The graph, asked as a client with this service's own account; null where it cannot answer now. */
export interface GatewayClient {
  tasksOf(asked: TasksAsked, requestId: string): Promise<UnitTasks | null>;
  /** The plain name of a province: "Thanh Hóa". */
  provinceName(provinceId: string, requestId: string): Promise<string | null>;
}

interface GatewaySettings {
  gatewayUrl: string;
  signingKey: Jwk;
  log: Logger;
  timeoutMilliseconds?: number;
}

const TASKS_OF_UNIT = `query TasksOfUnit($unitId: ID!, $planId: ID) {
  unit(id: $unitId) {
    taskFigures(planId: $planId) { total completed completedLate inProgress atRisk overdue notDue }
    tasks(filter: { planId: $planId }, first: 50) { nodes { id } }
  }
}`;

const PROVINCE = `query Province($id: ID!) { administrativeUnit(id: $id) { name } }`;

const KEPT_MILLISECONDS = 15_000;
const REST_AFTER_FAILURE_MILLISECONDS = 5_000;

export function gatewayClient({
  gatewayUrl,
  signingKey,
  log,
  timeoutMilliseconds = 2500,
}: GatewaySettings): GatewayClient {
  const kept = new Map<string, { answer: UnitTasks; until: number }>();
  const provinces = new Map<string, string>();
  let restUntil = 0;

  async function ask<T>(provinceId: string, query: string, variables: object, requestId: string): Promise<T | null> {
    if (Date.now() < restUntil) return null;
    try {
      const response = await fetch(`${gatewayUrl}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await signActorToken(signingKey, 'gateway', serviceActor('reporting', [provinceId]))}`,
          'x-request-id': requestId,
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
      if (errors) log.warn({ requestId, errors }, 'the gateway answered in part');
      return data ?? null;
    } catch (error) {
      // A form must not wait again and again for a gateway that is down.
      restUntil = Date.now() + REST_AFTER_FAILURE_MILLISECONDS;
      log.warn({ requestId, err: error }, 'the gateway did not answer');
      return null;
    }
  }

  return {
    async tasksOf({ provinceId, unitId, planId }, requestId) {
      const key = `${unitId} ${planId}`;
      const known = kept.get(key);
      if (known && known.until > Date.now()) return known.answer;
      const data = await ask<{
        unit: { taskFigures: TaskFigures | null; tasks: { nodes: { id: string }[] } | null } | null;
      }>(provinceId, TASKS_OF_UNIT, { unitId, planId }, requestId);
      if (!data?.unit?.taskFigures) return null;
      const answer = { figures: data.unit.taskFigures, taskIds: data.unit.tasks?.nodes.map((task) => task.id) ?? [] };
      if (kept.size > 2000) kept.clear();
      kept.set(key, { answer, until: Date.now() + KEPT_MILLISECONDS });
      return answer;
    },
    async provinceName(provinceId, requestId) {
      const known = provinces.get(provinceId);
      if (known) return known;
      const data = await ask<{ administrativeUnit: { name: string } | null }>(
        provinceId,
        PROVINCE,
        { id: provinceId },
        requestId,
      );
      const name = data?.administrativeUnit?.name.replace(/^(Tỉnh|Thành phố)\s+/u, '') ?? null;
      if (name) provinces.set(provinceId, name);
      return name;
    },
  };
}

import type { Clock } from '@lienthong/kit/clock';
import { scheduleHousekeeping } from '@lienthong/kit/housekeeping';
import type { Logger } from '@lienthong/kit/log';
import { type RunningService, startService } from '@lienthong/kit/server';
import type { Actor } from '@lienthong/policy/actor';
import { HierarchySource } from '@lienthong/policy/hierarchy-source';
import { withPolicy } from '@lienthong/policy/service-context';
import type { ReportingConfig } from './config.ts';
import { scheduleObligations } from './obligations/obligation.schedule.ts';
import type { ReportingContext } from './reporting-context.ts';
import { gatewayClient } from './reports/gateway.client.ts';
import { service } from './service.ts';

type Parts = Pick<
  ReportingConfig,
  'databaseUrl' | 'signingKey' | 'trustedKeys' | 'unitsUrl' | 'gatewayUrl' | 'host' | 'port'
> & {
  clock: Clock;
  log: Logger;
};

/** The service with its two companions: the hierarchy it reads, and the schedule that makes obligations. */
export async function startReporting(parts: Parts): Promise<RunningService> {
  const { databaseUrl, signingKey, unitsUrl, gatewayUrl, clock, log } = parts;
  const gateway = gatewayClient({ gatewayUrl, signingKey, log });
  let source: HierarchySource;
  return startService<Actor, ReportingContext>(service, {
    databaseUrl,
    trustedKeys: parts.trustedKeys,
    clock,
    host: parts.host,
    port: parts.port,
    log,
    extend: (base) => ({ ...withPolicy(() => source.current())(base), gateway }),
    background: async ({ dataSource }) => {
      source = await HierarchySource.start({ unitsUrl, signingKey, dataSource, databaseUrl, schema: 'reporting', log });
      const schedule = scheduleObligations({ dataSource, clock, log, hierarchy: () => source.current() });
      source.onChange(() => schedule.soon());
      const endHousekeeping = scheduleHousekeeping({ dataSource, schema: 'reporting', log });
      return async () => {
        await endHousekeeping();
        await schedule.end();
        await source.close();
      };
    },
  });
}

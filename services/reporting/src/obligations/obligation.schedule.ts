import type { Clock } from '@lienthong/kit/clock';
import { inTransaction } from '@lienthong/kit/database';
import { publish } from '@lienthong/kit/events';
import type { Logger } from '@lienthong/kit/log';
import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { DataSource } from 'typeorm';
import { ensureObligations, makerSettings } from './obligation-making.ts';

export interface Schedule {
  dataSource: DataSource;
  clock: Clock;
  log: Logger;
  hierarchy: () => Hierarchy;
  everyMilliseconds?: number;
}

export interface RunningSchedule {
  /** Looks now: the hierarchy changed. */
  soon(): void;
  end(): Promise<void>;
}

/**
 * Looks again and again whether a period has begun by the business clock, and tells open pages when a due hour has
 * passed. A plain loop, not a queue: each round is safe to repeat and to run in several processes.
 */
export function scheduleObligations({
  dataSource,
  clock,
  log,
  hierarchy,
  everyMilliseconds = 20_000,
}: Schedule): RunningSchedule {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let announcedTo = clock.now();
  let round: Promise<void> = Promise.resolve();

  const work = async (): Promise<void> => {
    try {
      const made = await ensureObligations({ dataSource, clock, hierarchy: hierarchy() });
      if (made > 0) log.info({ made }, 'obligations made');
      const now = clock.now();
      await announceDue({ dataSource, clock, hierarchy }, announcedTo, now);
      announcedTo = now;
    } catch (error) {
      log.error({ err: error }, 'obligations could not be made; the next round tries again');
    }
    clearTimeout(timer);
    if (!ended) timer = setTimeout(next, everyMilliseconds);
  };
  const next = (): void => {
    clearTimeout(timer);
    round = round.then(work);
  };
  next();
  return {
    soon: next,
    end: async () => {
      ended = true;
      clearTimeout(timer);
      await round;
      clearTimeout(timer);
    },
  };
}

async function announceDue(
  { dataSource, clock, hierarchy }: Omit<Schedule, 'log'>,
  after: Date,
  upTo: Date,
): Promise<void> {
  await inTransaction(dataSource, makerSettings(hierarchy()), async (manager) => {
    const due = (await manager.query(
      `select distinct regime_id as "regimeId", province_id as "provinceId" from reporting.report_obligations
       where due_at > $1 and due_at <= $2`,
      [after, upTo],
    )) as { regimeId: string; provinceId: string }[];
    for (const { regimeId, provinceId } of due) {
      await publish(manager, {
        service: 'reporting',
        type: 'ReportObligation',
        id: regimeId,
        provinceId,
        blocs: ['PARTY', 'GOVERNMENT'],
        at: clock.realNow().toISOString(),
      });
    }
  });
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { systemClock } from '@lienthong/kit/clock';
import { runMain } from '@lienthong/kit/config';
import { createDataSource, inTransaction } from '@lienthong/kit/database';
import { createLog } from '@lienthong/kit/log';
import { HierarchySource } from '@lienthong/policy/hierarchy-source';
import { readSeedConfig } from './config.ts';
import { blocsFrom, readLeadTasks, readRegimes } from './seeding/regime-seed.ts';
import { seedDemonstration, seedRegimes } from './seeding/seed-database.ts';
import { entities } from './service.ts';

const require = createRequire(import.meta.url);

interface AccountSeed {
  memberships: { unitId: string }[];
}

/** Units of which someone can sign in. */
function unitsWithAccounts(): Set<string> {
  const accounts = JSON.parse(
    readFileSync(require.resolve('@lienthong/seeds/people/accounts.json'), 'utf8'),
  ) as AccountSeed[];
  return new Set(accounts.flatMap((account) => account.memberships.map((membership) => membership.unitId)));
}

await runMain(async () => {
  const { migrateDatabaseUrl, unitsUrl, signingKey, clockOffsetSeconds } = readSeedConfig(process.env);
  const isDemonstration = process.argv.includes('--demonstration');
  const dataSource = createDataSource({ url: migrateDatabaseUrl, schema: 'reporting', entities, poolSize: 3 });
  await dataSource.initialize();
  const source = await HierarchySource.start({
    unitsUrl,
    signingKey,
    dataSource,
    databaseUrl: migrateDatabaseUrl,
    schema: 'reporting',
    log: createLog('reporting', 'warn'),
  });
  try {
    const hierarchy = source.current();
    const seeded = readRegimes(blocsFrom(hierarchy));
    const result = await inTransaction(dataSource, {}, async (manager) => {
      if (!(await seedRegimes(manager, seeded))) return { regimes: 0, reports: 0 };
      const now = systemClock(clockOffsetSeconds).now();
      const reports = isDemonstration
        ? await seedDemonstration(manager, {
            seeded,
            hierarchy,
            unitsWithAccounts: unitsWithAccounts(),
            leadTasks: readLeadTasks(),
            now,
          })
        : 0;
      return { regimes: seeded.length, reports };
    });
    process.stdout.write(`${JSON.stringify({ service: 'reporting', ...result })}\n`);
  } finally {
    await source.close();
    await dataSource.destroy();
  }
});

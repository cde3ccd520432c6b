import { runMain } from '@lienthong/kit/config';
import { createDataSource, inTransaction } from '@lienthong/kit/database';
import { createFileStore } from '@lienthong/kit/files';
import { createLog } from '@lienthong/kit/log';
import { HierarchySource } from '@lienthong/policy/hierarchy-source';
import { readSeedConfig } from './config.ts';
import { makeDemonstration } from './seeds/demonstration.ts';
import { readDocuments } from './seeds/document.ts';
import { loadDocuments } from './seeds/load-documents.ts';
import { nameOfficers } from './seeds/officer-names.ts';
import { entities } from './service.ts';

/** Loads the five documents; with `--demonstration` also a state as it could stand on 20 November 2025. */
await runMain(async () => {
  const { migrateDatabaseUrl, unitsUrl, signingKey, files } = readSeedConfig(process.env);
  const log = createLog('plans');
  const dataSource = createDataSource({ url: migrateDatabaseUrl, schema: 'plans', entities, poolSize: 2 });
  await dataSource.initialize();
  const isDemonstration = process.argv.includes('--demonstration');
  try {
    // A start after the first waits for nobody.
    const [{ plans, reports: known }] = await dataSource.query(
      `select (select count(*)::int from plans.plans) as plans, (select count(*)::int from plans.progress_reports) as reports`,
    );
    if (isDemonstration) await inTransaction(dataSource, {}, nameOfficers);
    if (plans > 0 && (known > 0 || !isDemonstration)) return log.info({ tasks: 0, reports: 0 }, 'seeded before');
    const source = await HierarchySource.start({
      unitsUrl,
      signingKey,
      dataSource,
      databaseUrl: migrateDatabaseUrl,
      schema: 'plans',
      log,
    });
    const hierarchy = source.current();
    await source.close();
    const tasks = await inTransaction(dataSource, {}, (manager) => loadDocuments(manager, readDocuments(), hierarchy));
    const store = createFileStore(files);
    const reports = isDemonstration
      ? await inTransaction(dataSource, {}, (manager) => makeDemonstration(manager, hierarchy, store))
      : 0;
    log.info({ tasks, reports }, 'seeded');
  } finally {
    await dataSource.destroy();
  }
});

import { ConfigReader, runMain } from './config.ts';
import { type MigrationClass, runMigrations } from './database.ts';

/** The whole of a service's `migrate.ts`: up by default, all the way down with `--down`. */
export function migrateMain(schema: string, migrations: readonly MigrationClass[]): Promise<void> {
  return runMain(async () => {
    const reader = new ConfigReader(process.env);
    const { url } = reader.done({ url: reader.databaseUrl('MIGRATE_DATABASE_URL') });
    const down = process.argv.includes('--down');
    const names = await runMigrations({ url, schema, entities: [], migrations, down });
    process.stdout.write(`${JSON.stringify({ service: schema, down, applied: names })}\n`);
  });
}

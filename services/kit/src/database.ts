import {
  DataSource,
  DefaultNamingStrategy,
  type EntityManager,
  type MigrationInterface,
  type ObjectLiteral,
} from 'typeorm';

export type Settings = Readonly<Record<`app.${string}`, string>>;
export type EntityClass = new () => ObjectLiteral;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseOptions {
  url: string;
  schema: string;
  entities: readonly EntityClass[];
  migrations?: readonly MigrationClass[];
  /** Connections at most; the default leaves room for every process on one server. */
  poolSize?: number;
  applicationName?: string;
}

const snake = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

/** Columns and tables are snake_case in PostgreSQL and never named by hand; tables are plural by `@Entity('notes')`. */
class SnakeNamingStrategy extends DefaultNamingStrategy {
  override tableName(className: string, customName: string): string {
    return customName || snake(className);
  }
  override columnName(propertyName: string, customName: string, embeddedPrefixes: string[]): string {
    return snake([...embeddedPrefixes, customName || propertyName].join('_'));
  }
  override relationName(propertyName: string): string {
    return snake(propertyName);
  }
  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snake(`${relationName}_${referencedColumnName}`);
  }
  override joinTableName(firstTable: string, secondTable: string, firstProperty: string): string {
    return snake(`${firstTable}_${firstProperty}_${secondTable}`);
  }
  override joinTableColumnName(tableName: string, propertyName: string, columnName?: string): string {
    return snake(`${tableName}_${columnName ?? propertyName}`);
  }
}

/** A data source that never changes the schema by itself; call `initialize()` before use. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    schema: options.schema,
    entities: [...options.entities],
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    installExtensions: false,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? options.schema,
    connectTimeoutMS: 5000,
    extra: { idleTimeoutMillis: 30_000, maxLifetimeSeconds: 1800 },
    uuidExtension: 'pgcrypto',
  });
}

export interface TransactionOptions {
  readOnly?: boolean;
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
}

/**
 * One client, one transaction, and the row-level settings of whoever is asking, gone when it ends.
 * This is the only way rows are reached: without settings the policies show none.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  settings: Settings,
  work: (manager: EntityManager) => Promise<T>,
  { readOnly = false, isolation = 'READ COMMITTED' }: TransactionOptions = {},
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction(isolation);
    await applySettings(runner.manager, settings, readOnly);
    const result = await work(runner.manager);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

async function applySettings(manager: EntityManager, settings: Settings, readOnly: boolean): Promise<void> {
  const entries = Object.entries(settings);
  if (readOnly) entries.push(['transaction_read_only', 'on']);
  if (entries.length === 0) return;
  const calls = entries.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`);
  await manager.query(`select ${calls.join(', ')}`, entries.flat());
}

/** `{a,b}` with every element quoted, as PostgreSQL reads a text[] literal. */
export function arrayLiteral(values: Iterable<string>): string {
  return `{${[...values].map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}

export async function runMigrations(options: DatabaseOptions & { down?: boolean }): Promise<string[]> {
  const dataSource = createDataSource({ ...options, entities: [], poolSize: 2 });
  await dataSource.initialize();
  try {
    if (options.down) {
      const { length } = await appliedMigrations(dataSource, options.schema);
      for (let step = 0; step < length; step += 1) await dataSource.undoLastMigration();
      return [];
    }
    return (await dataSource.runMigrations()).map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

async function appliedMigrations(dataSource: DataSource, schema: string): Promise<unknown[]> {
  const [found] = await dataSource.query('select to_regclass($1) as name', [`${schema}.migrations`]);
  return found?.name ? dataSource.query(`select 1 from ${schema}.migrations`) : [];
}

/** What TypeORM would still change: the proof that entities and migrations agree. */
export async function pendingSchemaChanges(dataSource: DataSource): Promise<string[]> {
  const log = await dataSource.driver.createSchemaBuilder().log();
  return log.upQueries.map((query) => query.query);
}

const RETRYABLE = new Set(['40001', '40P01']);

export function isSerializationFailure(error: unknown): boolean {
  const code = (error as { code?: string; driverError?: { code?: string } } | null)?.driverError?.code;
  return RETRYABLE.has(code ?? (error as { code?: string } | null)?.code ?? '');
}

/** The name of the constraint that refused a row, for turning a race into a Refusal. */
export function violatedConstraint(error: unknown): string | undefined {
  const driver = (error as { driverError?: { code?: string; constraint?: string } } | null)?.driverError;
  return driver?.code?.startsWith('23') ? driver.constraint : undefined;
}

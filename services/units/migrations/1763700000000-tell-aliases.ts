import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The hierarchy now carries aliases: a new version makes the services that hold a copy ask for it again. */
export class TellAliases1763700000000 implements MigrationInterface {
  readonly name = 'TellAliases1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE hierarchy_state SET version = version + 1');
  }

  /** Versions only rise. */
  async down(): Promise<void> {}
}

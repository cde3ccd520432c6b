import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups are vocabulary of the documents: public to whoever is signed in, written by the migrating role only. */
export class CreateUnitGroups1763683380000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit_groups (
        id text PRIMARY KEY,
        name text NOT NULL,
        name_en text NOT NULL,
        aliases text[] NOT NULL,
        rule jsonb,
        note text
      );
      ALTER TABLE unit_groups ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY keeper ON unit_groups TO units_migrate USING (true) WITH CHECK (true);
      CREATE POLICY signed_in ON unit_groups FOR SELECT TO units_run
        USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
      GRANT SELECT ON unit_groups TO units_run;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unit_groups');
  }
}

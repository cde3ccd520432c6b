import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Territory is public to whoever is signed in; only the migrating role writes it. The communes of before 1 July 2025 are
 * names, not administrative units: part of their codes were issued again.
 */
export class CreateAdministrativeUnits1763683260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE administrative_units (
        id text PRIMARY KEY,
        code text NOT NULL,
        name text NOT NULL,
        name_en text NOT NULL,
        kind text NOT NULL,
        province_id text,
        valid_from date NOT NULL,
        valid_to date,
        search_text text NOT NULL,
        CONSTRAINT administrative_units_kind CHECK (kind IN ('PROVINCE', 'COMMUNE')),
        CONSTRAINT administrative_units_in_province CHECK ((kind = 'PROVINCE') = (province_id IS NULL)),
        CONSTRAINT administrative_units_dates CHECK (valid_to > valid_from),
        CONSTRAINT administrative_units_province FOREIGN KEY (province_id) REFERENCES administrative_units (id)
      );
      CREATE INDEX administrative_units_by_province ON administrative_units (province_id);
      CREATE INDEX administrative_units_search ON administrative_units
        USING gin (search_text extensions.gin_trgm_ops);

      ${TERRITORY_CALLED}

      CREATE TABLE administrative_unit_predecessors (
        id int PRIMARY KEY,
        unit_id text NOT NULL,
        code text,
        name text NOT NULL,
        district_name text,
        province_name text,
        ended_on date NOT NULL,
        CONSTRAINT administrative_unit_predecessors_unit FOREIGN KEY (unit_id) REFERENCES administrative_units (id)
      );
      CREATE INDEX administrative_unit_predecessors_by_unit ON administrative_unit_predecessors (unit_id);

      CREATE TABLE administrative_unit_successions (
        unit_id text NOT NULL,
        successor_id text NOT NULL,
        "on" date NOT NULL,
        PRIMARY KEY (unit_id, successor_id),
        CONSTRAINT administrative_unit_successions_unit FOREIGN KEY (unit_id) REFERENCES administrative_units (id),
        CONSTRAINT administrative_unit_successions_successor
          FOREIGN KEY (successor_id) REFERENCES administrative_units (id)
      );`);
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY keeper ON ${table} TO units_migrate USING (true) WITH CHECK (true);
        CREATE POLICY signed_in ON ${table} FOR SELECT TO units_run
          USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
        GRANT SELECT ON ${table} TO units_run;`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION territory_called');
    await runner.query(`DROP TABLE ${TABLES.join()}`);
  }
}

const TABLES = ['administrative_units', 'administrative_unit_predecessors', 'administrative_unit_successions'];

/**
 * Row-level security keeps LIKE away from indexes, for it could tell of rows behind the wall. This function looks with
 * the owner's eyes and gives ids only; what may be seen of them, the caller's own policies decide.
 */
const TERRITORY_CALLED = `
      CREATE FUNCTION territory_called(patterns text[]) RETURNS SETOF text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = units, public, pg_temp AS $$
          SELECT id FROM administrative_units
          WHERE search_text LIKE public.fold(patterns[1])
            AND search_text LIKE ALL (SELECT public.fold(pattern) FROM unnest(patterns) pattern) $$;
      REVOKE ALL ON FUNCTION territory_called FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION territory_called TO units_run;`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A unit row holds what never changes with time. Names, parents and successors are rows with dates of their own,
 * so that the hierarchy can be read as of any date.
 */
export class CreateUnits1763683320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createState(runner);
    await createUnits(runner);
    await createDatedRows(runner);
    await createPolicies(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION units_called');
    await runner.query(`DROP TABLE hierarchy_state, ${TABLES.join()}`);
  }
}

const TABLES = ['units', 'unit_names', 'unit_placements', 'unit_successions', 'unit_changes'];

// The lock on its one row puts writers of the hierarchy in a queue: two moves made at once cannot close a ring.
async function createState(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE hierarchy_state (
      id int PRIMARY KEY,
      version int NOT NULL,
      CONSTRAINT hierarchy_state_single CHECK (id = 1)
    );
    INSERT INTO hierarchy_state (id, version) VALUES (1, 1);
    ALTER TABLE hierarchy_state ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    CREATE POLICY keeper ON hierarchy_state TO units_migrate USING (true) WITH CHECK (true);
    CREATE POLICY signed_in ON hierarchy_state TO units_run
      USING ((SELECT nullif(current_setting('app.actor', true), '')) IS NOT NULL);
    GRANT SELECT, UPDATE ON hierarchy_state TO units_run;`);
}

async function createUnits(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE units (
      id text PRIMARY KEY,
      code text NOT NULL,
      aliases text[] NOT NULL,
      bloc text,
      tier text NOT NULL,
      kind text NOT NULL,
      province_id text NOT NULL,
      territory_id text,
      valid_from date NOT NULL,
      valid_to date,
      version int NOT NULL,
      CONSTRAINT units_code_form CHECK (length(code) <= 35 AND code ~ '^[A-Z0-9]+([.][A-Z0-9]+)*$'),
      CONSTRAINT units_bloc CHECK (bloc IN ('PARTY', 'GOVERNMENT')),
      CONSTRAINT units_tier CHECK (tier IN ('CENTRAL', 'PROVINCE', 'COMMUNE')),
      CONSTRAINT units_dates CHECK (valid_to > valid_from),
      CONSTRAINT units_code_while_valid EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&),
      CONSTRAINT units_province FOREIGN KEY (province_id) REFERENCES administrative_units (id),
      CONSTRAINT units_territory FOREIGN KEY (territory_id) REFERENCES administrative_units (id)
    );
    CREATE INDEX units_by_province ON units (province_id);
    CREATE INDEX units_by_territory ON units (territory_id);`);
}

async function createDatedRows(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE unit_names (
      unit_id text NOT NULL,
      valid_from date NOT NULL,
      valid_to date,
      province_id text NOT NULL,
      name text NOT NULL,
      short_name text NOT NULL,
      name_en text NOT NULL,
      search_text text NOT NULL,
      PRIMARY KEY (unit_id, valid_from),
      CONSTRAINT unit_names_dates CHECK (valid_to > valid_from),
      CONSTRAINT unit_names_one_at_a_time EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&),
      CONSTRAINT unit_names_unit FOREIGN KEY (unit_id) REFERENCES units (id)
    );
    CREATE INDEX unit_names_search ON unit_names USING gin (search_text extensions.gin_trgm_ops);

    ${UNITS_CALLED}


    CREATE TABLE unit_placements (
      unit_id text NOT NULL,
      valid_from date NOT NULL,
      valid_to date,
      province_id text NOT NULL,
      parent_id text,
      PRIMARY KEY (unit_id, valid_from),
      CONSTRAINT unit_placements_dates CHECK (valid_to > valid_from),
      CONSTRAINT unit_placements_not_itself CHECK (parent_id <> unit_id),
      CONSTRAINT unit_placements_one_at_a_time
        EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&),
      CONSTRAINT unit_placements_unit FOREIGN KEY (unit_id) REFERENCES units (id),
      CONSTRAINT unit_placements_parent FOREIGN KEY (parent_id) REFERENCES units (id)
    );
    CREATE INDEX unit_placements_by_parent ON unit_placements (parent_id);

    CREATE TABLE unit_successions (
      unit_id text NOT NULL,
      successor_id text NOT NULL,
      "on" date NOT NULL,
      province_id text NOT NULL,
      PRIMARY KEY (unit_id, successor_id),
      CONSTRAINT unit_successions_not_itself CHECK (successor_id <> unit_id),
      CONSTRAINT unit_successions_unit FOREIGN KEY (unit_id) REFERENCES units (id),
      CONSTRAINT unit_successions_successor FOREIGN KEY (successor_id) REFERENCES units (id)
    );
    CREATE INDEX unit_successions_by_successor ON unit_successions (successor_id);

    CREATE TABLE unit_changes (
      id text PRIMARY KEY,
      unit_id text NOT NULL,
      province_id text NOT NULL,
      "on" date NOT NULL,
      kind text NOT NULL,
      detail text,
      recorded_at timestamptz NOT NULL,
      recorded_by text,
      CONSTRAINT unit_changes_kind CHECK (kind IN ('CREATED', 'RENAMED', 'MOVED', 'ENDED')),
      CONSTRAINT unit_changes_unit FOREIGN KEY (unit_id) REFERENCES units (id)
    );
    CREATE INDEX unit_changes_by_unit ON unit_changes (unit_id);
    CREATE INDEX unit_changes_by_day ON unit_changes ("on", id);`);
}

/** Looks with the owner's eyes, so that the trigram index is used; see `territory_called`. */
const UNITS_CALLED = `
    CREATE FUNCTION units_called(patterns text[]) RETURNS SETOF text
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = units, public, pg_temp AS $$
        SELECT unit_id FROM unit_names
        WHERE search_text LIKE public.fold(patterns[1])
          AND search_text LIKE ALL (SELECT public.fold(pattern) FROM unnest(patterns) pattern) $$;
    REVOKE ALL ON FUNCTION units_called FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION units_called TO units_run;`;

const SERVICE = `(SELECT current_setting('app.service', true)) = 'on'`;
const list = (name: string) => `((SELECT public.setting_list('app.${name}'))::text[])`;
const OWN_PROVINCE = `province_id = ANY ${list('provinces')}`;

/**
 * Who administers units has two settings: the units at and below the own one, and the blocs whose whole tree is kept
 * from a provincial seat. A unit of no bloc is kept from either seat.
 */
const MANAGES = `cardinality(${list('managed_units')}) > 0`;
const keeps = (bloc: string) =>
  `coalesce(${bloc} = ANY ${list('managed_blocs')}, cardinality(${list('managed_blocs')}) > 0)`;
const ofUnit = (table: string) => `(
  ${table}.unit_id = ANY ${list('managed_units')}
  OR EXISTS (SELECT 1 FROM units u WHERE u.id = ${table}.unit_id AND ${keeps('u.bloc')})
  OR EXISTS (SELECT 1 FROM unit_placements p WHERE p.unit_id = ${table}.unit_id AND p.parent_id = ANY ${list('managed_units')}))`;

async function createPolicies(runner: QueryRunner): Promise<void> {
  const writes: Record<string, { insert: string; update?: string }> = {
    // A new unit is not yet below anybody; the placement inserted with it is.
    units: {
      insert: `(${MANAGES} OR ${keeps('bloc')})`,
      update: `(id = ANY ${list('managed_units')} OR ${keeps('bloc')})`,
    },
    unit_names: { insert: ofUnit('unit_names'), update: ofUnit('unit_names') },
    unit_placements: {
      insert: `(parent_id = ANY ${list('managed_units')} OR unit_id = ANY ${list('managed_units')}
        OR EXISTS (SELECT 1 FROM units u WHERE u.id = unit_id AND ${keeps('u.bloc')}))`,
      update: `(unit_id = ANY ${list('managed_units')}
        OR EXISTS (SELECT 1 FROM units u WHERE u.id = unit_id AND ${keeps('u.bloc')}))`,
    },
    unit_successions: { insert: ofUnit('unit_successions') },
    unit_changes: { insert: ofUnit('unit_changes') },
  };
  for (const [table, { insert, update }] of Object.entries(writes)) {
    await runner.query(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY keeper ON ${table} TO units_migrate USING (true) WITH CHECK (true);
      CREATE POLICY province_wall ON ${table} AS RESTRICTIVE TO units_run
        USING (${OWN_PROVINCE} OR ${SERVICE}) WITH CHECK (${OWN_PROVINCE});
      CREATE POLICY directory ON ${table} FOR SELECT TO units_run USING (true);
      CREATE POLICY administered_insert ON ${table} FOR INSERT TO units_run WITH CHECK (${insert});
      GRANT SELECT, INSERT ON ${table} TO units_run;`);
    if (update !== undefined) {
      await runner.query(`
        CREATE POLICY administered_update ON ${table} FOR UPDATE TO units_run USING (${update}) WITH CHECK (${update});
        GRANT UPDATE ON ${table} TO units_run;`);
    }
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People are seen through their memberships: by themselves, within their unit, from the units above it, and by the
 * roles that read a whole bloc of the province.
 */
export class CreateMemberships1763683440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createPolicies(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.join()}`);
  }
}

const TABLES = ['people', 'memberships', 'integrator_clients'];

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE people (
      id text PRIMARY KEY,
      subject text NOT NULL,
      display_name text NOT NULL,
      display_name_en text,
      CONSTRAINT people_subject UNIQUE (subject)
    );

    CREATE TABLE memberships (
      id text PRIMARY KEY,
      person_id text NOT NULL,
      unit_id text NOT NULL,
      role text NOT NULL,
      bloc text,
      province_id text NOT NULL,
      valid_from date NOT NULL,
      valid_to date,
      version int NOT NULL,
      CONSTRAINT memberships_role CHECK (role IN ('VIEWER', 'REPORTER', 'APPROVER', 'STANDING_AGENCY',
        'STEERING_COMMITTEE', 'UNIT_ADMINISTRATOR', 'SECURITY_OFFICER', 'AUDITOR')),
      CONSTRAINT memberships_bloc CHECK (bloc IN ('PARTY', 'GOVERNMENT')),
      CONSTRAINT memberships_dates CHECK (valid_to > valid_from),
      CONSTRAINT memberships_once EXCLUDE USING gist
        (person_id WITH =, unit_id WITH =, role WITH =, daterange(valid_from, valid_to) WITH &&),
      CONSTRAINT memberships_person FOREIGN KEY (person_id) REFERENCES people (id),
      CONSTRAINT memberships_unit FOREIGN KEY (unit_id) REFERENCES units (id)
    );
    CREATE INDEX memberships_by_person ON memberships (person_id);
    CREATE INDEX memberships_by_unit ON memberships (unit_id);

    CREATE TABLE integrator_clients (
      id text PRIMARY KEY,
      name text NOT NULL,
      province_ids text[] NOT NULL,
      scopes text[] NOT NULL,
      valid_from date NOT NULL,
      valid_to date,
      CONSTRAINT integrator_clients_dates CHECK (valid_to > valid_from)
    );`);
}

const SERVICE = `(SELECT current_setting('app.service', true)) = 'on'`;
const ACTOR = `(SELECT nullif(current_setting('app.actor', true), ''))`;
const list = (name: string) => `((SELECT public.setting_list('app.${name}'))::text[])`;

const WALL = `province_id = ANY ${list('provinces')}`;

// Of a unit that belongs to no bloc, such as a court, the people are seen by whoever reads a bloc of the province.
const REACHES = `(unit_id = ANY ${list('units')} OR coalesce(bloc = ANY ${list('blocs')}, cardinality(${list('blocs')}) > 0))`;
const KEEPS = `(unit_id = ANY ${list('managed_units')}
  OR coalesce(bloc = ANY ${list('managed_blocs')}, cardinality(${list('managed_blocs')}) > 0))`;

async function createPolicies(runner: QueryRunner): Promise<void> {
  for (const table of TABLES) {
    await runner.query(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY keeper ON ${table} TO units_migrate USING (true) WITH CHECK (true);`);
  }
  await runner.query(`
    CREATE POLICY within_reach_read ON memberships FOR SELECT TO units_run
      USING (person_id = ${ACTOR} OR (${WALL} AND (${REACHES} OR ${KEEPS})) OR ${SERVICE});
    CREATE POLICY administered_insert ON memberships FOR INSERT TO units_run WITH CHECK (${WALL} AND ${KEEPS});
    CREATE POLICY administered_update ON memberships FOR UPDATE TO units_run
      USING (${WALL} AND ${KEEPS}) WITH CHECK (${WALL} AND ${KEEPS});
    GRANT SELECT, INSERT, UPDATE ON memberships TO units_run;

    CREATE POLICY through_memberships ON people FOR SELECT TO units_run USING (
      id = ${ACTOR} OR ${SERVICE} OR EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = people.id));
    -- A new person has no membership yet; the grant that follows in the same transaction is checked above.
    CREATE POLICY administered_insert ON people FOR INSERT TO units_run
      WITH CHECK (cardinality(${list('managed_units')}) > 0);
    GRANT SELECT, INSERT ON people TO units_run;

    CREATE POLICY service_read ON integrator_clients FOR SELECT TO units_run USING (${SERVICE});
    GRANT SELECT ON integrator_clients TO units_run;`);
}

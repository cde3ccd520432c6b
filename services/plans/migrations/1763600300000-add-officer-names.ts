import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Not every reader of a task may ask the units service about its officer: the name is kept with the assignment. */
export class AddOfficerNames1763600300000 implements MigrationInterface {
  readonly name = 'AddOfficerNames1763600300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plans.assignments add column person_name text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plans.assignments drop column person_name');
  }
}

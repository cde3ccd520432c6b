import type { MigrationInterface, QueryRunner } from 'typeorm';

const list = (name: string): string => `(select public.setting_list('app.${name}'))::text[]`;

/** Evidence is looked into as well: whoever may send some has its fingerprint held, without seeing what else is held. */
export class HoldEvidence1763900000000 implements MigrationInterface {
  readonly name = 'HoldEvidence1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy hold on plans.quarantined_documents;
      create policy hold on plans.quarantined_documents for insert to plans_run with check (
        unit_id = any (${list('units')}) or unit_id = any (${list('draft_units')}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy hold on plans.quarantined_documents;
      create policy hold on plans.quarantined_documents for insert to plans_run with check (
        unit_id = any (${list('draft_units')}));
    `);
  }
}

import { createServiceTables, dropServiceTables } from '@lienthong/kit/service-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateServiceTables1763683200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createServiceTables(runner, 'units');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropServiceTables(runner, 'units');
  }
}

import { createHousekeeping, dropHousekeeping } from '@lienthong/kit/housekeeping';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the running role forget idempotency keys after a week and abandoned uploads after a day, and nothing younger. */
export class AddHousekeeping1763800000000 implements MigrationInterface {
  readonly name = 'AddHousekeeping1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await createHousekeeping(runner, 'plans');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropHousekeeping(runner, 'plans');
  }
}

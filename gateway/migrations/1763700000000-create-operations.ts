import type { MigrationClass } from '@lienthong/kit/database';

type Runner = Parameters<InstanceType<MigrationClass>['up']>[0];

export class CreateOperations1763700000000 {
  async up(runner: Runner): Promise<void> {
    await runner.query(`
      create table gateway.operation_builds (
        module text not null,
        build text not null,
        taken_in_at timestamptz not null default clock_timestamp(),
        primary key (module, build)
      );
      create table gateway.operations (
        module text not null,
        build text not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        text text not null,
        primary key (module, build, hash),
        foreign key (module, build) references gateway.operation_builds on delete cascade
      );
      comment on table gateway.operations is 'What portals may ask: the operations of the last builds of each frontend module, by SHA-256 of their text.';
      grant select, insert, update, delete on gateway.operation_builds to gateway_run;
      grant select, insert, delete on gateway.operations to gateway_run;
    `);
  }

  async down(runner: Runner): Promise<void> {
    await runner.query('drop table gateway.operations; drop table gateway.operation_builds');
  }
}

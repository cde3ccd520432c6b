import { createServiceTables, dropServiceTables } from '@lienthong/kit/service-tables';
import { wallSql } from '@lienthong/policy/rls';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSystems1763600000000 implements MigrationInterface {
  name = 'CreateSystems1763600000000';

  async up(runner: QueryRunner): Promise<void> {
    await createServiceTables(runner, 'compliance');
    await runner.query(`
      create table compliance.systems (
        id text primary key,
        province_id text not null,
        code text not null,
        name text not null,
        name_en text not null,
        type text not null check (type in
          ('INTERNAL_PROCESSING', 'ONLINE_SERVICE', 'NETWORK_INFRASTRUCTURE', 'CONTROL_SYSTEM', 'OTHER')),
        level int not null check (level between 1 and 5),
        description text,
        owner_id text not null,
        operator_id text,
        bloc text check (bloc in ('PARTY', 'GOVERNMENT')),
        unit_ids text[] not null check (owner_id = any (unit_ids)),
        data_subjects text,
        in_use_since date,
        version int not null
      );
      comment on column compliance.systems.unit_ids is
        'The units whose people may see the system, besides those who see all of its bloc.';
      create unique index systems_code on compliance.systems (province_id, upper(code));
      create index systems_owner on compliance.systems (owner_id);
      create index systems_units on compliance.systems using gin (unit_ids);
      create index systems_search on compliance.systems
        using gin (public.fold(name || ' ' || name_en || ' ' || code) extensions.gin_trgm_ops);

      ${wallSql({
        table: 'compliance.systems',
        run: 'compliance_run',
        migrate: 'compliance_migrate',
        blocs: 'array[bloc]',
      })}
      grant select, insert, update on compliance.systems to compliance_run;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table compliance.systems');
    await dropServiceTables(runner, 'compliance');
  }
}

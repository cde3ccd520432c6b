import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIssuerState1763000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.artifacts (
        model text not null,
        id text not null,
        payload jsonb not null,
        grant_id text,
        user_code text,
        uid text,
        expires_at timestamptz,
        consumed_at timestamptz,
        primary key (model, id)
      );
      comment on table identity.artifacts is
        'Sessions, grants, codes and tokens of the issuer, so that a restart keeps people signed in.';
      create index on identity.artifacts (grant_id) where grant_id is not null;
      create index on identity.artifacts (uid) where uid is not null;
      create index on identity.artifacts (expires_at);

      create table identity.sign_in_failures (
        login_hash text primary key,
        failures int not null,
        last_at timestamptz not null,
        locked_until timestamptz
      );
      comment on table identity.sign_in_failures is
        'Failed sign-ins in a row, by hash of the name typed: an unknown name locks like a known one.';

      grant select, insert, update, delete on identity.artifacts, identity.sign_in_failures to identity_run;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.sign_in_failures, identity.artifacts');
  }
}

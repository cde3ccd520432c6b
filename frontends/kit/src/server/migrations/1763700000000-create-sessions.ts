interface Runner {
  query(sql: string): Promise<unknown>;
}

export class CreateSessions1763700000000 {
  readonly name = 'CreateSessions1763700000000';

  async up(runner: Runner): Promise<void> {
    await runner.query(`
      create table sessions (
        id_hash bytea primary key,
        portal text not null,
        subject text not null,
        membership_id text,
        tokens bytea not null,
        created_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        ends_at timestamptz not null
      )`);
    await runner.query('create index sessions_seen_at on sessions (seen_at)');
    await runner.query('grant select, insert, update, delete on sessions to portal_run');
  }

  async down(runner: Runner): Promise<void> {
    await runner.query('drop table sessions');
  }
}

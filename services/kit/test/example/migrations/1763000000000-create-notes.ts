import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createServiceTables, dropServiceTables } from '../../../src/service-tables.ts';

export class CreateNotes1763000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createServiceTables(runner, 'notes');
    await runner.query(`
      create table notes.notes (
        id text primary key,
        words text not null,
        due_on date not null,
        author text not null,
        version int not null
      );
      alter table notes.notes enable row level security, force row level security;
      -- One policy per command: those of one kind are OR-ed, and a policy FOR ALL would widen what can be read.
      create policy read on notes.notes for select to notes_run
        using (author = (select current_setting('app.actor', true)));
      create policy write on notes.notes for insert to notes_run
        with check (author = (select current_setting('app.actor', true)));
      create policy change on notes.notes for update to notes_run
        using (author = (select current_setting('app.actor', true)));
      create policy keeper on notes.notes to notes_migrate using (true) with check (true);
      grant select, insert, update on notes.notes to notes_run;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notes.notes');
    await dropServiceTables(runner, 'notes');
  }
}

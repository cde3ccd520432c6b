import { readFileSync } from 'node:fs';
import type { EntityManager } from 'typeorm';

interface Account {
  id: string;
  displayName: string;
}

/** Assignments made before names were kept with them get the names of the demonstration's accounts. */
export async function nameOfficers(manager: EntityManager): Promise<void> {
  const path = new URL('./people/accounts.json', import.meta.resolve('@lienthong/seeds/package.json'));
  const accounts = JSON.parse(readFileSync(path, 'utf8')) as Account[];
  await manager.query(
    `update plans.assignments a set person_name = c.name
     from jsonb_to_recordset($1) c (id text, name text) where a.person_id = c.id and a.person_name is null`,
    [JSON.stringify(accounts.map(({ id, displayName }) => ({ id, name: displayName })))],
  );
}

import type { EntityManager } from 'typeorm';
import { readSeedFile } from './seed-file.ts';

interface Account {
  id: string;
  displayName: string;
  displayNameEn: string;
  memberships: { unitId: string; role: string; provinceId: string; validFrom: string }[];
}

/** Accounts named by role and unit, and two integrators' clients; the issuer of the demonstration knows the same ids. */
export async function seedDemonstration(manager: EntityManager): Promise<void> {
  const accounts = readSeedFile<Account[]>('people/accounts.json');
  await manager.query(
    `INSERT INTO people (id, subject, display_name, display_name_en)
     SELECT id, id, normalize("displayName"), "displayNameEn" FROM jsonb_to_recordset($1) AS account
       (id text, "displayName" text, "displayNameEn" text)`,
    [JSON.stringify(accounts)],
  );
  const memberships = accounts.flatMap((account) =>
    account.memberships.map((membership, index) => ({
      ...membership,
      id: `${account.id}.${index + 1}`,
      personId: account.id,
    })),
  );
  await manager.query(
    `INSERT INTO memberships (id, person_id, unit_id, role, bloc, province_id, valid_from, version)
     SELECT m.id, m."personId", m."unitId", m.role, u.bloc, u.province_id, m."validFrom", 1
     FROM jsonb_to_recordset($1) AS m
       (id text, "personId" text, "unitId" text, role text, "validFrom" date)
     JOIN units u ON u.id = m."unitId"`,
    [JSON.stringify(memberships)],
  );
  await manager.query(
    `INSERT INTO integrator_clients (id, name, province_ids, scopes, valid_from) VALUES
       ('integrator-demo', 'Hệ thống tích hợp (minh họa)', '{38}',
         '{units:read,plans:read,reporting:read,compliance:read}', '2025-07-01'),
       ('integrator-plans', 'Hệ thống tích hợp chỉ đọc kế hoạch (minh họa)', '{38}',
         '{units:read,plans:read}', '2025-07-01')`,
  );
}

import { createDataSource } from '@lienthong/kit/database';

export interface FirstAdministrator {
  subject: string;
  name: string;
  unitId: string;
}

/** The one membership that nobody can grant, because nobody is there yet; run again, it changes nothing. */
export async function makeFirstAdministrator(
  url: string,
  { subject, name, unitId }: FirstAdministrator,
): Promise<string> {
  const dataSource = createDataSource({ url, schema: 'units', entities: [], poolSize: 1 });
  await dataSource.initialize();
  try {
    return await dataSource.transaction(async (manager) => {
      const [unit] = await manager.query('SELECT id FROM units WHERE id = $1 AND valid_to IS NULL', [unitId]);
      if (!unit) throw new Error(`There is no unit ${unitId}. Run the seed first, or look up its id.`);
      await manager.query(
        `INSERT INTO people (id, subject, display_name) VALUES (gen_random_uuid()::text, $1, normalize($2))
         ON CONFLICT (subject) DO NOTHING`,
        [subject, name],
      );
      const made = await manager.query(
        `INSERT INTO memberships (id, person_id, unit_id, role, bloc, province_id, valid_from, version)
         SELECT gen_random_uuid()::text, p.id, u.id, 'UNIT_ADMINISTRATOR', u.bloc, u.province_id,
           greatest(u.valid_from, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date), 1
         FROM people p, units u WHERE p.subject = $1 AND u.id = $2
           AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.unit_id = u.id
             AND m.role = 'UNIT_ADMINISTRATOR' AND m.valid_to IS NULL)
         RETURNING id`,
        [subject, unitId],
      );
      return made.length > 0 ? `${name} administers ${unitId}.` : `${name} already administers ${unitId}.`;
    });
  } finally {
    await dataSource.destroy();
  }
}

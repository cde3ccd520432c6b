import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Pool } from 'pg';

const GRANTABLE = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken', 'DeviceCode']);

interface Row {
  payload: AdapterPayload;
  consumed_at: Date | null;
}

/** Keeps the issuer's state in PostgreSQL; made once per kind of artifact by the provider. */
export function artifactAdapter(pool: Pool): (model: string) => Adapter {
  return (model) => {
    const one = async (column: 'id' | 'uid' | 'user_code', value: string): Promise<AdapterPayload | undefined> => {
      const { rows } = await pool.query<Row>(
        `select payload, consumed_at from identity.artifacts
         where model = $1 and ${column} = $2 and (expires_at is null or expires_at > now())`,
        [model, value],
      );
      const [row] = rows;
      if (!row) return undefined;
      const consumed = row.consumed_at ? { consumed: Math.floor(row.consumed_at.getTime() / 1000) } : {};
      return { ...row.payload, ...consumed };
    };
    return {
      async upsert(id, payload, expiresIn) {
        await pool.query(
          `insert into identity.artifacts (model, id, payload, grant_id, user_code, uid, expires_at)
         values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))
         on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
           user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at`,
          [
            model,
            id,
            JSON.stringify(payload),
            payload.grantId ?? null,
            payload.userCode ?? null,
            payload.uid ?? null,
            expiresIn ?? null,
          ],
        );
      },
      find: (id) => one('id', id),
      findByUid: (uid) => one('uid', uid),
      findByUserCode: (code) => one('user_code', code),
      async consume(id) {
        await pool.query('update identity.artifacts set consumed_at = now() where model = $1 and id = $2', [model, id]);
      },
      async destroy(id) {
        await pool.query('delete from identity.artifacts where model = $1 and id = $2', [model, id]);
      },
      async revokeByGrantId(grantId) {
        if (!GRANTABLE.has(model)) return;
        await pool.query('delete from identity.artifacts where model = $1 and grant_id = $2', [model, grantId]);
      },
    };
  };
}

/** Rows past their end are already invisible; this gives their space back. */
export async function removeExpiredArtifacts(pool: Pool): Promise<void> {
  await pool.query(`delete from identity.artifacts where expires_at < now() - interval '1 hour'`);
  await pool.query(`delete from identity.sign_in_failures where last_at < now() - interval '1 day'`);
}

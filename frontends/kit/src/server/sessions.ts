import pg from 'pg';
import { hashed, newSecretId, Seal } from './sealing.ts';

export interface Tokens {
  access: string;
  refresh?: string;
  /** Milliseconds; the access token is of no use after it. */
  accessEndsAt: number;
}

export interface Session {
  id: string;
  subject: string;
  membershipId: string | null;
  tokens: Tokens;
}

export interface SessionLimits {
  portal: string;
  secret: string;
  idleMinutes: number;
  hours: number;
}

/** Sessions in PostgreSQL: a restart keeps them, a second server shares them, a copy of the table opens none. */
export class Sessions {
  readonly #pool: pg.Pool;
  readonly #seal: Seal;
  readonly #limits: SessionLimits;

  constructor(databaseUrl: string, limits: SessionLimits) {
    this.#pool = new pg.Pool({ connectionString: databaseUrl, max: 5, application_name: `${limits.portal} portal` });
    this.#pool.on('error', () => undefined);
    this.#seal = new Seal(limits.secret, 'tokens');
    this.#limits = limits;
  }

  async create(subject: string, tokens: Tokens): Promise<string> {
    const id = newSecretId();
    await this.#pool.query(
      `insert into portal.sessions (id_hash, portal, subject, tokens, ends_at)
       values ($1, $2, $3, $4, now() + make_interval(hours => $5))`,
      [hashed(id), this.#limits.portal, subject, this.#seal.close(tokens), this.#limits.hours],
    );
    return id;
  }

  /** The session while it lives; being asked for counts as being used. */
  async find(id: string, use = true): Promise<Session | undefined> {
    const { rows } = await this.#pool.query<{
      subject: string;
      membership_id: string | null;
      tokens: Buffer;
      stale: boolean;
    }>(
      `select subject, membership_id, tokens, seen_at < now() - interval '30 seconds' as stale
       from portal.sessions
       where id_hash = $1 and portal = $2 and ends_at > now() and seen_at > now() - make_interval(mins => $3)`,
      [hashed(id), this.#limits.portal, this.#limits.idleMinutes],
    );
    const row = rows[0];
    const tokens = row && this.#seal.open<Tokens>(row.tokens);
    if (!row || !tokens) return undefined;
    if (use && row.stale) {
      await this.#pool.query('update portal.sessions set seen_at = now() where id_hash = $1', [hashed(id)]);
    }
    return { id, subject: row.subject, membershipId: row.membership_id, tokens };
  }

  async actAs(id: string, membershipId: string | null): Promise<void> {
    await this.#pool.query('update portal.sessions set membership_id = $2 where id_hash = $1', [
      hashed(id),
      membershipId,
    ]);
  }

  /** One request renews, the others wait for it and take its result: a refresh token is good for one use. */
  async renew(id: string, renew: (tokens: Tokens) => Promise<Tokens | undefined>): Promise<Tokens | undefined> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ tokens: Buffer }>(
        'select tokens from portal.sessions where id_hash = $1 for update',
        [hashed(id)],
      );
      const known = rows[0] && this.#seal.open<Tokens>(rows[0].tokens);
      if (!known) return undefined;
      if (!isEnding(known)) return known;
      const renewed = await renew(known);
      if (renewed) {
        await client.query('update portal.sessions set tokens = $2 where id_hash = $1', [
          hashed(id),
          this.#seal.close(renewed),
        ]);
      } else {
        await client.query('delete from portal.sessions where id_hash = $1', [hashed(id)]);
      }
      return renewed;
    } finally {
      await client.query('commit').catch(() => undefined);
      client.release();
    }
  }

  async end(id: string): Promise<void> {
    await this.#pool.query('delete from portal.sessions where id_hash = $1', [hashed(id)]);
  }

  async sweep(): Promise<void> {
    await this.#pool.query(
      'delete from portal.sessions where portal = $1 and (ends_at < now() or seen_at < now() - make_interval(mins => $2))',
      [this.#limits.portal, this.#limits.idleMinutes],
    );
  }

  async isReachable(): Promise<boolean> {
    return this.#pool.query('select 1').then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

export const isEnding = (tokens: Tokens): boolean => tokens.accessEndsAt < Date.now() + 20_000;

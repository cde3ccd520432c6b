import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { arrayLiteral } from './database.ts';

/** What was done to what; who did it and when is added by the write. */
export interface AuditRecord {
  objectType: string;
  objectId: string;
  provinceId: string;
  blocs: readonly string[];
  unitId?: string | null;
  before?: unknown;
  after?: unknown;
}

export interface AuditAuthor {
  actor: string;
  actorName: string;
  membershipId: string | null;
  requestId: string;
  operation: string;
}

/** Appends entries; the database gives each its number, time and hash over the one before it. */
export async function appendAudit(
  manager: EntityManager,
  schema: string,
  author: AuditAuthor,
  records: readonly AuditRecord[],
): Promise<void> {
  for (const record of records) {
    await manager.query(
      `insert into ${schema}.audit_entries
         (actor, actor_name, membership_id, request_id, operation, object_type, object_id,
          province_id, blocs, unit_id, before, after)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        author.actor,
        author.actorName,
        author.membershipId,
        author.requestId,
        author.operation,
        record.objectType,
        record.objectId,
        record.provinceId,
        arrayLiteral(record.blocs),
        record.unitId ?? null,
        record.before === undefined ? null : JSON.stringify(record.before),
        record.after === undefined ? null : JSON.stringify(record.after),
      ],
    );
  }
}

interface ChainRow {
  seq: string;
  content: string;
  previous_hash: string;
  hash: string;
}

/** The first entry that does not follow from the one before it, or null when the chain is whole. */
export async function firstBrokenAuditEntry(manager: EntityManager, schema: string): Promise<number | null> {
  let previous = '';
  let expected = 1;
  for (let after = 0; ; ) {
    const rows = (await manager.query(
      `select seq, ${schema}.audit_content(e) as content, previous_hash, hash
       from ${schema}.audit_entries e where seq > $1 order by seq limit 1000`,
      [after],
    )) as ChainRow[];
    if (rows.length === 0) return null;
    for (const row of rows) {
      const seq = Number(row.seq);
      const hash = createHash('sha256').update(`${previous}\n${row.content}`).digest('hex');
      if (seq !== expected || row.previous_hash !== previous || row.hash !== hash) return Math.min(seq, expected);
      previous = row.hash;
      expected = seq + 1;
      after = seq;
    }
  }
}

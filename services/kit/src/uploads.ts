import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from './context.ts';
import { inTransaction } from './database.ts';
import { type FileStore, type ReceivedFile, receiveFile } from './files.ts';
import { sendJson } from './http.ts';
import { Refusal } from './refusal.ts';
import type { Route } from './server.ts';

export interface Upload {
  uploadId: string;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
}

/** The key under which a store holds an upload; claiming it moves nothing. */
export function uploadKey(uploadId: string): string {
  return `uploads/${uploadId}`;
}

/** `POST /files/<service>/uploads?name=…`: the file waits, known only to who sent it, until a mutation claims it. */
export function uploadRoute<C extends RequestContext>(
  service: string,
  store: FileStore,
  permit: (context: C) => void | Promise<void>,
  inspect: (context: C, file: ReceivedFile) => Promise<void> = async () => undefined,
): Route<C> {
  return {
    method: 'POST',
    path: `/files/${service}/uploads`,
    handle: async (context, { request, response, url }) => {
      await permit(context);
      const file = await receiveFile(request, url.searchParams.get('name') ?? '');
      const uploadId = randomUUID();
      try {
        // A file that is refused when it is looked into was never in the store.
        await inspect(context, file);
        await store.take(uploadKey(uploadId), file.localFile, file.mediaType);
      } catch (error) {
        await rm(file.localFile, { force: true });
        throw error;
      }
      const { name, size, mediaType, sha256 } = file;
      await inTransaction(context.dataSource, await context.settings(), (manager) =>
        manager.query(
          `insert into ${service}.uploads (id, actor, name, size, media_type, sha256) values ($1, $2, $3, $4, $5, $6)`,
          [uploadId, context.actor.id, name, size, mediaType, sha256],
        ),
      );
      sendJson(response, 201, { uploadId, name, size, mediaType, sha256 } satisfies Upload);
    },
  };
}

/** Inside a write: each upload is the actor's own and is used once. */
export async function claimUploads(
  manager: EntityManager,
  service: string,
  uploadIds: readonly string[],
): Promise<Upload[]> {
  if (uploadIds.length === 0) return [];
  const [rows] = (await manager.query(
    `update ${service}.uploads set claimed_at = now() where id = any ($1) and claimed_at is null
     returning id as "uploadId", name, size::float8 as size, media_type as "mediaType", sha256`,
    [uploadIds],
  )) as [Upload[], number];
  if (rows.length !== new Set(uploadIds).size) throw new Refusal('INVALID', 'UPLOAD_UNKNOWN', { field: 'uploadIds' });
  const order = new Map(uploadIds.map((id, index) => [id, index]));
  return rows.sort((a, b) => (order.get(a.uploadId) ?? 0) - (order.get(b.uploadId) ?? 0));
}

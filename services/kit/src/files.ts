import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsClient } from 'aws4fetch';
import { type MediaType, mediaTypeOf } from './media-type.ts';
import { Refusal } from './refusal.ts';

export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Where file contents live; names, owners and hashes are rows. */
export interface FileStore {
  /** Takes over a finished local file. */
  take(key: string, localFile: string, mediaType: string): Promise<void>;
  read(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
}

const SAFE_KEY = /^[\w-]+(\/[\w-]+)*$/;

function checkedKey(key: string): string {
  if (!SAFE_KEY.test(key)) throw new Error('Not a file key.');
  return key;
}

export function localFileStore(folder: string): FileStore {
  const place = (key: string): string => join(folder, checkedKey(key));
  return {
    take: async (key, localFile) => {
      await mkdir(join(place(key), '..'), { recursive: true });
      await rename(localFile, place(key)).catch(async (error: NodeJS.ErrnoException) => {
        // Another disk: copy beside the goal first, so that a reader never sees half a file.
        if (error.code !== 'EXDEV') throw error;
        const partial = `${place(key)}-${randomUUID()}`;
        await pipeline(createReadStream(localFile), createWriteStream(partial));
        await rename(partial, place(key));
      });
    },
    read: async (key) => {
      await stat(place(key)).catch(() => {
        throw new Refusal('NOT_FOUND', 'NOT_FOUND');
      });
      return createReadStream(place(key));
    },
    remove: (key) => rm(place(key), { force: true }),
  };
}

export interface S3Options {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

export function s3FileStore(options: S3Options): FileStore {
  const client = new AwsClient({
    accessKeyId: options.accessKey,
    secretAccessKey: options.secretKey,
    region: options.region,
    service: 's3',
    retries: 2,
  });
  const address = (key: string): string =>
    `${options.endpoint.replace(/\/$/, '')}/${options.bucket}/${checkedKey(key)}`;
  const call = async (key: string, init: RequestInit): Promise<Response> => {
    const response = await client.fetch(address(key), init);
    if (response.status === 404) throw new Refusal('NOT_FOUND', 'NOT_FOUND');
    if (!response.ok) throw new Error(`The object store answered ${response.status} to ${init.method}.`);
    return response;
  };
  return {
    take: async (key, localFile, mediaType) => {
      // A file-backed blob has a length the store insists on and is read from disk as it is sent.
      const body = await openAsBlob(localFile);
      await call(key, { method: 'PUT', body, headers: { 'content-type': mediaType } });
      await rm(localFile, { force: true });
    },
    read: async (key) => {
      const { body } = await call(key, { method: 'GET' });
      return Readable.fromWeb(body as never);
    },
    remove: async (key) => {
      await call(key, { method: 'DELETE' });
    },
  };
}

export interface FileConfig {
  folder?: string | undefined;
  s3?: S3Options | undefined;
}

export function createFileStore({ folder, s3 }: FileConfig): FileStore {
  if (s3) return s3FileStore(s3);
  if (folder) return localFileStore(folder);
  throw new Error('Files need FILES_DIR or FILES_S3_ENDPOINT.');
}

export interface ReceivedFile {
  name: string;
  size: number;
  sha256: string;
  mediaType: MediaType;
  localFile: string;
}

/** A body as it came in, before anybody has looked at what it is. */
export type ReceivedBody = Omit<ReceivedFile, 'mediaType'>;

/**
 * Streams a request's body to a temporary file: counted and hashed as it passes. Nothing is left behind when it is
 * refused; whoever takes it removes the file.
 */
export async function receiveBody(
  request: IncomingMessage,
  rawName: string,
  limits: { maxBytes?: number } = {},
): Promise<ReceivedBody> {
  const maxBytes = limits.maxBytes ?? MAX_FILE_BYTES;
  const name = checkedName(rawName);
  const tooLarge = (): Refusal =>
    new Refusal('INVALID', 'FILE_TOO_LARGE', { maxMegabytes: Math.floor(maxBytes / 1024 / 1024) });
  const declared = request.headers['content-length'];
  if (declared !== undefined && Number(declared) > maxBytes) throw tooLarge();
  const localFile = join(tmpdir(), `upload-${randomUUID()}`);
  const hash = createHash('sha256');
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(tooLarge());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(request, counted, createWriteStream(localFile, { flags: 'wx', mode: 0o600 })).catch((error) => {
      if (error instanceof Refusal) throw error;
      throw new Refusal('INVALID', 'FILE_INCOMPLETE');
    });
    if (declared !== undefined && Number(declared) !== size) throw new Refusal('INVALID', 'FILE_INCOMPLETE');
    if (size === 0) throw new Refusal('INVALID', 'FILE_EMPTY');
    return { name, size, sha256: hash.digest('hex'), localFile };
  } catch (error) {
    await rm(localFile, { force: true });
    throw error;
  }
}

/** Receives a file whose name and content must say the same of what it is. */
export async function receiveFile(
  request: IncomingMessage,
  rawName: string,
  limits: { maxBytes?: number } = {},
): Promise<ReceivedFile> {
  const received = await receiveBody(request, rawName, limits);
  try {
    return { ...received, mediaType: await mediaTypeOfFile(received) };
  } catch (error) {
    await rm(received.localFile, { force: true });
    throw error;
  }
}

/** What a received file is; refused where its name and its content differ, or where it is none that is taken. */
export async function mediaTypeOfFile({ localFile, size, name }: ReceivedBody): Promise<MediaType> {
  const file = await open(localFile, 'r');
  const mediaType = await mediaTypeOf(file, size, name).finally(() => file.close());
  if (!mediaType) throw new Refusal('INVALID', 'FILE_TYPE');
  return mediaType;
}

/** A name to show, never a path; control and direction characters can make one file look like another. */
function checkedName(rawName: string): string {
  const name = rawName.normalize('NFC').trim();
  const length = Buffer.byteLength(name);
  if (length === 0 || length > 200 || /[\p{Cc}\p{Cf}/\\]/u.test(name) || /^\.+$/.test(name)) {
    throw new Refusal('INVALID', 'FILE_NAME');
  }
  return name;
}

export interface SentFile {
  name: string;
  mediaType: string;
  size?: number | undefined;
}

/** Always a download that nothing in the browser will run. */
export function fileHeaders({ name, mediaType, size }: SentFile): Record<string, string> {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    ...(size === undefined ? {} : { 'content-length': String(size) }),
  };
}

export async function sendFile(response: ServerResponse, file: SentFile, content: Readable): Promise<void> {
  response.writeHead(200, fileHeaders(file));
  await pipeline(content, response).catch((error: NodeJS.ErrnoException) => {
    // The reader went away: nothing is wrong here.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestContext } from '../src/context.ts';
import { type FileStore, localFileStore, s3FileStore, sendFile } from '../src/files.ts';
import { signActorToken } from '../src/peer.ts';
import type { Route } from '../src/server.ts';
import { signedClient } from '../src/testing.ts';
import { claimUploads, uploadKey, uploadRoute } from '../src/uploads.ts';
import { officer, type Running, runExample, stranger } from './example/running.ts';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(64)]);
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(64)]);
const docx = zip(['[Content_Types].xml', 'word/document.xml']);
const xlsx = zip(['[Content_Types].xml', 'xl/workbook.xml']);

let running: Running;
let folder: string;
let store: FileStore;

const download: Route<RequestContext> = {
  method: 'GET',
  path: '/files/notes/uploads/:id',
  handle: async (_context, { params, response }) => {
    await sendFile(
      response,
      { name: 'Báo cáo "quý 3".pdf', mediaType: 'application/pdf' },
      await store.read(uploadKey(params.id ?? '')),
    );
  },
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'files-test-'));
  store = localFileStore(folder);
  const routes = [uploadRoute<RequestContext>('notes', store, () => undefined), download];
  running = await runExample({ definition: { routes } });
});

afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const send = (name: string, body: Buffer): Promise<Response> =>
  signedClient(running.service, officer, running.keys).fetch(`/files/notes/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': 'application/octet-stream' },
  });

const stored = (): number => {
  try {
    return readdirSync(join(folder, 'uploads')).length;
  } catch {
    return 0;
  }
};

test.each([
  ['Biên bản.pdf', pdf, 'application/pdf'],
  ['ảnh.PNG', png, 'image/png'],
  ['ảnh.jpeg', jpeg, 'image/jpeg'],
  ['kế hoạch.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['số liệu.xlsx', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])('%s is taken, with its size, type and hash', async (name, body, mediaType) => {
  const answer = await send(name, body);
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({
    name,
    size: body.length,
    mediaType,
    sha256: createHash('sha256').update(body).digest('hex'),
  });
});

test.each([
  ['a program named .pdf', 'chương trình.pdf', Buffer.from('MZ\x90\x00 this is a program')],
  ['a page named .pdf', 'page.pdf', Buffer.from('<html><script>alert(1)</script>')],
  ['a PDF named .exe', 'x.exe', pdf],
  ['a PDF named .png', 'x.png', pdf],
  ['a drawing that can run scripts', 'x.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
  ['a Word file named .xlsx', 'x.xlsx', docx],
  ['a Word file with macros', 'x.docx', zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
  ['a plain zip named .docx', 'x.docx', zip(['readme.txt'])],
  [
    'a zip that climbs out of its folder',
    'x.docx',
    zip(['[Content_Types].xml', 'word/document.xml', '../../etc/passwd']),
  ],
  [
    'a zip that unpacks to a thousand times its size',
    'x.docx',
    zip(['[Content_Types].xml', 'word/document.xml'], 700_000_000),
  ],
  ['half a zip', 'x.docx', docx.subarray(0, docx.length - 30)],
  ['a file without extension', 'tep', pdf],
])('%s is refused and nothing of it is kept', async (_what, name, body) => {
  const before = stored();
  const answer = await send(name, body);
  expect(answer.status).toBe(415);
  expect(await answer.json()).toMatchObject({ error: { code: 'INVALID', reason: 'FILE_TYPE' } });
  expect(stored()).toBe(before);
});

test.each([
  ['nothing', '', pdf, 'FILE_NAME'],
  ['a path', '../../x.pdf', pdf, 'FILE_NAME'],
  ['a name that reads backwards', 'a\u202Efdp.exe.pdf', pdf, 'FILE_NAME'],
  ['a name with a zero byte', 'a\0.pdf', pdf, 'FILE_NAME'],
  ['a name of 300 letters', `${'a'.repeat(300)}.pdf`, pdf, 'FILE_NAME'],
  ['an empty file', 'x.pdf', Buffer.alloc(0), 'FILE_EMPTY'],
])('%s is refused with its reason', async (_what, name, body, reason) => {
  const answer = await send(name, body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { reason } });
});

/** Writes an upload by hand, for what `fetch` would not send. */
async function raw(headers: Record<string, string>, write: (chunk: (bytes: Buffer) => Promise<void>) => Promise<void>) {
  const token = await signActorToken(running.keys.privateKey('gateway'), 'notes', officer);
  return new Promise<{ status: number; reason: string }>((done, fail) => {
    const call = httpRequest(
      `${running.service.url}/files/notes/uploads?name=x.pdf`,
      // A connection of its own: one that announced more than it sent cannot be used again.
      { method: 'POST', agent: false, headers: { authorization: `Bearer ${token}`, ...headers } },
      (response) => {
        text(response).then(
          (body) => done({ status: response.statusCode ?? 0, reason: JSON.parse(body).error.reason }),
          fail,
        );
      },
    );
    call.on('error', () => undefined);
    const chunk = (bytes: Buffer): Promise<void> =>
      new Promise((next) => {
        if (call.destroyed || !call.write(bytes, () => next())) next();
      });
    write(chunk).then(() => call.end(), fail);
  });
}

test('a file announced with two gigabytes is refused before it is sent', async () => {
  const answer = await raw({ 'content-length': String(2 * 1024 ** 3) }, async (chunk) => chunk(pdf));
  expect(answer).toEqual({ status: 413, reason: 'FILE_TOO_LARGE' });
});

test('a file that keeps coming is cut off at the limit and nothing of it is kept', async () => {
  const before = stored();
  const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith('upload-')).length;
  const left = temporary();
  const block = Buffer.alloc(1024 * 1024, 0x20);
  let sent = 0;
  const answer = await raw({ 'transfer-encoding': 'chunked' }, async (chunk) => {
    await chunk(pdf);
    for (; sent < 80; sent += 1) await chunk(block);
  });
  expect(answer).toEqual({ status: 413, reason: 'FILE_TOO_LARGE' });
  expect(stored()).toBe(before);
  expect(temporary()).toBe(left);
});

test('a file comes back as a download that no browser will run', async () => {
  const { uploadId } = (await (await send('x.pdf', pdf)).json()) as { uploadId: string };
  const answer = await signedClient(running.service, officer, running.keys).fetch(`/files/notes/uploads/${uploadId}`);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="B_o c_o _qu_ 3_.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22qu%C3%BD%203%22.pdf`,
  );
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
});

test('an upload is used once, and only by who sent it', async () => {
  const { uploadId } = (await (await send('x.pdf', pdf)).json()) as { uploadId: string };
  const claim = async (actor: typeof officer, idempotencyKey: string) =>
    (await running.context(actor)).write('claim', { idempotencyKey }, async (manager) => {
      const [upload] = await claimUploads(manager, 'notes', [uploadId]);
      return { name: upload?.name ?? '' };
    });
  await expect(claim(stranger, 'claim-stranger')).rejects.toMatchObject({ reason: 'UPLOAD_UNKNOWN' });
  expect(await claim(officer, 'claim-officer')).toEqual({ name: 'x.pdf' });
  await expect(claim(officer, 'claim-again')).rejects.toMatchObject({ reason: 'UPLOAD_UNKNOWN' });
});

test('the same store may be an S3 service: signed, with a length, and gone when removed', async () => {
  const objects = new Map<string, Buffer>();
  const calls: { method?: string; authorization?: string; length?: string }[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const path = request.url ?? '';
    calls.push({
      ...(request.method ? { method: request.method } : {}),
      ...(request.headers.authorization ? { authorization: request.headers.authorization } : {}),
      ...(request.headers['content-length'] ? { length: request.headers['content-length'] } : {}),
    });
    if (request.method === 'PUT') objects.set(path, Buffer.concat(chunks));
    if (request.method === 'DELETE') objects.delete(path);
    const found = objects.get(path);
    response.statusCode = request.method === 'GET' && !found ? 404 : 200;
    response.end(request.method === 'GET' ? found : undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const s3 = s3FileStore({ endpoint, bucket: 'evidence', region: 'vn-1', accessKey: 'key', secretKey: 'secret' });
    const local = join(folder, 'local');
    await localFileStore(folder).take('local', await temporaryFile(pdf), 'application/pdf');
    await s3.take('uploads/one', local, 'application/pdf');
    expect(objects.get('/evidence/uploads/one')).toEqual(pdf);
    expect(calls[0]?.length).toBe(String(pdf.length));
    expect(calls[0]?.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/vn-1\/s3\/aws4_request/);
    expect(await text(await s3.read('uploads/one'))).toBe(pdf.toString());
    await s3.remove('uploads/one');
    await expect(s3.read('uploads/one')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('a store takes no key that leads elsewhere', async () => {
  for (const key of ['../x', '/etc/passwd', 'a//b', 'a/../b', '']) {
    await expect(store.read(key)).rejects.toThrow('Not a file key');
  }
});

async function temporaryFile(content: Buffer): Promise<string> {
  const { writeFile } = await import('node:fs/promises');
  const path = join(folder, `temporary-${randomBytes(4).toString('hex')}`);
  await writeFile(path, content);
  return path;
}

/** A zip file of stored entries; `claimedSize` is what its directory says the entries unpack to. */
function zip(names: string[], claimedSize?: number): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const content = Buffer.from(`<x name="${name}"/>`);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(claimedSize ?? content.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), content);
    directory.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + content.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

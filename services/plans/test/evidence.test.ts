import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tinyPdf } from '../src/seeds/tiny-pdf.ts';
import { makeActor, makeIntegrator } from './make.ts';
import { act, refused, report } from './operations.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.end());

const officer = makeActor('38.skhcn', 'REPORTER');
const TASK = 'th-285-kh-tu.21';
const PDF = tinyPdf(['Bien ban nghiem thu']);

const upload = (name: string, body: Uint8Array | string, actor = officer): Promise<Response> =>
  world
    .as(actor)
    .fetch(`/files/plans/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', body: body as never });

const text = (value: string): Buffer => Buffer.from(value);

describe('a hostile file is refused, whatever it calls itself', () => {
  test.each<[string, string, Uint8Array, number]>([
    ['a program called .pdf', 'quyết định.pdf', Buffer.concat([text('MZ\x90\x00'), Buffer.alloc(300)]), 415],
    ['a Linux program called .pdf', 'a.pdf', Buffer.concat([text('\x7fELF'), Buffer.alloc(300)]), 415],
    ['a shell script called .pdf', 'a.pdf', text('#!/bin/sh\nrm -rf /\n'), 415],
    ['a page called .pdf', 'a.pdf', text('<html><script>alert(1)</script></html>'), 415],
    ['a drawing with a script', 'a.svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 415],
    ['a drawing called .png', 'a.png', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
    ['a PDF called .exe', 'a.exe', PDF, 415],
    ['a PDF called .docx', 'a.docx', PDF, 415],
    ['an archive called .docx', 'a.docx', Buffer.concat([text('PK\x03\x04'), Buffer.alloc(200)]), 415],
    ['an empty file', 'a.pdf', Buffer.alloc(0), 400],
    ['a path as a name', '../../etc/passwd.pdf', PDF, 400],
    ['a name with a line break', 'a\nb.pdf', PDF, 400],
    ['a name that reads backwards', 'a\u202Efdp.exe.pdf', PDF, 400],
    ['no name', '', PDF, 400],
  ])('%s', async (_, name, body, status) => {
    const response = await upload(name, body);
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toMatch(/[Tt]ệp/);
    const [row] = await world.database.sql<{ n: number }>('select count(*)::int n from plans.uploads');
    expect(row?.n).toBe(0);
  });

  test('a file that says it is 2 GB is refused before it is read', async () => {
    const { port } = new URL(world.service.url);
    const token = `Bearer ${await world.tokenOf(officer)}`;
    const answer = await new Promise<string>((done, fail) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST /files/plans/uploads?name=a.pdf HTTP/1.1\r\nHost: x\r\nAuthorization: ${token}\r\nContent-Length: 2147483648\r\n\r\n%PDF-1.4`,
        );
      });
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk.toString();
        if (received.includes('\r\n\r\n')) socket.destroy();
      });
      socket.on('close', () => done(received));
      socket.on('error', fail);
    });
    expect(answer).toContain(' 413 ');
  });
});

describe('evidence', () => {
  let evidence: { id: string; url: string; sha256: string };

  test('goes up, supports a report, and comes down as it was', async () => {
    const response = await upload('Biên bản nghiệm thu.pdf', PDF);
    expect(response.status).toBe(201);
    const { uploadId, mediaType, size, sha256 } = (await response.json()) as Record<string, string>;
    expect({ mediaType, size }).toEqual({ mediaType: 'application/pdf', size: PDF.length });
    expect(sha256).toBe(createHash('sha256').update(PDF).digest('hex'));
    const { task } = await act(world.as(officer), 'reportTaskProgress', report(TASK, 1, { uploadIds: [uploadId] }));
    evidence = task.latestReport.evidence[0];
    expect(evidence).toMatchObject({
      name: 'Biên bản nghiệm thu.pdf',
      sha256,
      url: `/files/plans/evidence/${evidence.id}`,
    });
    const back = await world.as(makeActor('38.vptu', 'STANDING_AGENCY')).fetch(evidence.url);
    expect(back.status).toBe(200);
    expect(Buffer.from(await back.arrayBuffer()).equals(PDF)).toBe(true);
    expect(back.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(back.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('an Excel file of our own making is taken', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Số liệu').addRow(['a', 1]);
    const response = await upload('Số liệu.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(response.status).toBe(201);
  });

  test.each([
    ['a unit that has no part in the task', makeActor('38.stp', 'REPORTER'), 404],
    ['another province', makeActor('82.skhcn', 'STANDING_AGENCY'), 404],
    ['an integrating team', makeIntegrator(['plans:read'], ['38']), 403],
  ])('%s does not get it', async (_, actor, status) => {
    const response = await world.as(actor).fetch(evidence.url);
    expect(response.status).toBe(status);
  });

  test('an upload is used once, and only by whoever sent it', async () => {
    const { uploadId } = (await (await upload('a.pdf', PDF)).json()) as { uploadId: string };
    const other = makeActor('38.vpubnd', 'REPORTER');
    const stolen = await refused(
      world.as(other),
      'reportTaskProgress',
      report('th-285-kh-tu.30', 1, { uploadIds: [uploadId] }),
    );
    expect(stolen).toMatchObject({ code: 'INVALID', reason: 'UPLOAD_UNKNOWN' });
    await act(world.as(officer), 'reportTaskProgress', report('th-285-kh-tu.20', 1, { uploadIds: [uploadId] }));
    const again = await refused(
      world.as(officer),
      'reportTaskProgress',
      report('th-285-kh-tu.14', 1, { uploadIds: [uploadId] }),
    );
    expect(again.reason).toBe('UPLOAD_UNKNOWN');
  });

  test('a viewer, and an integrating team, may not send files', async () => {
    expect((await upload('a.pdf', PDF, makeActor('38.skhcn', 'VIEWER'))).status).toBe(403);
    expect((await upload('a.pdf', PDF, makeIntegrator(['plans:read'], ['38']))).status).toBe(403);
  });
});

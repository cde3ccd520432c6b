// Shows a built portal with its built modules on made-up answers: no services, no sign-in.
//   node frontends/kit/scripts/preview.ts [party|government] [port]
// A module may add frontends/<module>/src/preview.ts with `export const answers` (values by Type.field).
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Answers, mockedGraph } from '../src/testing/mocked-graph.ts';
import { sampleViewer } from '../src/testing/sample-viewer.ts';

const frontends = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = ['plans', 'units', 'reporting', 'compliance'];
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function sendFile(folder: string, path: string, answer: ServerResponse): boolean {
  const file = join(folder, normalize(decodeURIComponent(path)));
  if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return false;
  answer.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
  });
  createReadStream(file).pipe(answer);
  return true;
}

const listen = (port: number, handle: (request: IncomingMessage, answer: ServerResponse) => void) =>
  new Promise<number>((resolve) => {
    const server = createServer(handle).listen(port, '127.0.0.1', () =>
      resolve((server.address() as { port: number }).port),
    );
  });

async function body(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}

interface Registered {
  name: string;
  title: { vi: string; en: string };
}
const titles = Object.fromEntries(
  (JSON.parse(readFileSync(join(frontends, 'party/modules.json'), 'utf8')) as { modules: Registered[] }).modules.map(
    ({ name, title }) => [name, title],
  ),
);

export async function startPreview(portal: 'party' | 'government', port = 0, extra: Answers = {}): Promise<string> {
  const registry = await Promise.all(
    modules.map(async (name) => {
      const at = await listen(0, (request, answer) => {
        if (!sendFile(join(frontends, name, 'dist'), new URL(request.url ?? '/', 'http://preview').pathname, answer))
          answer.writeHead(404, { 'access-control-allow-origin': '*' }).end();
      });
      return {
        name,
        entry: `http://127.0.0.1:${at}/mf-manifest.json`,
        operations: `http://127.0.0.1:${at}/operations.json`,
      };
    }),
  );
  const answers: Answers = { ...sampleViewer(portal === 'party' ? 'PARTY' : 'GOVERNMENT') };
  for (const name of modules) {
    const file = join(frontends, name, 'src/preview.ts');
    if (existsSync(file))
      Object.assign(answers, ((await import(pathToFileURL(file).href)) as { answers: Answers }).answers);
  }
  const graph = mockedGraph({ ...answers, ...extra });
  const operation = (hash: string) => {
    for (const name of [portal, ...modules]) {
      const file = join(frontends, name, 'dist/operations.json');
      const text = existsSync(file)
        ? (JSON.parse(readFileSync(file, 'utf8')) as { operations: Record<string, string> }).operations[hash]
        : undefined;
      if (text) return text;
    }
    throw new Error(`no module registered ${hash}`);
  };
  const at = await listen(port, async (request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://preview');
    if (pathname === '/graphql') {
      const { variables, extensions } = JSON.parse(await body(request));
      const result = await graph.ask(operation(extensions.persistedQuery.sha256Hash), variables);
      answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
    } else if (pathname === '/modules.json') {
      answer.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          modules: registry.map((module) => ({ ...module, title: titles[module.name] })),
          portals: {},
        }),
      );
    } else if (pathname === '/events') {
      answer.writeHead(200, { 'content-type': 'text/event-stream' });
      answer.write(': open\n\n');
    } else if (pathname.startsWith('/files/') && request.method === 'POST') {
      await body(request);
      answer
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ uploadId: 'upload-1', name: 'preview.pdf', size: 1 }));
    } else if (!sendFile(join(frontends, portal, 'dist'), pathname, answer)) {
      sendFile(join(frontends, portal, 'dist'), '/index.html', answer);
    }
  });
  return `http://127.0.0.1:${at}`;
}

if (import.meta.main) {
  const [portal = 'party', port = '0'] = process.argv.slice(2);
  console.log(await startPreview(portal as 'party', Number(port)));
}

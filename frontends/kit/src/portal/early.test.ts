import { beforeEach, expect, test, vi } from 'vitest';

const asked: { operationName: string; language: string | null }[] = [];

function page(path: string, role: string) {
  history.replaceState(null, '', path);
  const questions = { 'my-work': [{ name: 'MyWork', hash: 'm' }], overview: [{ name: 'Overview', hash: 'o' }] };
  document.body.innerHTML = `<script type="application/json" id="first-questions">${JSON.stringify(questions)}</script>`;
  vi.stubGlobal('__VIEWER_HASH__', 'v');
  vi.stubGlobal('fetch', async (_address: string, { body, headers }: RequestInit) => {
    const { operationName } = JSON.parse(String(body)) as { operationName: string };
    asked.push({ operationName, language: new Headers(headers).get('accept-language') });
    return new Response(JSON.stringify({ data: { me: { membership: { role } } } }));
  });
}

const names = () => asked.map(({ operationName }) => operationName);

beforeEach(() => {
  asked.length = 0;
  window.lienthongEarly = undefined;
  vi.resetModules();
  localStorage.clear();
});

test.each([
  ['STANDING_AGENCY', 'Overview'],
  ['REPORTER', 'MyWork'],
])('the root of a portal asks what the first page of a %s shows', async (role, question) => {
  page('/', role);
  await import('./early.ts');
  await vi.waitFor(() => expect(names()).toEqual(['Viewer', question]));
});

test('a page with cards asks for them at once, in the language of the reader', async () => {
  localStorage.setItem('lt-language', 'en');
  page('/overview', 'REPORTER');
  await import('./early.ts');
  expect(asked).toEqual([
    { operationName: 'Viewer', language: 'en' },
    { operationName: 'Overview', language: 'en' },
  ]);
});

test('any other page asks who is looking, and nothing else', async () => {
  page('/tasks', 'REPORTER');
  await import('./early.ts');
  expect(names()).toEqual(['Viewer']);
});

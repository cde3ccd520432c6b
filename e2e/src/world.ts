/** What a running instance tells about itself, and the people who use it in a browser. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { beforeEach, inject, onTestFailed } from 'vitest';

export interface Credentials {
  clientId: string;
  clientSecret: string;
  tokenEndpoint: string;
  resource: string;
  scope: string;
}

/** A demonstration account and the posts it holds. */
export interface Account {
  login: string;
  displayName: string;
  memberships: { unitId: string; role: string; provinceId: string }[];
}

export interface World {
  /** The instance's folder: process ids and logs are in it. */
  data: string;
  /** Whether its processes may be killed and hung: not those of an instance that somebody works with. */
  mayDisturb: boolean;
  portals: { party: string; government: string };
  graph: string;
  issuer: string;
  demonstrationTarget: { host: string; port: number };
  password: string;
  accounts: Account[];
  integrator: Credentials;
  limitedIntegrator: Credentials;
}

declare module 'vitest' {
  export interface ProvidedContext {
    world: World;
  }
}

export const world = (): World => inject('world');

let browser: Browser | undefined;

export async function openBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
}

/** Signs an account in at a portal, the way a person does: portal, issuer's page, back. */
export async function signIn(
  login: string,
  portal: 'party' | 'government',
  options: { viewport?: { width: number; height: number }; locale?: string } = {},
): Promise<Visit> {
  const context = await (await openBrowser()).newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    locale: options.locale ?? 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(world().portals[portal]);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(world().password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(
    (address) => address.href.startsWith(world().portals[portal]) && !address.pathname.startsWith('/auth'),
  );
  return { page, context };
}

/** Screenshots are kept only where a folder is named, for people who want to look. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Keeps pictures of the pages of each test that fails. */
export function photographFailures(pages: () => Page | Page[]): void {
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      const name = `failed ${task.name}`.replaceAll(/[/:]/g, '-').slice(0, 100);
      for (const [index, page] of [pages()].flat().entries()) await photograph(page, `${name} ${index + 1}`);
    });
  });
}

/** A token by client credentials, as an integrating team's program gets it. */
export async function integratorToken(credentials: Credentials): Promise<string> {
  const answer = await fetch(credentials.tokenEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: credentials.scope,
      resource: credentials.resource,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}

export interface GraphAnswer {
  data: Record<string, never> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

export async function ask(token: string, query: string, variables: object = {}): Promise<GraphAnswer> {
  const answer = await fetch(world().graph, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as GraphAnswer;
}

/** A PDF of one page that says what it is. */
export function smallPdf(words: string): Buffer {
  const content = `BT /F1 18 Tf 72 720 Td (${words.normalize('NFD').replace(/[^\x20-\x7e]/g, '')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

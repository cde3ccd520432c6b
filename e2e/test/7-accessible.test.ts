/** Everybody can use every page: by screen reader, keyboard, phone and magnifier, on paper, in both languages. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, settled, tooWide } from '../src/accessibility.ts';
import { draftText } from '../src/draft-deeds.ts';
import {
  ask,
  closeBrowser,
  integratorToken,
  openBrowser,
  photograph,
  photographFailures,
  signIn,
  world,
} from '../src/world.ts';

type Portal = 'party' | 'government';

const wide = { width: 1440, height: 900 };
/** What is left of such a screen at a zoom of 200 %. */
const zoomed = { width: 720, height: 450 };
const narrow = { width: 360, height: 740 };

const accounts: Record<Portal, { daily: string; security: string }> = {
  party: { daily: 'vptu-chuyenvien', security: 'vptu-antoan' },
  government: { daily: 'skhcn-chuyenvien', security: 'congan-antoan' },
};
const soon = { timeout: 15_000 };
const units: Record<Portal, string> = { party: '38.vptu', government: '38.skhcn' };

/** Addresses of real objects of a unit, asked of the graph. */
async function addresses(portal: Portal): Promise<{ daily: string[]; security: string[]; task: string }> {
  const answer = await ask(
    await integratorToken(world().integrator),
    `query ($unit: ID!) {
       tasks(filter: { leadUnitId: $unit, state: [IN_PROGRESS, NOT_STARTED] }, first: 50)
         { nodes { id leadUnits { id } } }
       reportObligations(filter: { unitId: $unit, state: [DUE_SOON, OVERDUE] }, first: 1)
         { nodes { id periodFrom regime { id } } }
       informationSystems(first: 50) { nodes { id owner { bloc } } } }`,
    { unit: units[portal] },
  );
  const { tasks, reportObligations, informationSystems } = answer.data as unknown as {
    tasks: { nodes: { id: string; leadUnits: { id: string }[] }[] };
    reportObligations: { nodes: { id: string; periodFrom: string; regime: { id: string } }[] };
    informationSystems: { nodes: { id: string; owner: { bloc: string } | null }[] };
  };
  const task = tasks.nodes.find(({ leadUnits }) => leadUnits.some(({ id }) => id === units[portal]))!.id;
  const owed = reportObligations.nodes[0]!;
  const system = informationSystems.nodes.find(({ owner }) => owner?.bloc === portal.toUpperCase())!;
  return {
    task,
    daily: [
      '/overview',
      '/my-work',
      '/plans',
      '/plans/th-285-kh-tu',
      '/tasks',
      `/tasks/${task}`,
      '/reports',
      `/reports/obligations/${owed.id}`,
      `/reports/punctuality?regime=${owed.regime.id}`,
      `/reports/consolidated?regime=${owed.regime.id}&period=${owed.periodFrom}`,
      '/units',
      '/units?view=table',
      '/units?view=changes',
      `/units/${units[portal]}`,
      '/compliance/systems/new',
    ],
    security: [
      '/compliance',
      '/compliance/systems',
      '/compliance/systems/new',
      `/compliance/systems/${system.id}`,
      '/plans/quarantine',
    ],
  };
}

/** A document under review with a doubt in it, as the page sends a text that was pasted. */
async function openDraft(page: Page): Promise<string> {
  const text = draftText(
    `Xem bằng mọi cách ${Date.now()}`,
    '3\tViết hướng dẫn thử thứ ba\tTrạm Thử Liên cơ quan\t25/12/2025',
  );
  return page.evaluate(async (body) => {
    const answer = await fetch('/files/plans/documents?name=van-ban.txt', {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'x-requested-with': 'lienthong' },
      body,
    });
    return ((await answer.json()) as { draftId: string }).draftId;
  }, text);
}

async function speak(page: Page, language: 'VI' | 'EN'): Promise<void> {
  await page.getByText(language, { exact: true }).click();
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language.toLowerCase());
}

describe.each([
  { portal: 'party', languages: ['vi', 'en'] },
  { portal: 'government', languages: ['en', 'vi'] },
] as const)('the $portal portal', ({ portal, languages }) => {
  const pages: Record<'daily' | 'security', Page> = {} as never;
  let paths: Awaited<ReturnType<typeof addresses>>;
  const origin = world().portals[portal];

  beforeAll(async () => {
    paths = await addresses(portal);
    const { daily, security } = accounts[portal];
    const [first, second] = await Promise.all([signIn(daily, portal), signIn(security, portal)]);
    pages.daily = first.page;
    pages.security = second.page;
    // The officer of the Party office is its standing agency, who sends documents; the department's is not.
    if (portal === 'party') paths.daily.push('/plans/drafts', `/plans/drafts/${await openDraft(first.page)}`);
  });
  afterAll(() => Promise.all(Object.values(pages).map((page) => page.context().close())));
  photographFailures(() => Object.values(pages));

  // Pages change language in turn, and the other portal the other way round: each is seen in both.
  it('holds nothing for axe to find and nothing too wide, on a screen, zoomed and on a phone, in both languages', async () => {
    const findings: Record<string, string[]> = {};
    const note = (place: string, found: string[]) => {
      if (found.length > 0) findings[place] = found;
    };
    const look = async (who: 'daily' | 'security') => {
      const page = pages[who];
      for (const [index, path] of paths[who].entries()) {
        const language = languages[index % 2]!;
        await page.evaluate((chosen) => localStorage.setItem('lt-language', chosen), language);
        await page.setViewportSize(wide);
        await page.goto(origin + path);
        await settled(page);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        note(`${path} ${language} 1440`, await axeFindings(page));
        await page.setViewportSize(zoomed);
        await settled(page);
        note(`${path} ${language} 200 %`, await tooWide(page));
        await page.setViewportSize(narrow);
        await settled(page);
        note(`${path} ${language} 360 wide`, await tooWide(page));
        // What differs on a phone is the same in both portals.
        if (portal === 'party') note(`${path} ${language} 360`, await axeFindings(page));
        await photograph(page, `7-${portal}${path.replaceAll(/[/?=&]/g, '-')}`);
      }
    };
    await Promise.all([look('daily'), look('security')]);
    expect(findings).toEqual({});
  }, 240_000);

  it('leads past the menu, to the search and into the page by keyboard', async () => {
    const page = pages.daily;
    await page.setViewportSize(wide);
    await page.evaluate(() => localStorage.setItem('lt-language', 'vi'));
    await page.goto(`${origin}/my-work`);
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-header-search]'))).toBe(true);
    await page.keyboard.type('so khoa hoc');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tasks\?search=/);
  });

  it('changes every word of the menu with the language, and remembers it', async () => {
    const page = pages.daily;
    const words = () => page.getByRole('navigation').first().getByRole('link').allInnerTexts();
    const bare = async () => (await words()).map((word) => word.replace(/\s*\d+$/, '').trim());
    await speak(page, 'VI');
    await settled(page);
    const vietnamese = await bare();
    await speak(page, 'EN');
    await expect.poll(bare, soon).not.toEqual(vietnamese);
    const english = await bare();
    expect(english).toHaveLength(vietnamese.length);
    expect(vietnamese.length).toBeGreaterThan(5);
    expect(english.filter((word) => vietnamese.includes(word) || /[^\x20-\x7e]/.test(word))).toEqual([]);
    await page.reload();
    await settled(page);
    expect(await bare()).toEqual(english);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await speak(page, 'VI');
  });
});

describe('what a person does without a mouse', () => {
  let page: Page;
  let task = '';
  const origin = world().portals.government;

  beforeAll(async () => {
    ({ task } = await addresses('government'));
    page = (await signIn('skhcn-chuyenvien', 'government')).page;
  });
  afterAll(() => page.context().close());
  photographFailures(() => [page]);

  it('goes through the rows of a table with the arrow keys', async () => {
    await page.goto(`${origin}/tasks`);
    await settled(page);
    const row = () => page.evaluate(() => document.activeElement?.getAttribute('data-index'));
    await page.locator('[role=row][tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(row, soon).toBe('1');
    await page.keyboard.press('ArrowDown');
    await expect.poll(row, soon).toBe('2');
    await page.keyboard.press('ArrowUp');
    await expect.poll(row, soon).toBe('1');
  });

  it('a table of 1,000 rows says how many there are and reaches the last one', async () => {
    await page.route('**/graphql', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as {
        data?: { tasks?: { totalCount: number; nodes: { id: string }[]; pageInfo: object } };
      };
      const tasks = body.data?.tasks;
      if (route.request().postDataJSON().operationName !== 'TaskList' || !tasks)
        return route.fulfill({ response: answer });
      const { nodes } = tasks;
      tasks.nodes = Array.from({ length: 1_000 }, (_, index) => ({
        ...nodes[index % nodes.length]!,
        id: `row-${index + 1}`,
      }));
      tasks.totalCount = 1_000;
      tasks.pageInfo = { ...tasks.pageInfo, hasNextPage: false, endCursor: null };
      return route.fulfill({ response: answer, json: body });
    });
    await page.goto(`${origin}/tasks`);
    const table = page.getByRole('table');
    await expect.poll(() => table.getAttribute('aria-rowcount'), soon).toBe('1001');
    expect(await page.getByRole('row').count()).toBeLessThan(100);
    await page.locator('[role=row][tabindex="0"]').focus();
    await page.keyboard.press('End');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex')), soon)
      .toBe('1001');
    await page.unroute('**/graphql');
  });

  it('reports progress, is told what is missing, and saves', async () => {
    await page.goto(`${origin}/tasks/${task}`);
    await settled(page);
    await tabTo(page, 'Báo cáo tiến độ');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Gửi báo cáo');
    await page.keyboard.press('Enter');
    await page.getByText('Chưa nhập: Kết quả thực hiện').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await tabTo(page, 'Chưa nhập: Kết quả thực hiện');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Đã lấy ý kiến các phòng.');
    await tabTo(page, 'Tiến độ (%)');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('45');
    await tabTo(page, 'Gửi báo cáo');
    await page.keyboard.press('Enter');
    await page.getByText(/Đã lưu \d{2}:\d{2}/).waitFor();
  });
});

describe('on paper', () => {
  let page: Page;
  beforeAll(async () => {
    page = (await signIn('vptu-chuyenvien', 'party')).page;
  });
  afterAll(() => page.context().close());
  photographFailures(() => [page]);

  it('a page keeps its content, its date and its source, and loses what only a screen needs', async () => {
    const address = `${world().portals.party}/plans/th-285-kh-tu`;
    await page.goto(address);
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    expect(await page.getByRole('search').first().isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: /285-KH\/TU/, level: 1 }).isVisible()).toBe(true);
    const source = page.getByText(/In ngày \d{2}\/\d{2}\/\d{4}.* từ /);
    expect(await source.isVisible()).toBe(true);
    expect(await source.textContent()).toContain(address);
    // Only visible rows would be a truncated document: all of the plan's tasks are on the paper.
    expect(await page.getByRole('row').count()).toBeGreaterThanOrEqual(62);
    // On A4 between its margins it is still a table, with each title above its column.
    await page.setViewportSize({ width: 680, height: 960 });
    const left = (place: Locator) => place.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
    const titles = await left(page.getByRole('columnheader'));
    expect(titles.length).toBeGreaterThan(4);
    expect(await left(page.getByRole('row').nth(1).getByRole('cell'))).toEqual(titles);
    expect(await tooWide(page)).toEqual([]);
    await photograph(page, '7-print');
  });
});

describe('the pages of those who are not in yet', () => {
  afterAll(closeBrowser);

  it('the sign-in page has nothing for axe to find, in both languages, on a screen and a phone', async () => {
    const context = await (await openBrowser()).newContext({ viewport: wide, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(world().portals.party);
    await page.getByLabel('Mật khẩu').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByText('English').click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await page.setViewportSize(narrow);
    expect(await axeFindings(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await context.close();
  });

  it.each([
    { login: 'chua-phan-cong', title: 'Bạn đã đăng nhập nhưng chưa được phân công' },
    { login: 'skhcn-chuyenvien', title: 'Tài khoản này không thuộc cổng này' },
  ])('so has the page "$title"', async ({ login, title }) => {
    const { page, context } = await signIn(login, 'party', { viewport: narrow });
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Tiếng Việt' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe(title);
    expect(await axeFindings(page)).toEqual([]);
    await photograph(page, `7-${login}`);
    await context.close();
  });
});

/** Goes on with Tab, as a person does, until the named thing has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 80; press++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way by Tab to "${name}".`);
}

/** The words by which the thing with the focus is known. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent;
    return (label ?? '').replace(/\s*\*$/, '').trim();
  });
}

/** What a page must hold for everybody: nothing for axe to find, nothing to scroll sideways for. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page is there when it has its heading and nothing in it still waits. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}

/** Each finding as one line: rule, place, what is wrong. */
export async function axeFindings(page: Page): Promise<string[]> {
  // One evaluation in the page itself: there are no frames to gather from, and a second page for it costs a second.
  // What passes is not listed: writing that down takes longer than finding it.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await builder.withTags(wcag22aa).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, html, any, all, none }) =>
        [id, String(target), html.slice(0, 160), [...any, ...all, ...none][0]?.message ?? ''].join(' | '),
      ),
  );
}

/** What sticks out of the window to the right; empty when nothing has to be scrolled sideways. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if ((document.scrollingElement?.scrollWidth ?? 0) <= width) return [];
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      const isHidden =
        element.closest('[role=columnheader]') !== null || getComputedStyle(element).position === 'fixed';
      return box.width > 0 && box.right > width + 1 && !isHidden;
    });
    return [
      `${document.scrollingElement?.scrollWidth} px in a window of ${width} px`,
      ...out.slice(-3).map((element) => element.outerHTML.slice(0, 160)),
    ];
  });
}

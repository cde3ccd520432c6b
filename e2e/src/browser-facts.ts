/** What a browser can tell about a page that its reader cannot see: copies of libraries, bytes, times. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

declare global {
  interface Window {
    reactCopies: number;
    firstSight: { lcp: number; cls: number };
  }
}

/** Before any page opens: every copy of React that draws reports to this hook, as it would to its developer tools. */
export async function countReactCopies(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.reactCopies = 0;
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => ++window.reactCopies,
        onCommitFiberRoot: () => undefined,
        onCommitFiberUnmount: () => undefined,
        checkDCE: () => undefined,
      },
    });
  });
}

/** The different Apollo clients that the components on the screen hold, and how many components hold one. */
export function apolloClients(page: Page): Promise<{ clients: number; holders: number }> {
  return page.evaluate(() => {
    interface Fiber {
      child: Fiber | null;
      sibling: Fiber | null;
      memoizedProps: unknown;
      memoizedState: unknown;
    }
    const clients = new Set<object>();
    let holders = 0;
    const isClient = (value: object): boolean =>
      'cache' in value && 'link' in value && 'watchQuery' in value && 'mutate' in value;
    const look = (value: unknown, depth: number): boolean => {
      if (value === null || typeof value !== 'object' || value instanceof Node) return false;
      if (isClient(value)) return Boolean(clients.add(value));
      if (depth === 0 || Array.isArray(value)) return false;
      // Getters of strangers may throw; only what is stored is looked at.
      return Object.values(Object.getOwnPropertyDescriptors(value)).some(
        (property) => 'value' in property && look(property.value, depth - 1),
      );
    };
    const visit = (fiber: Fiber | null): void => {
      for (let one = fiber; one; one = one.sibling) {
        let found = look(one.memoizedProps, 2);
        let hook = one.memoizedState as { memoizedState?: unknown; next?: unknown } | null;
        for (; hook && typeof hook === 'object' && 'next' in hook; hook = hook.next as typeof hook) {
          found = look(hook.memoizedState, 2) || found;
        }
        if (found) holders++;
        visit(one.child);
      }
    };
    const place = document.getElementById('portal')! as unknown as Record<string, Fiber>;
    visit(place[Object.keys(place).find((key) => key.startsWith('__reactContainer$'))!]!);
    return { clients: clients.size, holders };
  });
}

export interface Transferred {
  code: number;
  fonts: number;
  other: number;
}

/** Bytes as they came over the wire, for each origin. */
export async function weighTransfers(page: Page): Promise<{ session: CDPSession; byOrigin: Map<string, Transferred> }> {
  const session = await page.context().newCDPSession(page);
  const byOrigin = new Map<string, Transferred>();
  const kinds = new Map<string, { origin: string; kind: keyof Transferred }>();
  await session.send('Network.enable');
  // Emptied, not switched off: what is preloaded needs a place to wait in.
  await session.send('Network.clearBrowserCache');
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const { origin, pathname } = new URL(response.url);
    const kind = /\.(js|css)$/.test(pathname) ? 'code' : /\.woff2?$/.test(pathname) ? 'fonts' : 'other';
    kinds.set(requestId, { origin, kind });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const known = kinds.get(requestId);
    if (!known) return;
    const sum = byOrigin.get(known.origin) ?? { code: 0, fonts: 0, other: 0 };
    sum[known.kind] += encodedDataLength;
    byOrigin.set(known.origin, sum);
  });
  return { session, byOrigin };
}

/** Before any page opens: largest contentful paint and layout shifts, as the browser itself reports them. */
export async function watchFirstSight(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.firstSight = { lcp: 0, cls: 0 };
    new PerformanceObserver((list) => {
      window.firstSight.lcp = list.getEntries().at(-1)!.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { hadRecentInput: boolean; value: number }[]) {
        if (!entry.hadRecentInput) window.firstSight.cls += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

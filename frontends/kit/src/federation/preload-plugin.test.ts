import { expect, test } from 'vitest';
import { matches } from '../server/registry.ts';
import { routesIn } from './preload-plugin.ts';

test('the page of each route is found in a manifest', () => {
  const source = `routes: [
    { path: 'plans', title: 'a', lazy: () => import('./plans/plan-list.page.tsx') },
    {
      path: 'plans/:planId',
      blocs,
      lazy: () => import('./plans/plan.page.tsx'),
    }]`;
  expect(routesIn(source)).toEqual([
    { path: 'plans', page: 'plans/plan-list.page.tsx' },
    { path: 'plans/:planId', page: 'plans/plan.page.tsx' },
  ]);
});

test('an address finds its route', () => {
  expect(matches('plans/:planId', '/plans/th-285')).toBe(true);
  expect(matches('plans/:planId', '/plans')).toBe(false);
  expect(matches('plans', '/tasks')).toBe(false);
});

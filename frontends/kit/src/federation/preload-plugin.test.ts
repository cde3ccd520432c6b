import { expect, test } from 'vitest';
import { matches } from '../server/registry.ts';
import { questionOf, routesIn, widgetsIn } from './preload-plugin.ts';

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

test('the code and the first questions of each card are found in a manifest', () => {
  const source = `widgets: [
    { name: 'a', place: 'my-work', order: 1, asks: ['MyWork', 'MyCount'], lazy: () => import('./a.widget.tsx') },
    { name: 'b', place: 'overview', order: 2, lazy: () => import('./b.widget.tsx') },
  ]`;
  expect(widgetsIn(source)).toEqual([
    { place: 'my-work', page: 'a.widget.tsx', asks: ['MyWork', 'MyCount'] },
    { place: 'overview', page: 'b.widget.tsx', asks: [] },
  ]);
});

test('only a registered query without variables can be asked early', () => {
  const operations = { m: 'query MyWork { me { portal } }', p: 'query Plan($id: ID!) { plan(id: $id) { id } }' };
  expect(questionOf('MyWork', operations)).toEqual({ name: 'MyWork', hash: 'm' });
  expect(() => questionOf('Plan', operations)).toThrow('has variables');
  expect(() => questionOf('My', operations)).toThrow('is registered');
});

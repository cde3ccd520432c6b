import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { print } from 'graphql';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { beforeEach, expect, test, vi } from 'vitest';
import { graphDefaults } from '../graph/defaults.ts';
import type { RemoteModule } from '../module-contract.ts';
import { type Answers, mockedGraph, refuse } from '../testing/mocked-graph.ts';
import { sampleViewer } from '../testing/sample-viewer.ts';
import { themeOf } from '../ui/theme.ts';
import { defineWords } from '../words/words.ts';
import { PortalRoot } from './portal.tsx';
import { ModuleFailure } from './remotes.ts';

const words = defineWords('plans', {
  vi: { 'module.title': 'Kế hoạch', list: 'Các kế hoạch' },
  en: { 'module.title': 'Plans', list: 'All plans' },
});

const plans: RemoteModule = {
  name: 'plans',
  messages: words,
  routes: [
    {
      path: 'plans',
      title: 'list',
      navigation: { order: 1, icon: 'plan', useCount: () => 4 },
      blocs: ['PARTY'],
      lazy: async () => ({ default: () => <h1>Trang kế hoạch</h1> }),
    },
    {
      path: 'secret',
      title: 'list',
      blocs: ['PARTY'],
      permission: 'plans.never',
      lazy: async () => ({ default: () => <h1>Bí mật</h1> }),
    },
    {
      path: 'broken',
      title: 'list',
      blocs: ['PARTY'],
      lazy: async () => ({
        default: () => {
          throw new Error('boom');
        },
      }),
    },
  ],
};

class SilentEvents {
  close() {}
}

beforeEach(() => {
  vi.stubGlobal('EventSource', SilentEvents);
  const registry = {
    modules: [
      { name: 'plans', entry: '/plans.json' },
      { name: 'reporting', entry: '/reporting.json', title: { vi: 'Báo cáo', en: 'Reports' } },
    ],
    portals: { GOVERNMENT: 'http://government.example' },
  };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(registry)));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

function open(at: string, answers: Answers, load?: (name: string) => RemoteModule) {
  const graph = mockedGraph(answers);
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    defaultOptions: graphDefaults,
    link: new ApolloLink(
      (operation) =>
        new Observable((observer) => {
          graph.ask(print(operation.query), operation.variables).then((answer) => {
            observer.next(answer);
            observer.complete();
          });
        }),
    ),
  });
  const loadModule = async ({ name }: { name: string }) => {
    if (load) return load(name);
    if (name === 'plans') return plans;
    throw new ModuleFailure({ kind: 'timeout' });
  };
  const page = (
    <PortalRoot
      portal={{ name: 'party', bloc: 'PARTY', title: { vi: 'Cổng khối Đảng', en: 'Party portal' } }}
      load={loadModule}
      sessionEnded={false}
      onSessionBack={() => undefined}
    />
  );
  const router = createMemoryRouter([{ path: '*', element: page }], { initialEntries: [at] });
  return render(
    <ApolloProvider client={client}>
      <MantineProvider theme={themeOf('PARTY')} env="test">
        <RouterProvider router={router} />
      </MantineProvider>
    </ApolloProvider>,
  );
}

test('a person of the other bloc is told so, with the way to the right portal', async () => {
  open('/', { 'Query.me': () => refuse('FORBIDDEN', 'WRONG_PORTAL', 'Không thuộc cổng này.') });
  expect(await screen.findByRole('heading', { name: 'Tài khoản này không thuộc cổng này' })).toBeDefined();
  expect((await screen.findByRole('link', { name: 'Sang Cổng khối chính quyền' })).getAttribute('href')).toBe(
    'http://government.example',
  );
});

test('a person without a membership is told what is missing and who can help', async () => {
  const viewer = sampleViewer('PARTY')['Query.me'] as object;
  open('/', { ...sampleViewer('PARTY'), 'Query.me': { ...viewer, membership: null, memberships: [] } });
  expect(await screen.findByRole('heading', { name: 'Bạn đã đăng nhập nhưng chưa được phân công' })).toBeDefined();
});

test('the menu shows the pages of modules with what waits there, and the business date', async () => {
  open('/plans', sampleViewer('PARTY'));
  expect(await screen.findByRole('heading', { name: 'Trang kế hoạch' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Các kế hoạch 4' }).getAttribute('aria-current')).toBe('page');
  expect(screen.getByText('ngày nghiệp vụ 20/11/2025 (dữ liệu mẫu)')).toBeDefined();
});

test('without an offset of the business clock no sample date is shown', async () => {
  const viewer = sampleViewer('PARTY');
  open('/plans', {
    ...viewer,
    'Query.businessClock': { now: '2026-01-01T00:00:00Z', today: '2026-01-01', offsetSeconds: 0 },
  });
  await screen.findByRole('heading', { name: 'Trang kế hoạch' });
  expect(screen.queryByText(/dữ liệu mẫu/)).toBeNull();
});

test('a module that does not answer is named in the menu, and everything else works', async () => {
  open('/plans', sampleViewer('PARTY'));
  expect(await screen.findByRole('button', { name: 'Báo cáo chưa tải được' })).toBeDefined();
  expect(await screen.findByRole('heading', { name: 'Trang kế hoạch' })).toBeDefined();
});

test('its address shows a notice with a retry, which brings it when it is back', async () => {
  let back = false;
  open('/reports', sampleViewer('PARTY'), (name) => {
    if (name === 'plans') return plans;
    if (!back) throw new ModuleFailure({ kind: 'misfit', what: 'react ^18.0.0' });
    return {
      ...plans,
      name: 'reporting',
      routes: [
        {
          path: 'reports',
          title: 'list',
          blocs: ['PARTY'],
          lazy: async () => ({ default: () => <h1>Trang báo cáo</h1> }),
        },
      ],
    };
  });
  expect((await screen.findByRole('alert')).textContent).toContain('react ^18.0.0');
  back = true;
  await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
  expect(await screen.findByRole('heading', { name: 'Trang báo cáo' })).toBeDefined();
});

test('a page that fails keeps its failure in its own area', async () => {
  open('/broken', sampleViewer('PARTY'));
  expect(await screen.findByText('Phần này gặp lỗi khi hiển thị. Các phần khác vẫn dùng được.')).toBeDefined();
  expect(screen.getByRole('link', { name: /Các kế hoạch/ })).toBeDefined();
});

test('a page one may not see says why', async () => {
  open('/secret', sampleViewer('PARTY'));
  expect(await screen.findByRole('heading', { name: 'Bạn không có quyền xem trang này' })).toBeDefined();
});

test('an unknown address is said to be unknown only when all modules have come', async () => {
  open('/nowhere', sampleViewer('PARTY'), () => plans);
  expect(await screen.findByRole('heading', { name: 'Không có trang này' })).toBeDefined();
});

import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import { print } from 'graphql';
import type { ReactNode } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { graphDefaults } from '../graph/defaults.ts';
import { LivePages } from '../graph/live.ts';
import { LiveContext } from '../graph/use-live.ts';
import { ViewerContext, type ViewerShown } from '../graph/viewer.ts';
import type { Bloc } from '../module-contract.ts';
import { themeOf } from '../ui/theme.ts';
import { type Answers, mockedGraph } from './mocked-graph.ts';
import { everyPermission } from './sample-viewer.ts';

export interface PageOptions {
  /** Values of the graph by `Type.field`. */
  answers?: Answers;
  /** The address that is open, such as `/plans/th-285?bloc=PARTY`. */
  at?: string;
  /** The page's path in `module.ts`, such as `plans/:planId`. */
  path?: string;
  bloc?: Bloc;
  role?: string;
  permissions?: readonly string[];
  unit?: ViewerShown['membership']['unit'];
  today?: string;
  /** How far the business clock stands from the clock of the machine. */
  clockOffsetSeconds?: number;
}

/** Puts a page into a portal of one page, over the reviewed schema with made answers. */
export function renderPage(page: ReactNode, options: PageOptions = {}) {
  const { answers = {}, at = '/', path = '*', bloc = 'PARTY', role = 'REPORTER', today = '2025-11-20' } = options;
  const graph = mockedGraph(answers);
  const asked: { operation: string; variables: Record<string, unknown> }[] = [];
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    defaultOptions: graphDefaults,
    link: new ApolloLink(
      (operation) =>
        new Observable((observer) => {
          asked.push({ operation: operation.operationName ?? '', variables: operation.variables });
          graph.ask(print(operation.query), operation.variables).then(
            (answer) => {
              observer.next(answer);
              observer.complete();
            },
            (error: unknown) => observer.error(error),
          );
        }),
    ),
  });
  const permissions = options.permissions ?? everyPermission;
  const unit = options.unit ?? {
    id: '38.vptu',
    name: 'Văn phòng Tỉnh ủy Thanh Hóa',
    shortName: 'VP Tỉnh ủy',
    nameEn: 'Office of the Provincial Party Committee',
  };
  const membership = { id: 'membership-1', role, unit };
  const viewer: ViewerShown = {
    displayName: `Chuyên viên ${unit.shortName}`,
    portal: bloc,
    provinceId: '38',
    provinceName: 'Tỉnh Thanh Hóa',
    membership,
    memberships: [membership],
    permissions,
    today,
    clockOffsetSeconds: options.clockOffsetSeconds ?? 0,
    may: (permission) => !permission || permissions.includes(permission),
  };
  const live = new LivePages(client);
  const router = createMemoryRouter(
    [
      { path: path === '*' ? '*' : `/${path}`, element: page },
      { path: '*', element: <p>another page</p> },
    ],
    { initialEntries: [at] },
  );
  const shown = render(
    <ApolloProvider client={client}>
      <MantineProvider theme={themeOf(bloc)} env="test">
        <ViewerContext.Provider value={viewer}>
          <LiveContext.Provider value={live}>
            <RouterProvider router={router} />
          </LiveContext.Provider>
        </ViewerContext.Provider>
      </MantineProvider>
    </ApolloProvider>,
  );
  return {
    ...shown,
    /** What the page asked of the graph, in order. */
    asked,
    router,
    client,
    /** What another person changed, as the server tells it. */
    changed: (type: string, id: string) => live.receive({ type, id }),
  };
}

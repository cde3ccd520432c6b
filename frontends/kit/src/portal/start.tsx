import '../ui/styles.ts';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { StrictMode, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createGraphClient } from '../graph/client.ts';
import { themeOf } from '../ui/theme.ts';
import { providedLibraries } from './libraries.ts';
import { PortalRoot } from './portal.tsx';
import type { PortalDefinition } from './portal-definition.ts';
import { createModuleLoader, type FederationRuntime } from './remotes.ts';
import { followOtherTabs } from './session.ts';

declare const __SHARED_VERSIONS__: Record<string, string>;

/** The server writes the nonce of this answer into the page; style tags made later carry it. */
const nonce = () => document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/** Opens a portal: everything but its name, bloc and the federation runtime comes from here. */
export function startPortal(portal: PortalDefinition, federation: FederationRuntime): void {
  // Where libraries that make style tags of their own look for it.
  Object.assign(globalThis, { __webpack_nonce__: nonce() });
  const load = createModuleLoader(federation, providedLibraries, __SHARED_VERSIONS__);
  const theme = themeOf(portal.bloc);
  const router = createBrowserRouter([{ path: '*', element: <Root /> }]);
  followOtherTabs();

  function Root() {
    const [sessionEnded, setSessionEnded] = useState(false);
    const client = useMemo(() => createGraphClient(() => setSessionEnded(true)), []);
    return (
      <ApolloProvider client={client}>
        <PortalRoot
          portal={portal}
          load={load}
          sessionEnded={sessionEnded}
          onSessionBack={() => setSessionEnded(false)}
        />
      </ApolloProvider>
    );
  }

  const place = document.getElementById('portal');
  if (!place) throw new Error('index.html has no element with the id "portal"');
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={nonce}>
        <RouterProvider router={router} />
      </MantineProvider>
    </StrictMode>,
  );
}

import '../ui/styles.ts';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ViewerDocument } from '../generated/graphql.ts';
import { createGraphClient } from '../graph/client.ts';
import { forgetEarlyAnswers } from '../graph/early-answers.ts';
import { themeOf } from '../ui/theme.ts';
import { beginModules } from './first-modules.ts';
import { firstPlaceOf } from './first-place.ts';
import { providedLibraries } from './libraries.ts';
import { PortalRoot, registeredModules } from './portal.tsx';
import type { PortalDefinition } from './portal-definition.ts';
import { createModuleLoader, type FederationRuntime } from './remotes.ts';
import { followOtherTabs } from './session.ts';

declare const __SHARED_VERSIONS__: Record<string, string>;

/** The server writes the nonce of this answer into the page; style tags made later carry it. */
const nonce = () => document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/** A page that takes longer shows itself in parts. */
const patienceForAll = 1_000;

/** What was asked early and nobody has taken by then is out of date. */
const forgetAfter = 10_000;

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Opens a portal: everything but its name, bloc and the federation runtime comes from here. */
export async function startPortal(portal: PortalDefinition, federation: FederationRuntime): Promise<void> {
  // Where libraries that make style tags of their own look for it.
  Object.assign(globalThis, { __webpack_nonce__: nonce() });
  let endSession = (): void => undefined;
  const client = createGraphClient(() => endSession());
  const modules = beginModules(
    createModuleLoader(federation, providedLibraries, __SHARED_VERSIONS__),
    registeredModules,
  );
  const theme = themeOf(portal.bloc);
  followOtherTabs();

  // Drawn once with all that is quick, rather than again with each part: on a slow machine drawing is what takes the time.
  const viewer = client.query({ query: ViewerDocument }).then(
    ({ data }) => data?.me?.membership,
    () => undefined,
  );
  await Promise.race([Promise.all([viewer, modules.all]), pause(patienceForAll)]);
  const membership = client.readQuery({ query: ViewerDocument })?.me?.membership;
  if (membership && location.pathname === '/') history.replaceState(null, '', `/${firstPlaceOf(membership.role)}`);
  const router = createBrowserRouter([{ path: '*', element: <Root /> }]);
  setTimeout(forgetEarlyAnswers, forgetAfter);

  function Root() {
    const [sessionEnded, setSessionEnded] = useState(false);
    endSession = () => setSessionEnded(true);
    return (
      <ApolloProvider client={client}>
        <PortalRoot
          portal={portal}
          load={modules.load}
          first={modules}
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

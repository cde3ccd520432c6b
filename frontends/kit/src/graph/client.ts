import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { HttpLink } from '@apollo/client/link/http';
import type { DocumentNode } from 'graphql';
import { map } from 'rxjs';
import { currentLanguage } from '../words/words.ts';
import { graphDefaults } from './defaults.ts';
import { takeEarlyAnswer } from './early-answers.ts';

interface RegisteredDocument extends DocumentNode {
  __meta__?: { hash?: string };
}

// Only the sum of a registered document travels; the gateway knows its text from the module's build.
const registered = new ApolloLink((operation, forward) => {
  const hash = (operation.query as RegisteredDocument).__meta__?.hash;
  if (!hash) throw new Error(`The operation ${operation.operationName} is not in a registered document`);
  operation.extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  operation.setContext({
    headers: { 'accept-language': currentLanguage(), 'x-requested-with': 'lienthong' },
    http: { includeExtensions: true, includeQuery: false },
  });
  return forward(operation);
});

// The graph answers what it can when one service fails. A page asks for roots it cannot do without (`scripts/codegen.ts` types them so):
// when one of them failed, the answer is the failure, and the page's notice says so.
const wholeRoots = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => {
      const data = result.data as Record<string, unknown> | null | undefined;
      const failed = result.errors?.some(({ path }) => path?.length === 1 && data?.[String(path[0])] === null);
      return failed ? { ...result, data: null } : result;
    }),
  ),
);

export function createGraphClient(onSignedOut: () => void): ApolloClient {
  return new ApolloClient({
    cache: new InMemoryCache({
      typePolicies: {
        // Values without an identity of their own: merged into the object that holds them.
        Viewer: { keyFields: [], merge: true },
        BusinessClock: { keyFields: [], merge: true },
      },
    }),
    link: ApolloLink.from([
      registered,
      wholeRoots,
      new HttpLink({
        uri: '/graphql',
        credentials: 'same-origin',
        async fetch(address, options) {
          const answer = await (takeEarlyAnswer(options) ?? fetch(address, options));
          if (answer.status === 401) onSignedOut();
          return answer;
        },
      }),
    ]),
    defaultOptions: graphDefaults,
  });
}

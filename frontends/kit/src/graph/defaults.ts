import '@apollo/client';

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
      interface Mutate {
        errorPolicy: 'none';
      }
    }
  }
}

// A service that is down leaves a hole in a page, not an empty page; a refused act stores nothing.
export const graphDefaults = {
  watchQuery: { errorPolicy: 'all', fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
  query: { errorPolicy: 'all', fetchPolicy: 'network-only' },
  mutate: { errorPolicy: 'none' },
} as const;

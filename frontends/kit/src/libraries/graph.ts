// Asking the graph. One client and one cache for the portal and every module.
export { useApolloClient, useLazyQuery, useMutation, useQuery } from '@apollo/client/react';
export { readRefusals } from '../graph/refusal.ts';
export { useAct } from '../graph/use-act.ts';
export { useLive } from '../graph/use-live.ts';
export { useBusinessTime, useViewer } from '../graph/viewer.ts';

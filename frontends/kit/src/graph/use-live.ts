import { createContext, useContext, useEffect } from 'react';
import type { LivePages } from './live.ts';

export const LiveContext = createContext<LivePages | undefined>(undefined);

/** Queries that show a changed object are asked again by themselves; name here what a list may still lack. */
export function useLive(types: readonly string[]): void {
  const live = useContext(LiveContext);
  const key = types.join();
  useEffect(() => live?.interest(key.split(',')), [live, key]);
}

import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * What a list shows lives in the address bar: it can be sent to a colleague, and "back" undoes it.
 * An empty value leaves the address.
 */
export function useAddressState(): {
  get: (key: string) => string | undefined;
  getAll: (key: string) => string[];
  set: (changes: Record<string, string | readonly string[] | undefined>) => void;
  clear: (keys: readonly string[]) => void;
} {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: Record<string, string | readonly string[] | undefined>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries(changes)) {
            next.delete(key);
            if (value === undefined || value === '' || value.length === 0) continue;
            next.set(key, typeof value === 'string' ? value : value.join(','));
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return {
    get: (key) => params.get(key) ?? undefined,
    getAll: (key) => params.get(key)?.split(',').filter(Boolean) ?? [],
    set,
    clear: useCallback((keys) => set(Object.fromEntries(keys.map((key) => [key, undefined]))), [set]),
  };
}

import { useState } from 'react';

/**
 * The object as it was when the form opened. What others change meanwhile appears on the page, but a decision taken
 * on the old state is refused once; then the viewer asks for the new one, and what was typed stays.
 */
export function useOpened<T>(now: T, reload: () => Promise<unknown>): { opened: T; renew: () => Promise<void> } {
  const [asked, setAsked] = useState(0);
  const [kept, setKept] = useState({ asked, object: now });
  if (kept.asked !== asked) setKept({ asked, object: now });
  return {
    opened: kept.object,
    renew: async () => {
      await reload();
      setAsked((count) => count + 1);
    },
  };
}

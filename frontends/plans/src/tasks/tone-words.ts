import { uiWords } from '@lienthong/frontend-kit/ui';
import type { Tone } from '@lienthong/frontend-kit/ui/states.ts';

export function useToneWords(): (tone: Tone) => string {
  const words = uiWords.useWords();
  return (tone) => words(`state.${tone}`);
}

import { defineWords } from '../words/words.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const uiWords = defineWords('ui', { vi, en });

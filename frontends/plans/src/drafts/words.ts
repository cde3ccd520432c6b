import { defineWords } from '@lienthong/frontend-kit/words';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const draftsWords = defineWords('plans.drafts', { vi, en });

import { defineWords } from '@lienthong/frontend-kit/words';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const overviewWords = defineWords('plans.overview', { vi, en });

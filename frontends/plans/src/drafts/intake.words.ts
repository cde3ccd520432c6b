import { defineWords } from '@lienthong/frontend-kit/words';
import { en } from './intake.messages.en.ts';
import { vi } from './intake.messages.vi.ts';

// Words of their own: the page on which a draft is reviewed does not fetch those of the page before it.
export const intakeWords = defineWords('plans.intake', { vi, en });

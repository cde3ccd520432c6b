// Every word on a screen comes from a message file; this is how pages read them.
export { defineWords, useLanguage } from '../words/words.ts';

import { expect, test } from 'vitest';
import { Refusal, refusalBook, refusalExtensions, refusalStatus, refusalText, untranslatedReasons } from './refusal.ts';

const book = refusalBook({
  vi: { TASK_DONE: ({ name }) => `Nhiệm vụ ${name} đã hoàn thành.` },
  en: { TASK_DONE: ({ name }) => `The task ${name} is done.` },
});

test('every reason has its sentence in both languages', () => {
  expect(untranslatedReasons(book)).toEqual([]);
  expect(untranslatedReasons(refusalBook({ vi: { ONLY_HERE: () => '' }, en: {} }))).toEqual(['ONLY_HERE']);
});

test('every sentence ends as a sentence and stands without data', () => {
  for (const sentences of [book.vi, book.en]) {
    for (const sentence of Object.values(sentences)) expect(sentence({})).toMatch(/\.$|: undefined$/);
  }
});

test('a refusal speaks the language of the person, and Vietnamese when it has no other', () => {
  const refusal = new Refusal('CONFLICT', 'TASK_DONE', { name: 'số 5' });
  expect(refusalText(book, 'vi', refusal)).toBe('Nhiệm vụ số 5 đã hoàn thành.');
  expect(refusalText(book, 'en', refusal)).toBe('The task số 5 is done.');
  const half = refusalBook({ vi: { ONLY_HERE: () => 'Chỉ có ở đây.' }, en: {} });
  expect(refusalText(half, 'en', { reason: 'ONLY_HERE', data: {} })).toBe('Chỉ có ở đây.');
});

test('the field stands apart from the data', () => {
  expect(refusalExtensions(new Refusal('INVALID', 'X', { field: 'dueOn', dueOn: '1' }))).toEqual({
    code: 'INVALID',
    reason: 'X',
    data: { dueOn: '1' },
    field: 'dueOn',
  });
});

test('a refused file has the status that says why', () => {
  expect(refusalStatus({ code: 'INVALID', reason: 'FILE_TOO_LARGE' })).toBe(413);
  expect(refusalStatus({ code: 'INVALID', reason: 'FILE_TYPE' })).toBe(415);
  expect(refusalStatus({ code: 'FORBIDDEN', reason: 'NOT_ALLOWED' })).toBe(403);
});

import { afterEach, expect, test } from 'vitest';
import { forgetEarlyAnswers, sinceEarlyQuestions, takeEarlyAnswer } from './early-answers.ts';

const asking = (hash: string, { language = 'vi', variables = {} } = {}): RequestInit => ({
  headers: { 'accept-language': language },
  body: JSON.stringify({ operationName: 'MyWork', variables, extensions: { persistedQuery: { sha256Hash: hash } } }),
});

function ask(hash: string): Promise<Response> {
  const answer = Promise.resolve(new Response('{}'));
  window.lienthongEarly = { askedAt: performance.now(), language: 'vi', graph: new Map([[hash, answer]]) };
  return answer;
}

afterEach(() => {
  window.lienthongEarly = undefined;
});

test('an answer that was asked early is given out once', () => {
  const answer = ask('work');
  expect(takeEarlyAnswer(asking('work'))).toBe(answer);
  expect(takeEarlyAnswer(asking('work'))).toBeUndefined();
});

test('another question, another language or other variables are asked anew', () => {
  ask('work');
  expect(takeEarlyAnswer(asking('overview'))).toBeUndefined();
  expect(takeEarlyAnswer(asking('work', { language: 'en' }))).toBeUndefined();
  expect(takeEarlyAnswer(asking('work', { variables: { first: 5 } }))).toBeUndefined();
});

test('what nobody took is forgotten when something has changed since', () => {
  ask('work');
  forgetEarlyAnswers();
  expect(takeEarlyAnswer(asking('work'))).toBeUndefined();
  expect(sinceEarlyQuestions()).toBeGreaterThan(0);
});

/**
 * Asks who is looking and what the cards of the first page show, while the portal's own code is still on its way. Built into a file of its own
 * that imports nothing; it asks as the pages do, with the session's cookie and registered operations.
 */
import type { EarlyAnswers } from '../graph/early-answers.ts';
import type { Language } from '../words/words.ts';
import { firstPlaceOf, placesAt } from './first-place.ts';

/** Written into the page by the portal's server: registered operations without variables, by the place whose cards ask them. */
type FirstQuestions = Partial<Record<string, { name: string; hash: string }[]>>;

declare const __VIEWER_HASH__: string;

function rememberedLanguage(): Language {
  try {
    return localStorage.getItem('lt-language') === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

function ask(first: FirstQuestions): EarlyAnswers {
  const language = rememberedLanguage();
  const answers: EarlyAnswers = { askedAt: performance.now(), language, graph: new Map() };
  const question = ({ name, hash }: { name: string; hash: string }): Promise<Response> => {
    const answer = fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        accept: 'application/graphql-response+json,application/json;q=0.9',
        'content-type': 'application/json',
        'accept-language': language,
        'x-requested-with': 'lienthong',
      },
      body: JSON.stringify({
        operationName: name,
        variables: {},
        extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
      }),
    });
    // Whoever takes it hears of its failure; nobody else has to.
    answer.catch(() => undefined);
    answers.graph.set(hash, answer);
    return answer;
  };
  const cards = (place: string | undefined): void => {
    for (const one of first[place ?? ''] ?? []) question(one);
  };
  const viewer = question({ name: 'Viewer', hash: __VIEWER_HASH__ });
  const places = placesAt(location.pathname);
  if (places.length > 1) {
    viewer
      .then((answer) => (answer.ok ? answer.clone().json() : undefined))
      .then((body?: { data?: { me?: { membership?: { role: string } | null } | null } | null }) => {
        const role = body?.data?.me?.membership?.role;
        if (role) cards(firstPlaceOf(role));
      })
      .catch(() => undefined);
  } else cards(places[0]);
  return answers;
}

const told = document.getElementById('first-questions')?.textContent;
if (told && !window.lienthongEarly) window.lienthongEarly = ask(JSON.parse(told) as FirstQuestions);

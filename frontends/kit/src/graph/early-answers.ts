import type { Language } from '../words/words.ts';

/** What `portal/early.ts` has asked while the portal's own code was on its way; each answer is given out once. */
export interface EarlyAnswers {
  /** On the clock of the page: what has changed since may be missing in the answers. */
  askedAt: number;
  language: Language;
  /** By the sum of the registered operation; only such as have no variables. */
  graph: Map<string, Promise<Response>>;
}

declare global {
  interface Window {
    lienthongEarly?: EarlyAnswers;
  }
}

const early = (): EarlyAnswers | undefined => ('window' in globalThis ? window.lienthongEarly : undefined);

/** The answer to this very request, when it was asked early and in the same language. */
export function takeEarlyAnswer(options: RequestInit | undefined): Promise<Response> | undefined {
  const answers = early();
  if (!answers || answers.graph.size === 0 || typeof options?.body !== 'string') return undefined;
  if (new Headers(options.headers).get('accept-language') !== answers.language) return undefined;
  const { variables, extensions } = JSON.parse(options.body) as {
    variables?: object;
    extensions?: { persistedQuery?: { sha256Hash?: string } };
  };
  if (Object.keys(variables ?? {}).length > 0) return undefined;
  const hash = extensions?.persistedQuery?.sha256Hash ?? '';
  const answer = answers.graph.get(hash);
  answers.graph.delete(hash);
  return answer;
}

/** How long ago the first question was asked, in milliseconds. */
export function sinceEarlyQuestions(): number {
  const answers = early();
  return answers ? Math.ceil(performance.now() - answers.askedAt) : 0;
}

/** What nobody has taken by now is too old to be shown. */
export function forgetEarlyAnswers(): void {
  early()?.graph.clear();
}

import i18next, { type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

export type Language = 'vi' | 'en';

// English needs a singular now and then: `key_one` beside `key`. Vietnamese does not.
type EnglishOf<V extends Record<string, string>> = { [K in keyof V]: string } & Partial<
  Record<`${keyof V & string}_one`, string>
>;

export interface Words<K extends string> {
  namespace: string;
  vi: Record<string, string>;
  en: Record<string, string>;
  useWords(): (key: K, values?: Record<string, string | number>) => string;
}

const remembered = (): Language => {
  try {
    return localStorage.getItem('lt-language') === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
};

let started: i18n | undefined;

function instance(): i18n {
  if (started) return started;
  started = i18next.createInstance();
  started.use(initReactI18next).init({
    lng: remembered(),
    fallbackLng: 'vi',
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    initAsync: false,
  });
  if (typeof document !== 'undefined') document.documentElement.lang = started.language;
  return started;
}

/** The words of one package in both languages; keys are flat, with a dot for reading. */
export function defineWords<const V extends Record<string, string>>(
  namespace: string,
  messages: { vi: V; en: EnglishOf<V> },
): Words<keyof V & string> {
  const words = instance();
  words.addResourceBundle('vi', namespace, messages.vi, true, true);
  words.addResourceBundle('en', namespace, messages.en, true, true);
  return {
    namespace,
    vi: messages.vi,
    en: messages.en as Record<string, string>,
    useWords() {
      const { t } = useTranslation(namespace, { i18n: words });
      return (key, values) => String(t(key as string, { ...values }));
    },
  };
}

export function useLanguage(): { language: Language; change: (language: Language) => Promise<void> } {
  const { i18n: words } = useTranslation(undefined, { i18n: instance() });
  return {
    language: words.language === 'en' ? 'en' : 'vi',
    async change(language) {
      try {
        localStorage.setItem('lt-language', language);
      } catch {
        // A browser that keeps nothing still changes the language of this page.
      }
      document.documentElement.lang = language;
      await words.changeLanguage(language);
    },
  };
}

export function currentLanguage(): Language {
  return instance().language === 'en' ? 'en' : 'vi';
}

/** A key known only at run time, such as the title in a module's manifest. */
export function wordOf(namespace: string, key: string): string {
  return instance().t(key, { ns: namespace });
}

import type { Locale } from '../regimes/words.ts';

const REASONS: Record<string, Record<Locale, string>> = {
  NO_LONGER_A_REPORTER: {
    vi: 'Đơn vị không còn thuộc đối tượng báo cáo của kỳ này.',
    en: 'The unit no longer reports for this period.',
  },
};

export function waiverInWords(reason: string | null, locale: Locale): string | null {
  return reason === null ? null : (REASONS[reason]?.[locale] ?? reason);
}

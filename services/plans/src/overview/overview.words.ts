import type { Locale } from '@lienthong/kit/refusal';
import type { Bloc } from '../units/unit.reference.ts';

/** How the two blocs are called beside their figures. */
export const BLOC_NAMES: Readonly<Record<Locale, Readonly<Record<Bloc, string>>>> = {
  vi: { PARTY: 'Khối Đảng', GOVERNMENT: 'Khối chính quyền' },
  en: { PARTY: 'Party bloc', GOVERNMENT: 'Government bloc' },
};

import { useLanguage } from '@lienthong/frontend-kit/words';

interface Named {
  name: string;
  shortName: string;
  nameEn: string;
}

/** Names in the language of the viewer. */
export function useNames() {
  const english = useLanguage().language === 'en';
  return {
    english,
    nameOf: ({ name, nameEn }: Pick<Named, 'name' | 'nameEn'>) => (english ? nameEn || name : name),
    unitName: (unit: Named) => (english ? unit.nameEn : unit.shortName),
    fullUnitName: (unit: Named) => (english ? unit.nameEn : unit.name),
    titleOf: ({ title, titleEn }: { title: string; titleEn: string }) => (english ? titleEn || title : title),
  };
}

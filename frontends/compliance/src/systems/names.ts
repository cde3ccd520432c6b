import { useLanguage } from '@lienthong/frontend-kit/words';

interface Named {
  name: string;
  shortName: string;
  nameEn: string;
}

/** Names in the language of the viewer; a unit is null while the units service is away. */
export function useNames() {
  const english = useLanguage().language === 'en';
  return {
    nameOf: ({ name, nameEn }: Pick<Named, 'name' | 'nameEn'>) => (english ? nameEn || name : name),
    unitName: (unit: Named | null | undefined) => (english ? unit?.nameEn : unit?.shortName) ?? '…',
    fullUnitName: (unit: Named | null | undefined) => (english ? unit?.nameEn : unit?.name) ?? '…',
  };
}

import type { Hierarchy } from '@lienthong/policy/hierarchy';

/** Lower case without diacritics, so that "so khoa hoc" finds "Sở Khoa học và Công nghệ", composed or not. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').trim();
}

/** Units of the given provinces whose names hold every word of the search. */
export function unitsNamed(hierarchy: Hierarchy, provinceIds: readonly string[], search: string, on: string): string[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return provinceIds.flatMap((provinceId) =>
    hierarchy
      .inProvince(provinceId, on)
      .filter((unit) => {
        const names = fold(`${unit.name} ${unit.shortName} ${unit.nameEn} ${unit.code}`);
        return words.every((word) => names.includes(word));
      })
      .map((unit) => unit.id),
  );
}

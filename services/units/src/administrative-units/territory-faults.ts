import { communeFinder, normalised, type TerritoryTables } from './territory.ts';

/** What is wrong in the public data, counted, so that a new version of it cannot change things unseen. */
export interface TerritoryFaults {
  /** New codes in the mappings that the package's own list of communes does not have, and the rows that use them. */
  unlistedNewCodes: number;
  rowsWithUnlistedNewCode: number;
  /** Rows whose new commune cannot be found even by name and province. */
  unresolvedRows: number;
  /** Rows whose new code belongs to another commune than their name says. */
  rowsWithForeignNewCode: number;
  rowsWithoutOldCode: number;
  rowsWithoutOldName: number;
  /** Names written with combining marks instead of precomposed letters. */
  namesNotNormalised: string[];
  /** Communes of today that no mapping leads to. */
  communesWithoutMapping: string[];
  /** New communes that appear under two codes. */
  communesWithTwoNewCodes: number;
  /** Former communes, by name, district and province, that stand there both with a code and without one. */
  formerCommunesWithTwoCodes: number;
}

export function territoryFaults(tables: TerritoryTables): TerritoryFaults {
  const { provinces, wards, mappings } = tables;
  const find = communeFinder(tables);
  const listed = new Set(wards.map((ward) => ward.ward_code));
  const unlisted = mappings.filter((row) => !listed.has(row.new_ward_code));
  const codesOf = new Map<string, Set<string>>();
  const formerCodes = new Map<string, Set<string>>();
  const reached = new Set<string>();
  for (const row of mappings) {
    const former = [row.old_ward_name, row.old_district_name, row.old_province_name].join('|').normalize('NFC');
    formerCodes.set(former, (formerCodes.get(former) ?? new Set()).add(row.old_ward_code || ''));
    const commune = find(row)?.ward_code;
    if (!commune) continue;
    reached.add(commune);
    codesOf.set(commune, (codesOf.get(commune) ?? new Set()).add(row.new_ward_code));
  }
  const names = new Set([
    ...provinces.map((province) => province.name),
    ...wards.map((ward) => ward.name),
    ...mappings.flatMap((row) => [row.old_ward_name, row.old_district_name, row.new_ward_name]),
  ]);
  return {
    unlistedNewCodes: new Set(unlisted.map((row) => row.new_ward_code)).size,
    rowsWithUnlistedNewCode: unlisted.length,
    unresolvedRows: mappings.filter((row) => !find(row)).length,
    rowsWithForeignNewCode: mappings.filter(
      (row) => listed.has(row.new_ward_code) && find(row)?.ward_code !== row.new_ward_code,
    ).length,
    rowsWithoutOldCode: mappings.filter((row) => !row.old_ward_code).length,
    rowsWithoutOldName: mappings.filter((row) => !row.old_ward_name).length,
    namesNotNormalised: [...names]
      .filter((name) => name && name !== name.normalize('NFC'))
      .map(normalised)
      .sort(),
    communesWithoutMapping: wards.filter((ward) => !reached.has(ward.ward_code)).map((ward) => normalised(ward.name)),
    communesWithTwoNewCodes: [...codesOf.values()].filter((codes) => codes.size > 1).length,
    formerCommunesWithTwoCodes: [...formerCodes.values()].filter((codes) => codes.size > 1).length,
  };
}

/** The directory that names are matched against, as the seed files state it. */
export interface DirectoryUnit {
  id: string;
  code: string;
  name: string;
  shortName: string;
  aliases: string[];
  bloc: 'PARTY' | 'GOVERNMENT' | null;
  tier: 'CENTRAL' | 'PROVINCE' | 'COMMUNE';
  kind: string;
  provinceId: string;
  validFrom: string;
  validTo: string | null;
}

export interface DirectoryGroup {
  id: string;
  name: string;
  aliases: string[];
}

export interface DirectoryProvince {
  id: string;
  /** Without "tỉnh" or "thành phố". */
  name: string;
}

export interface Directory {
  units: DirectoryUnit[];
  groups: DirectoryGroup[];
  provinces: DirectoryProvince[];
  /** The two units of every commune of a province; read only when a document names a single commune. */
  communeUnits(provinceId: string): DirectoryUnit[];
}

/** A unit counts when it lives at any time from the document's date to twelve months after it. */
export function validAround(units: readonly DirectoryUnit[], issuedOn: string | null): DirectoryUnit[] {
  if (!issuedOn) return units.filter((unit) => unit.validTo === null);
  const until = `${Number(issuedOn.slice(0, 4)) + 1}${issuedOn.slice(4)}`;
  return units.filter((unit) => unit.validFrom <= until && (unit.validTo === null || unit.validTo > issuedOn));
}

const byLaterFirst = (one: DirectoryUnit, other: DirectoryUnit): number => other.validFrom.localeCompare(one.validFrom);

/** Units in the order in which they are tried: the later ones first. */
export const laterFirst = (units: readonly DirectoryUnit[]): DirectoryUnit[] => [...units].sort(byLaterFirst);

/** The province's name is what follows "Tỉnh ủy" or "Ủy ban nhân dân tỉnh". */
export function provincesNamedBy(units: readonly DirectoryUnit[]): DirectoryProvince[] {
  const names = new Map<string, string>();
  for (const unit of units) {
    const name = /^(?:Tỉnh ủy|Thành ủy|Ủy ban nhân dân (?:tỉnh|thành phố)) (.+)$/u.exec(unit.name)?.[1];
    if (name && !names.has(unit.provinceId)) names.set(unit.provinceId, name);
  }
  return [...names].map(([id, name]) => ({ id, name }));
}

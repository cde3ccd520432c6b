import type { Hierarchy, UnitNode } from '@lienthong/policy/hierarchy';
import type { Directory, DirectoryGroup, DirectoryProvince, DirectoryUnit } from '../importing/units/directory.ts';
import { provincesNamedBy } from '../importing/units/directory.ts';

/** The directory as plain data: it crosses to another thread. */
export interface DirectoryData {
  units: DirectoryUnit[];
  groups: DirectoryGroup[];
  provinces: DirectoryProvince[];
  communeUnits: DirectoryUnit[];
}

/** What names of a document are matched against: the units of all provinces, and the communes of one. */
export function directoryDataOf(hierarchy: Hierarchy, provinceId: string): DirectoryData {
  const all = [...hierarchy.units].map(directoryUnit);
  const units = all.filter((unit) => !isCommune(unit));
  return {
    units,
    groups: [...hierarchy.groups].map(({ id, name, aliases = [] }) => ({ id, name, aliases: [...aliases] })),
    provinces: provincesNamedBy(units),
    communeUnits: all.filter((unit) => isCommune(unit) && unit.provinceId === provinceId),
  };
}

export const directoryOf = ({ communeUnits, ...data }: DirectoryData): Directory => ({
  ...data,
  communeUnits: (provinceId) => communeUnits.filter((unit) => unit.provinceId === provinceId),
});

const directoryUnit = (unit: UnitNode): DirectoryUnit => {
  const { id, code, name, shortName, aliases = [], bloc, tier, kind, provinceId, validFrom, validTo } = unit;
  return { id, code, name, shortName, aliases: [...aliases], bloc, tier, kind, provinceId, validFrom, validTo };
};

/** The two organisations that every commune has. */
const isCommune = ({ kind }: DirectoryUnit): boolean =>
  kind === 'COMMUNE_PARTY_COMMITTEE' || kind === 'COMMUNE_PEOPLES_COMMITTEE';

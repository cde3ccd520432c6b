import { type TerritoryUnit, TWO_TIERS_FROM, withoutMarks } from '../administrative-units/territory.ts';

/** An organisation as the seed files state it. */
export interface Organisation {
  id: string;
  code: string;
  name: string;
  shortName: string;
  nameEn: string;
  aliases: string[];
  bloc: 'PARTY' | 'GOVERNMENT' | null;
  tier: 'CENTRAL' | 'PROVINCE' | 'COMMUNE';
  kind: string;
  parentId: string | null;
  provinceId: string;
  territoryId: string | null;
  validFrom: string;
  validTo: string | null;
}

/**
 * The Party committee and the people's committee that every commune has, below those of its province.
 * `codePrefix` is the province's group in organisation codes, such as TH.
 */
export function communeOrganisations(commune: TerritoryUnit, codePrefix: string): Organisation[] {
  const place = commune.name.charAt(0).toLowerCase() + commune.name.slice(1);
  const placeEn = commune.nameEn;
  const both = {
    aliases: [withoutType(commune.name)],
    tier: 'COMMUNE' as const,
    provinceId: commune.provinceId ?? '',
    territoryId: commune.id,
    validFrom: TWO_TIERS_FROM,
    validTo: null,
  };
  return [
    {
      ...both,
      id: `${commune.provinceId}.${commune.code}.du`,
      code: `${codePrefix}.${commune.code}.DU`,
      name: `Đảng ủy ${place}`,
      shortName: `Đảng ủy ${place}`,
      nameEn: `${placeEn} Party Committee`,
      bloc: 'PARTY',
      kind: 'COMMUNE_PARTY_COMMITTEE',
      parentId: `${commune.provinceId}.tinhuy`,
    },
    {
      ...both,
      id: `${commune.provinceId}.${commune.code}.ubnd`,
      code: `${codePrefix}.${commune.code}.UBND`,
      name: `UBND ${place}`,
      shortName: `UBND ${place}`,
      nameEn: `${placeEn} People’s Committee`,
      bloc: 'GOVERNMENT',
      kind: 'COMMUNE_PEOPLES_COMMITTEE',
      parentId: `${commune.provinceId}.ubnd`,
    },
  ];
}

function withoutType(name: string): string {
  return name.replace(/^(Phường|Xã|Đặc khu) /, '');
}

export const codePrefixOf = (organisation: { code: string }): string =>
  withoutMarks(organisation.code.split('.')[0] ?? '');

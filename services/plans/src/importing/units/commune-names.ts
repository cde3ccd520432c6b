import { fold } from '../vietnamese-text.ts';
import type { Directory, DirectoryUnit } from './directory.ts';
import type { NameText } from './name-words.ts';

const BODIES: readonly [kind: string, words: string[]][] = [
  ['COMMUNE_PEOPLES_COMMITTEE', ['uy', 'ban', 'nhan', 'dan']],
  ['COMMUNE_PARTY_COMMITTEE', ['dang', 'uy']],
];
const TYPES = [['xa'], ['phuong'], ['dac', 'khu']];

const communes = new WeakMap<Directory, Map<string, Map<string, DirectoryUnit>>>();

/** "UBND phường Hạc Thành": one commune by name, where the province is known. */
export function communeAt(
  text: NameText,
  at: number,
  directory: Directory,
  provinceId: string | null,
): { unit: DirectoryUnit; length: number } | null {
  if (!provinceId) return null;
  const { words } = text;
  const startsWith = (from: number, parts: readonly string[]): boolean =>
    parts.every((part, index) => words[from + index]?.folded === part);
  const body = BODIES.find(([, parts]) => startsWith(at, parts));
  if (!body) return null;
  const typeAt = at + body[1].length;
  const type = TYPES.find((parts) => startsWith(typeAt, parts));
  const nameAt = typeAt + (type?.length ?? 0);
  if (!type || !words[nameAt]?.capital || /[,;\n]/.test(text.gaps[nameAt] ?? '')) return null;
  const known = unitsByName(directory, provinceId);
  for (let length = 5; length >= 1; length -= 1) {
    const name = words.slice(nameAt, nameAt + length).map((word) => word.folded);
    if (name.length < length) continue;
    const unit = known.get(`${body[0]} ${type.join(' ')} ${name.join(' ')}`);
    if (unit) return { unit, length: nameAt + length - at };
  }
  return null;
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

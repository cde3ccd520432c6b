import type { UnitReason } from '../reasons.ts';
import { fold, houseSpelling } from '../vietnamese-text.ts';
import type { DirectoryGroup } from './directory.ts';

/** Words that do not tell one group from another. */
const EMPTY = new Set([
  'cac',
  'co',
  'va',
  'cua',
  'la',
  'moi',
  'nhung',
  'khac',
  'o',
  'tai',
  'thuoc',
  'gom',
  'tren',
  'dia',
  'ban',
]);
const SYNONYMS: readonly [RegExp, string][] = [
  [/\bbcvt\b|\bbc vt\b|\bbuu chinh vien thong\b/g, 'vien thong'],
  [/\bdn\b/g, 'doanh nghiep'],
  [/\b(co quan |don vi )+chu quan\b/g, 'chu quan'],
  [/\bhe thong thong tin\b/g, 'he thong'],
  [/\bdoan the chinh tri xa hoi\b/g, 'to chuc chinh tri xa hoi'],
  [/\bban xay dung dang\b/g, 'ban dang'],
  [/\bban tham muu\b/g, 'co quan tham muu'],
  [/\bchuyen trach tham muu\b/g, 'tham muu'],
  [/\bct ?xh\b/g, 'chinh tri xa hoi'],
  [/^(cac )?chinh quyen( dia phuong)?\b/g, 'uy ban nhan dan'],
  [/^\d+ | \d+ (?=xa|phuong|so)/g, ' '],
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\b(cac )?xa phuong( thi tran)?( dac khu)?( moi)?\b/g, 'cap xa'],
  [/\b(cac )?huyen thi xa thanh pho( thuoc tinh)?\b/g, 'cap huyen'],
  [/\bdia phuong\b/g, 'diaphuong'],
  [/\btren dia ban( tinh)?\b/g, ''],
  [/\b(cap )?tinh\b(?! uy)/g, ''],
];

function signature(name: string): Set<string> {
  let plain = fold(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  for (const [pattern, word] of SYNONYMS) plain = plain.replace(pattern, word);
  return new Set(plain.split(/\s+/).filter((word) => word !== '' && !EMPTY.has(word)));
}

export interface GroupMatch {
  group: DirectoryGroup;
  confidence: number;
  reason: UnitReason;
}

/** Which group of the directory the words stand for: the same words, or nearly the same. */
export class GroupNames {
  readonly #known: { group: DirectoryGroup; exact: string; signature: Set<string> }[];

  readonly #found = new Map<string, GroupMatch | null>();

  constructor(groups: readonly DirectoryGroup[]) {
    this.#known = groups.flatMap((group) =>
      [group.name, ...group.aliases].map((name) => ({ group, exact: bare(name), signature: signature(name) })),
    );
  }

  find(words: string): GroupMatch | null {
    let match = this.#found.get(words);
    if (match === undefined) {
      match = this.#findAfresh(words);
      this.#found.set(words, match);
    }
    return match;
  }

  #findAfresh(words: string): GroupMatch | null {
    // "Các sở, ngành là cơ quan chủ quản dữ liệu": what they are says more than who they are.
    const being = /\slà\s+(cơ quan|đơn vị|chủ)\b.*$/u.exec(words)?.[0];
    if (being) return this.find(being.replace(/^\s*là\s+/u, ''));
    const exact = bare(words);
    const same = this.#known.find((known) => known.exact === exact);
    if (same) return { group: same.group, confidence: 0.95, reason: 'EXACT_GROUP' };
    const wanted = signature(words);
    if (wanted.size === 0) return null;
    let best: { group: DirectoryGroup; likeness: number } | null = null;
    for (const known of this.#known) {
      if (wanted.has('huyen') !== known.signature.has('huyen')) continue;
      const shared = [...wanted].filter((word) => known.signature.has(word)).length;
      const likeness = shared / (wanted.size + known.signature.size - shared);
      if (!best || likeness > best.likeness) best = { group: known.group, likeness };
    }
    if (!best || best.likeness < 0.6) return null;
    return {
      group: best.group,
      confidence:
        best.likeness === 1 ? (/^(các )?chính quyền/iu.test(words) ? 0.82 : 0.93) : best.likeness >= 0.8 ? 0.83 : 0.76,
      reason: 'NEAR_GROUP',
    };
  }
}

const bare = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/^cac /, '')
    .trim();

const COMMON =
  /(?<![\p{L}])(Các|Những|Sở|Ban|Ngành|Cơ [Qq]uan|Đơn [Vv]ị|Địa [Pp]hương|Đoàn [Tt]hể|Tổ [Cc]hức|Doanh [Nn]ghiệp|Cấp|Xã|Phường|Thị [Tt]rấn|Tỉnh|Huyện|Cấp [Uủỷ]y|Chính [Qq]uyền|Phòng|Liên [Qq]uan|Trực [Tt]huộc|Trung [Tt]âm|Và|Của|Có|Thành [Pp]hố|Thị [Xx]ã|Đặc [Kk]hu)(?![\p{L}])(?! ủy| uỷ| Ủy| Uỷ)/gu;

const names = new Map<string, string>();

/** A group's own name in sentence case: "Các Sở, ban ngành Tỉnh" → "Các sở, ban ngành tỉnh". */
export function groupName(words: string): string {
  const known = names.get(words);
  if (known !== undefined) return known;
  const spaced = houseSpelling(words)
    .replace(/\s+/g, ' ')
    .replace(/\s*,\s*/g, ', ')
    .replace(/(?<![\p{L}])(\p{L}+) \1(?![\p{L}])/gu, '$1')
    .replace(/^[\s\-–•+*.,;:]+|[\s.,;:]+$/g, '');
  const lower = spaced.replace(COMMON, (word) => word.toLowerCase()).replace(/(?<![\p{L}])Ban (?=đảng)/gu, 'ban ');
  const name = lower.charAt(0).toUpperCase() + lower.slice(1);
  if (names.size < 5000) names.set(words, name);
  return name;
}

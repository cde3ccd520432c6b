import type { NameWord } from './name-words.ts';

/** Nouns that stand for many bodies; the longest one that fits is taken. */
const COLLECTIVE_NOUNS = [
  'so',
  'ban',
  'nganh',
  'co quan',
  'don vi',
  'dia phuong',
  'doan the',
  'to chuc',
  'doanh nghiep',
  'hoi',
  'phong',
  'trung tam',
  'cap uy',
  'chinh quyen',
  'xa',
  'phuong',
  'thi tran',
  'dac khu',
  'huyen',
  'thi xa',
  'thanh pho',
  'tinh',
  'dang bo',
  'chi bo',
  'dang uy',
  'ban dang',
  'ban xay dung dang',
  'ban tham muu giup viec',
  'ban tham muu',
  'to chuc dang',
  'co quan dang',
  'hiep hoi',
  'truong',
  'truong dai hoc',
  'benh vien',
  'vien',
  'cong ty',
  'tap doan',
  'ngan hang',
  'bo',
  'uy ban nhan dan',
  'hoi dong nhan dan',
  'cong an',
  'mat tran to quoc',
  'mat tran',
  'uy ban mat tran to quoc',
  'to chuc chinh tri xa hoi',
  'doan the chinh tri xa hoi',
  'co quan chuyen mon',
  'co quan tham muu giup viec',
  'co quan chu quan',
  'don vi chu quan',
  'doanh nghiep buu chinh vien thong',
  'co quan chuyen trach tham muu giup viec',
  'chu dau tu',
  'chu quan',
  'luc luong',
  'cap',
  'nha mang',
  'lien hiep hoi',
  'quy',
  'co so',
  'to cong tac',
  'thanh vien',
  'thu truong',
  'chu tich uy ban nhan dan',
  'nguoi dung dau',
  'cap uy dang',
  'to chuc hoi',
  'giup viec',
  'tham muu',
  'thon',
  'khu pho',
  'to dan pho',
  'ap',
  'ban quan ly',
  'van phong',
  'to chuc tin dung',
  'co quan bao chi',
  'bao dai',
  'khoi',
  'chuyen mon',
  'hop tac xa',
  'thanh tra',
  'quan su',
  'cum cong nghiep',
  'nha truong',
  'bao',
  'dai',
  'phong ban',
  'don vi su nghiep',
  'vien kiem sat',
] as const;

/** Nouns that by themselves, without "các", already stand for a group when a level or a list follows. */
const LEVELLED = new Set([
  'doanh nghiep buu chinh vien thong',
  'co quan chu quan',
  'don vi chu quan',
  'chu quan',
  'uy ban nhan dan',
  'dang uy',
  'cap uy',
  'chinh quyen',
  'cong an',
  'hoi dong nhan dan',
  'mat tran to quoc',
  'mat tran',
  'doan the',
  'uy ban mat tran to quoc',
  'trung tam',
  'dia phuong',
  'so',
  'co quan',
  'don vi',
  'doanh nghiep',
  'to chuc',
  'nganh',
  'ban',
  'dang bo',
  'chu dau tu',
  'chu tich uy ban nhan dan',
  'thu truong',
]);

const BY_FIRST = new Map<string, string[][]>();
for (const noun of COLLECTIVE_NOUNS) {
  const parts = noun.split(' ');
  const first = parts[0] ?? '';
  BY_FIRST.set(
    first,
    [...(BY_FIRST.get(first) ?? []), parts].sort((one, other) => other.length - one.length),
  );
}

const PLURALS = new Set(['cac', 'nhung', 'moi', 'toan', 'tat']);
const TERRITORIES = new Set([
  'xa',
  'phuong',
  'thi tran',
  'dac khu',
  'huyen',
  'thi xa',
  'thanh pho',
  'cap',
  'thon',
  'khu pho',
  'to dan pho',
  'ap',
  'tinh',
]);

/** Only these carry a comma inside: "cơ quan tham mưu, giúp việc". */
const WITH_COMMA = new Set([
  'co quan tham muu giup viec',
  'co quan chuyen trach tham muu giup viec',
  'ban tham muu giup viec',
  'doanh nghiep buu chinh vien thong',
]);

export function nounAt(
  words: readonly NameWord[],
  at: number,
  gaps: readonly string[],
): { noun: string; length: number } | null {
  const first = words[at];
  if (!first) return null;
  for (const parts of BY_FIRST.get(first.folded) ?? []) {
    const unbroken = parts.every(
      (_part, index) => index === 0 || /^[\s\-–]*$/u.test(gaps[at + index] ?? '') || WITH_COMMA.has(parts.join(' ')),
    );
    if (unbroken && parts.every((part, index) => words[at + index]?.folded === part))
      return { noun: parts.join(' '), length: parts.length };
  }
  return null;
}

export const isPlural = (word: NameWord | undefined): boolean => word !== undefined && PLURALS.has(word.folded);
export const isTerritory = (noun: string): boolean => TERRITORIES.has(noun);
export const isLevelled = (noun: string): boolean => LEVELLED.has(noun);

/** Verbs after which a cell says what a body does instead of naming another. */
const VERBS = [
  'chi dao',
  'chu tri',
  'thuc hien',
  'ban giao',
  'huong dan',
  'don doc',
  'kiem tra',
  'phoi hop',
  'tham muu cho',
  'giup',
  'theo doi',
  'to chuc thuc hien',
  'thuc hien',
  'trien khai',
  'tong hop',
  'tham muu',
];
export function verbAt(words: readonly NameWord[], at: number): boolean {
  const two = `${words[at]?.folded} ${words[at + 1]?.folded}`;
  return VERBS.includes(two) || words[at]?.folded === 'giup';
}

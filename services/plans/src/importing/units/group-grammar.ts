import { spelling } from '../vietnamese-text.ts';
import { isLevelled, isPlural, isTerritory, nounAt, verbAt } from './group-words.ts';
import type { NameText } from './name-words.ts';

const EXACT_SPELLING: Partial<Record<string, string>> = {
  so: spelling('sở'),
  ban: spelling('ban'),
  nganh: spelling('ngành'),
};

/** How many words from here are the name of a group; zero when none begins here. */
export function groupLength(text: NameText, at: number, unitBegins: (index: number) => boolean = () => false): number {
  const { words, gaps } = text;
  let index = at;
  if (verbAt(words, at)) return 0;
  const plural = isPlural(words[index]);
  if (plural) index += words[index]?.folded === 'tat' || words[index]?.folded === 'toan' ? 2 : 1;
  if (plural && isPlural(words[index])) index += 1;
  // "166 xã, phường"
  const counted = !plural && /^\d{1,3}$/.test(words[index]?.folded ?? '');
  if (counted) index += 1;
  const first = nounAt(words, index, gaps);
  if (!first || (counted && !/^(xa|phuong|dac khu)$/.test(first.noun))) return 0;
  // "số liệu" and "bản đồ" only look like "sở" and "ban" once their marks are gone.
  const marked = EXACT_SPELLING[first.noun];
  const spelled = words[index]?.spelled;
  if (!plural && marked !== undefined && spelled !== marked && spelled !== first.noun) return 0;
  const nouns = [first.noun];
  index += first.length;
  for (;;) {
    let next = index;
    const gap = gaps[next] ?? '';
    if (/[;\n.:()•+]/.test(gap)) break;
    if (words[next]?.folded === 'va') next += 1;
    const inner = isPlural(words[next]) && !/,/.test(gaps[next] ?? '') && next === index ? next + 1 : next;
    const noun = nounAt(words, inner, gaps);
    if (!noun || (inner === index && verbAt(words, inner))) break;
    // A new body begins ("…, UBND cấp xã"), or the list goes on ("…, ngành, địa phương").
    const afterMark = /,/.test(gap) || next > index;
    if (afterMark && (beginsAnother(nouns, noun.noun) || (inner === next && unitBegins(next)))) break;
    // "UBND cấp xã Sở Tài chính": the mark between them was lost.
    if (!afterMark && words[inner]?.capital && unitBegins(inner)) break;
    if (!afterMark && inner > next && !isTerritory(noun.noun) && !/^(nganh|co quan|don vi)$/.test(noun.noun)) break;
    nouns.push(noun.noun);
    index = inner + noun.length;
  }
  const alone = nouns.length === 1;
  const level = qualifierLength(text, index);
  if (!plural && !counted && alone && ((level === 0 && !WHOLE.has(first.noun)) || !isLevelled(first.noun))) return 0;
  if (!plural && !counted && !isLevelled(first.noun)) return 0;
  // "Sở Thông tin …", "Công an xã Hoằng Hóa" are bodies of their own.
  if (!plural && alone && /^(so|ban)$/.test(first.noun) && words[index]?.capital && words[index]?.folded !== 'tinh')
    return 0;
  if (!plural && namesOneCommune(text, index + level) && !unitBegins(index + level)) return 0;
  // "HĐND, UBND tỉnh" are two bodies, not a group.
  const level1 = words
    .slice(index, index + level)
    .map((word) => word.folded)
    .join(' ');
  if (!plural && nouns.every((noun) => PROVINCIAL.has(noun)) && /^(tinh)?$/.test(level1)) return 0;
  return index + level - at;
}

/** What follows "xã", "phường" directly, with a capital, is the name of one. */
const namesOneCommune = ({ words, gaps }: NameText, at: number): boolean =>
  words[at]?.capital === true &&
  /^[ \t]*$/.test(gaps[at] ?? '') &&
  /^(xa|phuong)$/.test(words[at - 1]?.folded ?? '') &&
  words[at - 2]?.folded !== 'cap';

/** These stand for many bodies without a word about their level. */
const WHOLE = new Set(['doanh nghiep buu chinh vien thong']);

const PROVINCIAL = new Set([
  'tinh',
  'hoi dong nhan dan',
  'uy ban nhan dan',
  'cong an',
  'mat tran to quoc',
  'uy ban mat tran to quoc',
]);
const COMMUNE_BODIES = new Set([
  'cap uy',
  'chinh quyen',
  'doan the',
  'dang uy',
  'uy ban nhan dan',
  'hoi dong nhan dan',
  'cong an',
  'mat tran to quoc',
  'uy ban mat tran to quoc',
  'mat tran',
]);
function beginsAnother(nouns: readonly string[], next: string): boolean {
  const last = nouns.at(-1) ?? '';
  if (isTerritory(last) && isTerritory(next)) return false;
  if (next === 'uy ban nhan dan' || next === 'dang uy' || next === 'hoi dong nhan dan' || next === 'van phong')
    return !(nouns.length === 1 && COMMUNE_BODIES.has(nouns[0] ?? '') && next !== 'van phong');
  if ((next === 'cap uy' || next === 'chinh quyen') && !COMMUNE_BODIES.has(last)) return true;
  if (next === 'doanh nghiep' && /^(so|ban|nganh|uy ban nhan dan|xa|phuong|cap)$/.test(last)) return true;
  if (isTerritory(last) && !isTerritory(next)) return true;
  return next === 'cong an' || next === 'mat tran to quoc' || next === 'mat tran' || next === 'chu dau tu';
}

const QUALIFIERS =
  /^(co |co co )?lien quan( khac)?|^cap (tinh|xa|huyen|co so)|^cac cap|^truc thuoc( tinh uy| tinh| so)?|^(cua |thuoc )?tinh( uy)?( quan ly)?|^tren dia ban( tinh| huyen| xa)?|^khac|^co lien quan|^dong tren dia ban( tinh)?|^(o )?trung uong|^moi\b|^chuyen mon( thuoc)?( uy ban nhan dan)?( tinh)?/;

/** Abbreviated trades that narrow a group: "doanh nghiệp BC-VT", "doanh nghiệp CNTT". */
const SHORT_TRADES = new Set([
  'bc',
  'vt',
  'bcvt',
  'cong',
  'nghe',
  'thong',
  'tin',
  'chinh',
  'tri',
  'xa',
  'hoi',
  'fdi',
  'it',
]);

/** Words that narrow a group: "có liên quan", "cấp tỉnh", "trên địa bàn tỉnh", "chủ quản hệ thống". */
function qualifierLength({ words, gaps }: NameText, at: number): number {
  let index = at;
  while (index < words.length) {
    if (/[,;\n.:()•+]/.test(gaps[index] ?? '')) break;
    const ahead = words.slice(index, index + 8);
    const rest = ahead.map((word) => word.folded).join(' ');
    const known = QUALIFIERS.exec(rest)?.[0];
    if (known) {
      index += known.trim().split(' ').length;
      continue;
    }
    const word = words[index];
    if (
      !word ||
      word.folded === 'va' ||
      (word.capital && !SHORT_TRADES.has(word.folded)) ||
      (word.expanded && !SHORT_TRADES.has(word.folded))
    )
      break;
    // "chính trị - xã hội" goes on, "Hội Nông dân" begins.
    if (word.capital && word.folded === 'hoi' && words[index - 1]?.folded !== 'xa') break;
    if (verbAt(words, index) && index > at) break;
    if (verbAt(words, index) && !/^(chu tri|chu quan|tham muu)/.test(rest)) break;
    index += 1;
  }
  return index - at;
}

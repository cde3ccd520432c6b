import { fold as foldAfresh, spelling as spellAfresh } from '../vietnamese-text.ts';

const KEPT = 20_000;
const remembered = (make: (word: string) => string): ((word: string) => string) => {
  const known = new Map<string, string>();
  return (word) => {
    let made = known.get(word);
    if (made === undefined) {
      made = make(word);
      if (known.size < KEPT) known.set(word, made);
    }
    return made;
  };
};
const fold = remembered(foldAfresh);
const spelling = remembered(spellAfresh);

/** Words of a name: folded for finding, in their spelling for judging how well they fit. */
export interface NameWord {
  folded: string;
  spelled: string;
  /** Offsets into the text that was read. */
  from: number;
  to: number;
  /** The word came out of an abbreviation. */
  expanded: boolean;
  /** Printed with a capital. */
  capital: boolean;
}

export interface NameText {
  text: string;
  words: NameWord[];
  /** What stands between word i-1 and word i: only spaces, or marks. */
  gaps: string[];
}

const ABBREVIATIONS: Record<string, string> = {
  ubnd: 'ủy ban nhân dân',
  hdnd: 'hội đồng nhân dân',
  ubmttq: 'ủy ban mặt trận tổ quốc',
  ubmttqvn: 'ủy ban mặt trận tổ quốc việt nam',
  mttq: 'mặt trận tổ quốc',
  mttqvn: 'mặt trận tổ quốc việt nam',
  mttvn: 'mặt trận tổ quốc việt nam',
  vp: 'văn phòng',
  vptu: 'văn phòng tỉnh ủy',
  vpubnd: 'văn phòng ủy ban nhân dân',
  bql: 'ban quản lý',
  qlkkt: 'quản lý khu kinh tế',
  kkt: 'khu kinh tế',
  kcn: 'khu công nghiệp',
  ttpvhcc: 'trung tâm phục vụ hành chính công',
  tthcc: 'trung tâm phục vụ hành chính công',
  pvhcc: 'phục vụ hành chính công',
  hcc: 'hành chính công',
  bhxh: 'bảo hiểm xã hội',
  bchqs: 'bộ chỉ huy quân sự',
  chqs: 'chỉ huy quân sự',
  tand: 'tòa án nhân dân',
  vksnd: 'viện kiểm sát nhân dân',
  lhpn: 'liên hiệp phụ nữ',
  ldld: 'liên đoàn lao động',
  ccb: 'cựu chiến binh',
  tncshcm: 'thanh niên cộng sản hồ chí minh',
  ptth: 'phát thanh truyền hình',
  bcd: 'ban chỉ đạo',
  bcdtw: 'ban chỉ đạo trung ương',
  tw: 'trung ương',
  btv: 'ban thường vụ',
  btc: 'ban tổ chức',
  ubkt: 'ủy ban kiểm tra',
  tgdv: 'tuyên giáo và dân vận',
  dn: 'doanh nghiệp',
  cntt: 'công nghệ thông tin',
  dh: 'đại học',
  ctxh: 'chính trị xã hội',
  'ct-xh': 'chính trị xã hội',
};

/** The initials by which a department is known: "Khoa học và Công nghệ" → "khcn". */
export function initialsOf(name: string): string {
  return foldAfresh(name)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && word !== 'va')
    .map((word) => word[0])
    .join('');
}

const WORD = /[\p{L}\p{M}\d]+(?:&[\p{L}\p{M}\d]+)*/gu;

const PADDING = '\u0001';
function paddingAt(text: string, at: number): number {
  let end = at;
  while (text[end] === PADDING) end += 1;
  return end - at;
}

/** `initials`: further abbreviations, learnt from the directory. */
export function nameText(text: string, initials: ReadonlyMap<string, string>): NameText {
  // "VH,TT&DL" is one abbreviation although it carries a comma.
  const whole = text.replace(/VH\s*,\s*TT\s*(&|và|-)?\s*DL/gu, (found) => 'VHTTDL'.padEnd(found.length, PADDING));
  const words: NameWord[] = [];
  const gaps: string[] = [];
  let end = 0;
  for (const match of whole.matchAll(WORD)) {
    const from = match.index;
    const to = from + match[0].length + paddingAt(whole, from + match[0].length);
    gaps.push(whole.slice(end, from).replaceAll(PADDING, ''));
    const folded = fold(match[0]);
    const isAbbreviation = /^[\p{Lu}\d&]+$/u.test(match[0]) || ABBREVIATIONS[folded] !== undefined;
    const bare = folded.replaceAll('&', '');
    const long = isAbbreviation ? (ABBREVIATIONS[folded] ?? initials.get(bare)) : undefined;
    const parts = (long ?? match[0].replaceAll('&', ' và ')).split(' ');
    for (const [index, part] of parts.entries()) {
      if (index > 0) gaps.push(' ');
      words.push({
        folded: fold(part),
        spelled: spelling(part),
        from,
        to,
        expanded: long !== undefined,
        capital: /^\p{Lu}/u.test(match[0]),
      });
    }
    end = to;
  }
  gaps.push(whole.slice(end).replaceAll(PADDING, ''));
  return { text, words, gaps };
}

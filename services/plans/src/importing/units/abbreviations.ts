import { fold } from '../vietnamese-text.ts';

export const ABBREVIATIONS: Record<string, string> = {
  ub: 'ủy ban',
  ubnd: 'ủy ban nhân dân',
  hdnd: 'hội đồng nhân dân',
  ubmttq: 'ủy ban mặt trận tổ quốc',
  ubmttqvn: 'ủy ban mặt trận tổ quốc việt nam',
  mttq: 'mặt trận tổ quốc',
  mttqvn: 'mặt trận tổ quốc việt nam',
  mttvn: 'mặt trận tổ quốc việt nam',
  vn: 'việt nam',
  vp: 'văn phòng',
  vptu: 'văn phòng tỉnh ủy',
  vpubnd: 'văn phòng ủy ban nhân dân',
  dbqh: 'đại biểu quốc hội',
  bql: 'ban quản lý',
  ql: 'quản lý',
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
  ksnd: 'kiểm sát nhân dân',
  lhpn: 'liên hiệp phụ nữ',
  lh: 'liên hiệp',
  ldld: 'liên đoàn lao động',
  ccb: 'cựu chiến binh',
  tncs: 'thanh niên cộng sản',
  tncshcm: 'thanh niên cộng sản hồ chí minh',
  hcm: 'hồ chí minh',
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
};

const PIECE = /(?<![\p{L}\p{M}\d])\p{Lu}{1,6}(?![\p{L}\p{M}\d])/gu;
const JOINT = /^\s*(?:[&,.–-]|và)\s*$/u;
/** Most cells carry no such thing at all. */
const ANY = /\p{Lu}\s*(?:[&,.–-]|và)\s*\p{Lu}{1,6}(?![\p{L}\p{M}\d])/u;
const MOST_PIECES = 4;

/** Fills the place of the marks that were taken out of an abbreviation. */
const PADDING = '\u0001';

/** "VH, TT&DL", "GD-ĐT", "NN và MT" are one abbreviation each, although marks stand inside; every offset stays. */
export function joinAbbreviations(text: string, initials: ReadonlyMap<string, string>): string {
  if (!ANY.test(text)) return text;
  const pieces = [...text.matchAll(PIECE)].map((piece) => ({ from: piece.index, text: piece[0] }));
  let joined = '';
  let end = 0;
  for (let first = 0; first < pieces.length; first += 1) {
    const last = lastPieceOf(text, pieces, first, initials);
    const from = pieces[first]?.from ?? 0;
    const to = (pieces[last]?.from ?? 0) + (pieces[last]?.text.length ?? 0);
    if (last === first) continue;
    const letters = pieces.slice(first, last + 1).map((piece) => piece.text);
    joined += text.slice(end, from) + letters.join('').padEnd(to - from, PADDING);
    end = to;
    first = last;
  }
  return joined + text.slice(end);
}

function lastPieceOf(
  text: string,
  pieces: readonly { from: number; text: string }[],
  first: number,
  initials: ReadonlyMap<string, string>,
): number {
  let letters = pieces[first]?.text ?? '';
  let last = first;
  for (let next = first + 1; next < Math.min(pieces.length, first + MOST_PIECES); next += 1) {
    const before = pieces[next - 1];
    const piece = pieces[next];
    if (!before || !piece || !JOINT.test(text.slice(before.from + before.text.length, piece.from))) break;
    letters += piece.text;
    const folded = fold(letters);
    if (initials.has(folded) || ABBREVIATIONS[folded] !== undefined) last = next;
  }
  return last;
}

export function paddingAt(text: string, at: number): number {
  let end = at;
  while (text[end] === PADDING) end += 1;
  return end - at;
}

export const withoutPadding = (text: string): string => text.replaceAll(PADDING, '');

import { fold, houseSpelling, oneLine } from './vietnamese-text.ts';

const ISSUER =
  /^(BAN (THƯỜNG VỤ|CHỈ ĐẠO|CHẤP HÀNH|TỔ CHỨC|QUẢN LÝ)|TỈNH [UỦ]Ỷ?Y?|TỈNH ỦY|THÀNH ỦY|ỦY BAN|UỶ BAN|UBND|SỞ |VĂN PHÒNG|TỔ GIÚP VIỆC|TỔ CÔNG TÁC|CÔNG AN|ĐẢNG ỦY|ĐẢNG UỶ|HỘI ĐỒNG NHÂN DÂN|HĐND)/u;

/** Who issued the document: by its letterhead, or by the note under the titles of its appendices. */
export function issuerOf(head: readonly string[], note: string): string | null {
  const named =
    /của\s+((?:Ban|Ủy|Uỷ|UBND|Tỉnh|Sở|Tổ|Trưởng|Chủ tịch|Văn phòng|Đảng|Hội đồng|HĐND|Công an)[^)]*?)(?=\s+(?:về|triển khai|thực hiện|ban hành)(?!\p{L})|\)|$)/u.exec(
      note,
    )?.[1];
  const noted = named ? houseSpelling(oneLine(named).replace(/[.,;]+$/, '')).replace(/ Tỉnh$/u, ' tỉnh') : null;
  const printed = printedIssuer(head);
  if (noted === null || printed === null) return noted ?? printed;
  // The letterhead may say in full what the note says in short.
  return inFull(printed).startsWith(inFull(noted)) ? printed : noted;
}

const inFull = (name: string): string =>
  fold(name)
    .replace(/\bubnd\b/, 'uy ban nhan dan')
    .replace(/\bhdnd\b/, 'hoi dong nhan dan')
    .replace(/\bbcd\b/, 'ban chi dao')
    .replace(/^(chu tich|ban thuong vu|truong) /, '');

/** What stands at the right of a letterhead, on the same line when a page is read across its columns. */
const STATE = /\s*(?:CỘNG H[ÒO][AÀ]? XÃ|CỘNG HÒA|CỘNG HOÀ|ĐẢNG CỘNG SẢN|Độc lập\s*[-–]).*$/u;

/** "BAN CHỈ ĐẠO TỈNH X TỔ GIÚP VIỆC" on one line: the later body is the issuer. */
const SUPERIOR =
  /^(?:BAN CHỈ ĐẠO|[UỦ][ỶY] BAN NHÂN DÂN|UBND|TỈNH [UỦ][ỶY])\s.*?\s(?=(?:TỔ GIÚP VIỆC|TỔ CÔNG TÁC|SỞ \p{Lu}|VĂN PHÒNG|BAN (?:TỔ CHỨC|CHỈ ĐẠO|TUYÊN GIÁO|NỘI CHÍNH)))/u;

/** The last body of the letterhead: the one above it is its superior. */
function printedIssuer(head: readonly string[]): string | null {
  let printed: string[] = [];
  let stateGoesOn = false;
  for (const line of head) {
    const state = STATE.exec(line.replace(/\*/g, ''))?.[0] ?? null;
    const left = line
      .replace(/\s{3,}.*$/, '')
      .replace(/\*/g, '')
      .replace(STATE, '')
      // A narrow column takes the last word of the state's name to the next line.
      .replace(stateGoesOn ? /\s*(?:VIỆT )?NAM$/u : /$^/, '')
      .trim();
    stateGoesOn = state !== null && /^\s*CỘNG/u.test(state) && !/NAM\s*$/u.test(state);
    const own = left.replace(SUPERIOR, '');
    if (state !== null && own === '') continue;
    const upper = own !== '' && own === own.toUpperCase() && /\p{Lu}{2}/u.test(own);
    if (/^(SỐ|KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG BÁO|CÔNG VĂN)\b/u.test(own) || /^số\s*:?/iu.test(own)) break;
    if (!upper) {
      if (own === '' || printed.length === 0) continue;
      break;
    }
    if (ISSUER.test(own)) printed = [own];
    else if (printed.length > 0) printed.push(own);
  }
  return printed.length > 0 ? houseSpelling(titleCase(oneLine(printed.join(' ')))) : null;
}

const PROPER = [
  'Tỉnh ủy',
  'Thành ủy',
  'Ban Thường vụ',
  'Ban Chỉ đạo',
  'Ủy ban',
  'Tổ Giúp việc',
  'Đảng ủy',
  'Văn phòng',
  'Công an',
  'Hội đồng',
];
function titleCase(text: string): string {
  return houseSpelling(text.toLowerCase())
    .replace(
      new RegExp(`(?<!\\p{L})(${PROPER.join('|')})(?!\\p{L})`, 'giu'),
      (words) => PROPER.find((name) => name.toLowerCase() === words.toLowerCase()) ?? words,
    )
    .replace(
      /(tỉnh ủy|thành ủy|thành phố|tỉnh(?! ủy)) (\p{Ll}[\p{Ll} ]*)$/iu,
      (_all, kind: string, place: string) =>
        `${kind} ${place.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())}`,
    )
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

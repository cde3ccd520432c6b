import { calendarDay } from './calendar.ts';
import { issuerOf } from './document-issuer.ts';
import type { DocumentFacts } from './imported-document.ts';
import { fold, houseSpelling, oneLine } from './vietnamese-text.ts';

/** The symbol of a document: "285-KH/TU", "71/NQ-CP", "20/2020/QĐ-TTg"; the figure may be left blank. */
export const SYMBOL = String.raw`(?:\d{1,5}\s*)?(?:-\s*\p{Lu}[\p{Lu}a-z]{0,5}\s*\/\s*\p{Lu}[\p{L}\d-]*|\/\s*(?:\d{4}\s*\/\s*)?\p{Lu}[\p{Lu}a-z]{0,5}(?:\s*-\s*\p{Lu}[\p{L}\d-]*)?(?:\/\p{Lu}[\p{L}\d-]*)?)`;
const NAMED = new RegExp(
  String.raw`(?:ban hành |gửi )?(?:kèm theo)\s+((?:${'kế hoạch|công văn|quyết định|chương trình|thông báo|nghị quyết|chỉ thị|đề án|tờ trình|báo cáo|văn bản|hướng dẫn|kết luận'})(?:\s+hành động)?)\s*(?:số)?\s*[:.]?\s*(${SYMBOL})?([^)]*)`,
  'iu',
);

export const KINDS: readonly [kind: string, words: RegExp][] = [
  ['PLAN', /^ke hoach\b/],
  ['PROGRAMME', /^chuong trinh\b/],
  ['OFFICIAL_LETTER', /^cong van\b/],
  ['DECISION', /^quyet dinh\b/],
  ['NOTICE', /^thong bao\b/],
  ['RESOLUTION', /^nghi quyet\b/],
  ['DIRECTIVE', /^chi thi\b/],
  ['CONCLUSION', /^ket luan\b/],
  ['PROJECT', /^de an\b/],
];

const kindOf = (words: string): string | null =>
  KINDS.find(([, pattern]) => pattern.test(fold(oneLine(words))))?.[0] ?? null;

export function dateIn(words: string): string | null {
  const text = fold(words);
  const figures =
    /ngay\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/.exec(text) ??
    /ngay\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(\d{4})/.exec(text);
  return figures ? calendarDay(Number(figures[1]), Number(figures[2]), Number(figures[3])) : null;
}

export const tidySymbol = (symbol: string): string => symbol.replace(/\s+/g, '').replace(/[.,;]+$/, '');

/** Reads the head of the document and the note under its appendix titles; the note is the surer of the two. */
export function readFacts(
  lines: readonly string[],
  appendixNotes: readonly string[],
): DocumentFacts & { year: number | null } {
  const texts = lines.map((line) => withoutEmphasis(oneLine(line)));
  const end = texts.findIndex((text) => /^(nơi nhận|kính gửi)\s*:?/iu.test(text));
  const top = texts.slice(0, Math.min(40, end === -1 ? 40 : end + 1));
  const head = top.slice(0, 28);
  const note =
    [...appendixNotes, ...notesIn(top)].map((text) => NAMED.exec(oneLine(text))).find((match) => match !== null) ??
    null;
  const ownLetter = head.find((text) => /^số\s*:?/iu.test(text));
  const ownNumber = ownLetter ? (new RegExp(SYMBOL, 'u').exec(ownLetter)?.[0] ?? null) : null;
  const title = titleOf(top);
  const kindWords = title?.kind ?? note?.[1] ?? null;
  // The note may speak of the decision that issued the plan: its number counts only when it is filled in.
  const sameKind = kindWords === null || kindOf(note?.[1] ?? '') === kindOf(kindWords);
  const noted = note && (sameKind || (ownNumber === null && /^\d/.test(note[2] ?? ''))) ? note : null;
  const placed = head.findIndex((text) => /^\p{Lu}[\p{L} .-]*,\s*ngày/u.test(text));
  const beside = head.findIndex((text) => /^số\s*:?.*\p{Lu}[\p{L} .-]*,\s*ngày/iu.test(text));
  const dateAt = placed === -1 ? beside : placed;
  // The year may stand on the next line of a narrow column.
  const placeDate = dateAt === -1 ? null : head.slice(dateAt, dateAt + 2).join(' ');
  const number =
    [ownNumber, noted?.[2] ?? null]
      .filter((symbol) => symbol !== null)
      .map(tidySymbol)
      .find((symbol) => /^\d/.test(symbol)) ?? null;
  const blankNumber = [ownNumber, noted?.[2] ?? null].filter((symbol) => symbol !== null).map(tidySymbol)[0] ?? null;
  const issuer = issuerOf(head, noted?.[3] ?? '');
  const issuedOn =
    (placeDate ? dateIn(placeDate) : null) ?? (noted ? dateIn((noted[3] ?? '').split(/\scủa\s/u)[0] ?? '') : null);
  const whole = texts.join(' ');
  return {
    number: number ?? blankNumber,
    issuedOn,
    issuer,
    title: title?.title ?? subjectOf(top) ?? notedTitle(noted),
    kind: kindWords ? kindOf(kindWords) : /^v\/v\b/imu.test(head.join('\n')) ? 'OFFICIAL_LETTER' : null,
    year: issuedOn ? Number(issuedOn.slice(0, 4)) : yearOf(appendixNotes.join(' '), whole),
  };
}

/** Without the marks of emphasis around a whole line: "*Thanh Hóa, ngày …*". */
const withoutEmphasis = (text: string): string => /^([*_]{1,3})(?=[^*_\s])(.*[^*_\s])\1$/u.exec(text)?.[2] ?? text;

/** "(Ban hành kèm theo …)" under the title, over as many lines as it takes. */
const notesIn = (lines: readonly string[]): string[] =>
  lines.flatMap((line, index) =>
    /^\(\s*(ban hành\s+)?(gửi\s+)?kèm theo/iu.test(line)
      ? [
          lines
            .slice(index, index + 4)
            .join(' ')
            .replace(/\).*$/u, ')'),
        ]
      : [],
  );

/** Where only the appendices are at hand, the note under their titles says what the document is about. */
function notedTitle(noted: RegExpExecArray | null): string | null {
  const about = /(?<!\p{L})((?:về|triển khai|thực hiện)(?!\p{L}).*)$/u.exec(noted?.[3] ?? '')?.[1];
  return noted && about ? houseSpelling(oneLine(`${sentence(noted[1] ?? '')} ${about}`)) : null;
}

/** The year that the document speaks of most, where no date of issue is printed. */
function yearOf(notes: string, whole: string): number | null {
  const named = /\/\s*(20\d\d)/.exec(notes)?.[1] ?? /(?:năm|tháng\s+\d+\s+năm)\s+(20\d\d)/u.exec(notes)?.[1];
  if (named) return Number(named);
  const counts = new Map<string, number>();
  for (const [year] of whole.matchAll(/\b20[23]\d\b/g)) counts.set(year, (counts.get(year) ?? 0) + 1);
  const most = [...counts].sort((one, other) => other[1] - one[1] || other[0].localeCompare(one[0]))[0];
  return most ? Number(most[0]) : null;
}

const TITLE_LINE =
  /^(KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|THÔNG BÁO(?: KẾT LUẬN)?|CHỈ THỊ|KẾT LUẬN|ĐỀ ÁN|HƯỚNG DẪN|NGHỊ QUYẾT)$/u;

function titleOf(lines: readonly string[]): { kind: string; title: string } | null {
  const at = lines.findIndex((text) => TITLE_LINE.test(text.replace(/^[#*\s]+|[*\s]+$/g, '')));
  const kind = at === -1 ? null : (lines[at] ?? '').replace(/^[#*\s]+|[*\s]+$/g, '');
  if (kind === null) return null;
  const parts: string[] = [];
  for (const line of lines.slice(at + 1, at + 10)) {
    const text = line.replace(/\*/g, '');
    if (
      (/^[-–_*=\s]*$/.test(text) && (text !== '' || parts.length > 0)) ||
      /^\(/.test(text) ||
      /^(Thực hiện|Căn cứ|Triển khai|Ban Chỉ đạo|Để|Kính gửi|Thi hành)(?!\p{L}).*(;|,|ban hành|xây dựng)/u.test(text) ||
      /^(I|1|A)[./)]\s/u.test(text)
    )
      break;
    if (parts.length > 0 && /[.;:]$/.test(text)) break;
    if (text === '') continue;
    parts.push(text);
    if (parts.join(' ').length > 420) break;
  }
  const title = oneLine([sentence(kind), ...parts].join(' '));
  return { kind, title: houseSpelling(title) };
}

const sentence = (text: string): string => text.charAt(0) + text.slice(1).toLowerCase();

/** "V/v đôn đốc …" over several short lines. */
function subjectOf(lines: readonly string[]): string | null {
  const at = lines.findIndex((text) => /^v\/v\b/iu.test(text));
  if (at === -1) return null;
  const parts: string[] = [];
  for (const line of lines.slice(at, at + 16)) {
    if (line === '') continue;
    if (parts.length > 0 && (/^\p{Lu}[\p{L} ]*,\s*ngày/u.test(line) || /^kính gửi/iu.test(line))) break;
    parts.push(line);
    if (/\.$/.test(line)) break;
  }
  const subject = houseSpelling(
    oneLine(parts.join(' '))
      .replace(/^v\/v\s*/iu, '')
      .replace(/\.$/, ''),
  );
  return subject === '' ? null : subject.charAt(0).toUpperCase() + subject.slice(1);
}

import { dateIn, SYMBOL, tidySymbol } from './document-facts.ts';
import type { DocumentFacts } from './imported-document.ts';
import { fold, houseSpelling, oneLine } from './vietnamese-text.ts';

/** A document that another one names as what it carries out. */
export interface BasisDocument {
  number: string;
  issuedOn: string | null;
  issuer: string | null;
}

const KIND =
  'kế hoạch|công văn|quyết định|chương trình(?: hành động)?|thông báo(?: kết luận)?|nghị quyết|chỉ thị|kết luận|đề án|nghị định|thông tư|hướng dẫn|văn bản|công điện|luật';
const OPENS =
  /(?<!\p{L})(căn cứ|thực hiện|triển khai|theo|thi hành|tiếp theo|được giao tại|cụ thể hóa|kết luận)(?!\p{L})/iu;
const DAY = String.raw`ngày\s+\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|tháng\s*\d{1,2}\s*năm\s*\d{4})`;
/** What follows an issuer: the subject of the document, or the next one. */
const AFTER = String.raw`(?=\s+(?:về|triển khai|thực hiện|quy định|ban hành|sửa đổi|phê duyệt|hướng dẫn|trên địa bàn|tại|trong|đề nghị|là|để|cho|v/v)(?!\p{L})|\s*[;:.,()“”\n]|\s*$)`;
const NAMED = new RegExp(
  String.raw`(?<!\p{L})(?:${KIND})\s+(?:số\s*:?\s*)?(${SYMBOL})(?:\s*,?\s*(${DAY}))?(?:\s*,?\s*của\s+(.{2,120}?)${AFTER})?`,
  'giu',
);

/** The documents named in the title, in the notes under appendix titles and in the opening sentences; itself excepted. */
export function basisOf(body: readonly string[], notes: readonly string[], own: DocumentFacts): BasisDocument[] {
  const found = new Map<string, BasisDocument>();
  for (const sentence of [...sentencesOf(body), own.title ?? '', ...notes]) {
    if (!OPENS.test(sentence)) continue;
    for (const match of oneLine(sentence).matchAll(NAMED)) {
      const number = tidySymbol(match[1] ?? '');
      if (!/^\d/.test(number) || fold(number) === fold(own.number ?? '')) continue;
      const issuer = houseSpelling(oneLine(match[3] ?? ''));
      const known = found.get(fold(number));
      found.set(fold(number), {
        number: known?.number ?? number,
        issuedOn: known?.issuedOn ?? dateIn(match[2] ?? ''),
        issuer: known?.issuer ?? (issuer === '' ? null : issuer),
      });
    }
  }
  return [...found.values()];
}

/** The lead of the document: what stands before its first numbered part, in sentences. */
function sentencesOf(body: readonly string[]): string[] {
  const texts = body.map((line) => oneLine(line).replace(/\*/g, ''));
  const end = texts.findIndex((text) => /^(I|1|A|Điều 1)\s*[./):]/u.test(text));
  const lead = texts.slice(0, end === -1 ? Math.min(texts.length, 60) : end);
  return lead.join('\n').split(/(?<=[;.])\s+(?=\p{Lu}|-)/u);
}

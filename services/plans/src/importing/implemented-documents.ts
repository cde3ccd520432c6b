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
  'kế hoạch|công văn|quyết định|chương trình(?: hành động)?|thông báo(?: kết luận)?|nghị quyết|chỉ thị|kết luận|đề án|nghị định|thông tư|hướng dẫn|văn bản|luật';
const OPENS = /(?<!\p{L})(căn cứ|thực hiện|triển khai(?: thực hiện)?|theo|thi hành|tiếp theo|tại)(?!\p{L})/iu;
const NAMED = new RegExp(
  String.raw`(?<!\p{L})(?:${KIND})\s+(?:số\s*:?\s*)?(${SYMBOL})((?:\s*,?\s*ngày\s+\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|tháng\s*\d{1,2}\s*năm\s*\d{4}))?)(?:\s*,?\s*của\s+([^;:.()“”]*))?`,
  'giu',
);
/** Where the name of the issuer ends and the document's subject begins. */
const SUBJECT =
  /\s*(?:,?\s+(?:về|triển khai|thực hiện|quy định|ban hành|sửa đổi|phê duyệt|hướng dẫn|trên địa bàn|tại|trong|đề nghị|và)(?!\p{L})|,).*$/iu;

/** The documents named in the title and in the sentences that say what this one is based on; itself excepted. */
export function basisOf(body: readonly string[], own: DocumentFacts): BasisDocument[] {
  const found = new Map<string, BasisDocument>();
  for (const sentence of sentencesOf(body)) {
    if (!OPENS.test(sentence)) continue;
    for (const match of sentence.matchAll(NAMED)) {
      const number = tidySymbol(match[1] ?? '');
      if (!/^\d/.test(number) || fold(number) === fold(own.number ?? '')) continue;
      const issuer = houseSpelling(oneLine((match[3] ?? '').replace(SUBJECT, '')));
      const known = found.get(fold(number));
      found.set(fold(number), {
        number,
        issuedOn: known?.issuedOn ?? dateIn(match[2] ?? ''),
        issuer: known?.issuer ?? (issuer === '' || issuer.length > 120 ? null : issuer),
      });
    }
  }
  return [...found.values()];
}

/** The lead of the document: what stands before its first numbered part. */
function sentencesOf(body: readonly string[]): string[] {
  const texts = body.map((line) => oneLine(line).replace(/\*/g, ''));
  const end = texts.findIndex((text) => /^(I|1|A|Điều 1)\s*[./):]/u.test(text));
  const lead = texts
    .slice(0, end === -1 ? Math.min(texts.length, 60) : end)
    .filter((text) => !/^\(?\s*kèm theo/iu.test(text));
  return lead.join(' ').split(/(?<=[;.])\s+(?=\p{Lu}|-)/u);
}

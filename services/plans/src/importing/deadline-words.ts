import { fold, oneLine } from './vietnamese-text.ts';

/** What "quý" becomes: without its mark it would be "quy", as in "quy định" and "quy chế". */
const QUARTER = 'quarter';
/** What an hour of the day becomes; a day "before" whose hour is meant belongs to the time. */
export const HOUR = '@gio';

const HOURS =
  /(?<![\d/.-])\d{1,2}\s*(?:(?:h|gio|g)(?![a-z])\s*(?:\d{1,2}(?!\s*[/.\d-]|\s*thang)\s*(?:phut|p)?(?![a-z]))?|:\d{2}(?!\s*[/.\d-]))(?:\s*(?:sang|chieu|trua|toi)(?![a-z]))?/g;
/** Other documents, with their days: "15/2025/NĐ-CP", "57-NQ/TW ngày 22/12/2024". */
const DOCUMENT =
  /(?:\bso\s*)?\b\d{1,5}\s*(?:\/\s*20\d\d\s*\/\s*[a-z]{2,}(?:-[a-z0-9]+)*|\s*-\s*[a-z]{2,8}\s*\/\s*[a-z]{2,}|\/\s*[a-z]{2,8}-[a-z]{2,})(?:,?\s*ngay\s*\d{1,2}\s*(?:[/.-]|thang)\s*\d{1,2}\s*(?:[/.-]|nam)\s*20\d\d)?/g;

const MONTHS: Record<string, number> = {
  hai: 2,
  ba: 3,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi mot': 11,
  'muoi hai': 12,
};
/** "Tháng chín"; "tháng sau" may be the next month, unless a year follows. */
const MONTH_IN_WORDS =
  /\bthang (muoi hai|muoi mot|hai|ba|tu|bay|tam|chin|muoi|(?:nam|sau)(?= nam 20\d\d))(?= ?(?:\/|nam\b|,|$))/g;

/** The words of a time in one form: without marks, the quarter told from other words, figures whole, hours as one word. */
export function deadlineWords(words: string): string {
  const text = fold(oneLine(words).replace(/(?<!\p{L})q(?:u[ýí]|úy|úi)(?!\p{L})/giu, QUARTER))
    .replace(/\s+/g, ' ')
    .replace(/\bqu[yi]\.?(?= ?(?:iv|i{1,3}|[1-4])(?![a-z\d]))/g, QUARTER)
    .replace(/\bq\.? ?(?=(?:iv|i{1,3}|[1-4])(?![a-z\d]))/g, `${QUARTER} `)
    .replace(/\b(hang|moi|dinh ky|tung) qu[yi]\b(?! (?:dinh|che|trinh|hoach|mo))/g, `$1 ${QUARTER}`)
    .replace(new RegExp(`${QUARTER}\\.? ?([il|]{1,3}v?)(?![a-z])`, 'g'), (_all, code: string) => {
      return `${QUARTER} ${code.replace(/[l|]/g, 'i')}`;
    })
    .replace(new RegExp(`${QUARTER}(?=\\d)`, 'g'), `${QUARTER} `)
    .replace(/(?<!\b(?:ban|thi|chap|thuc|tien|dieu|van) )\bhanh(?= (?:ngay|tuan|thang|quarter|nam)\b)/g, 'hang')
    .replace(/\bhangg?(?=ngay|tuan|thang|nam\b)/g, 'hang ')
    .replace(/\bt(?:h|hg)?\.? ?(?=(?:0?[1-9]|1[0-2])(?![\d:])(?!\s*(?:hang|moi) tuan))/g, 'thang ')
    .replace(/\b(thang|nam|ngay)(?=\d)/g, '$1 ')
    .replace(MONTH_IN_WORDS, (_all, name: string) => `thang ${MONTHS[name]}`)
    // Figures that a line's end or a recogniser tore or took for letters.
    .replace(/([/.-] ?)(2) ?(0) ?(\d) ?(\d)(?!\d)/g, '$1$2$3$4$5')
    .replace(/\b(?=[ol\d]*\d)[ol\d]{1,2}(?:[/.-][ol\d]{1,2})?[/.-][ol\d]{4}\b/g, (figures) =>
      figures.replace(/o/g, '0').replace(/l/g, '1'),
    )
    .replace(/(?<!\b(?:truoc|ngay|den|het|nhat|xong|tu|qua) )\b24 ?\/ ?7\b(?! ?[/.-])/g, 'lien tuc');
  return text
    .replace(DOCUMENT, (found) => ' '.repeat(found.length))
    .replace(HOURS, ` ${HOUR} `)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words that deadlines are made of, and nothing else in a document is. */
export const KNOWN_WORDS =
  /\b(hoan thanh|truoc|sau|den|trong|thang|quarter|nam|thuong xuyen|nhiem vu|thuc hien|ngay|da|va|nhung|cac|tiep theo|giai doan|\d+|cuoi|dau|giua|tu|het|cham nhat|muon nhat|khong qua|lien tuc|ke|hang|moi|dinh ky|tuan|trien khai|trung uong|ban hanh|ke hoach|cua|lo trinh|theo|duy tri|bao cao|ket qua|vao|xong|han|thoi han|luc|gio|thu (?:hai|ba|tu|nam|sau|bay)|lan|nua|nay|khi|tro di|toi|i{1,3}|iv|x)\b/g;

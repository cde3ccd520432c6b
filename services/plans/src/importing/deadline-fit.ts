import { momentsIn } from './deadline-moments.ts';
import { deadlineWords, KNOWN_WORDS } from './deadline-words.ts';
import { readDeadline } from './deadlines.ts';

/** With what the words of a deadline begin. */
const OPENING =
  /^(?:hoan thanh|xong|truoc|den|trong|thang|quarter|nam|thuong|nhiem vu thuong|thuc hien|theo|ngay|sau|da |hang|dinh ky|giai doan|cuoi|dau|giua|nua|tu |khi|moi|cham nhat|muon nhat|khong qua|lien tuc|ke tu|het|thu (?:hai|ba|tu|nam|sau|bay)|tuan|@gio|\d{1,2}\s*[/.-]|20\d\d|trien khai|0?6 thang|\d{1,2} (?:thang|lan)|dot xuat)/;
const UNFINISHED =
  /(?<!\b(?:hang|moi|dinh ky|cac|nhung|cua|tung) |\/ ?)\b(?:thang|ngay|quarter|nam)$|^(?:nhiem vu|thuc hien|hoan thanh|xong)$|\b(?:truoc|den|trong|va|cua|tu|cac|nhung|khi|cham nhat|muon nhat|@gio|\d{1,2}\s*[/-])$|(?<!\btiep )\btheo$/;
const OPEN_ENDED =
  /\bkhi\b|\bngay sau\b|\bke tu\b|\btheo\b|\b(?:hang|moi|dinh ky) (?:ngay|tuan|thang|quarter|nam)\b|\btrong (?:vong|thoi han) \d/;

export const opensDeadline = (words: string): boolean => OPENING.test(deadlineWords(words));

/** How many words of a deadline are not the usual ones; null when the words are no whole deadline. */
export function strangeWordsInDeadline(words: string): number | null {
  if (words.length > 130 || !opensDeadline(words.slice(0, 28).trimStart())) return null;
  const plain = deadlineWords(words).replace(/[.;,\s]+$/, '');
  if (plain === '' || !OPENING.test(plain)) return null;
  const { deadline, confidence } = readDeadline(words, 2025);
  if (UNFINISHED.test(plain) && deadline.kind !== 'DONE') return null;
  if (deadline.kind === 'NONE' || confidence < 0.6) return null;
  const left = momentsIn(plain, 2025)
    .rest.replace(KNOWN_WORDS, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  if (left === '') return 0;
  const count = left.split(' ').length;
  return OPEN_ENDED.test(plain) && count <= 12 ? count : null;
}

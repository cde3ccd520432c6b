import type { Scope } from '../imported-document.ts';
import { SCOPE_LABEL, scopeOf } from './bloc-scope.ts';

/** "1. Sở A 2. Sở B": the numbers only part the names. */
const unnumbered = (cell: string): string =>
  /^\s*1[.)]\s/.test(cell) ? cell.replace(/(^|\s)\d{1,2}[.)]\s+(?=\p{Lu})/gu, '\n') : cell;

/** Splits "Khối Đảng: A. Khối chính quyền: B, C" into parts with their bloc. */
export function labelled(cell: string): { words: string; scope: Scope | null }[] {
  const text = unnumbered(cell)
    .replace(/<\/?(ul|ol)[^>]*>/gi, '\n')
    .replace(/<li[^>]*>/gi, '\n- ')
    .replace(/<\/li>|<br\s*\/?>/gi, '\n')
    .replace(/[ \t]+/g, ' ')
    // The line end before the next label was lost.
    .replace(/ (?=Khối (?:các cơ quan |đảng|chính quyền|mặt trận|MTTQ|đoàn thể)[^:;,()\n]{0,40}:)/giu, '\n')
    .replace(/(?<![;:.])\n\s*(?=(?!các\s)\p{Ll})|(?<=,)\s*\n\s*(?=\p{L})/gu, ' ');
  const labels = [...text.matchAll(SCOPE_LABEL)];
  if (labels.length === 0)
    return text
      .split(/(?<!chính trị\s*)\n\s*[-–•+]\s+|;\s*[-–•+]\s+/u)
      .map((words) => ({ words, scope: null }))
      .filter(({ words }) => /\p{L}/u.test(words));
  const parts = [{ words: text.slice(0, labels[0]?.index ?? 0), scope: null as Scope | null }];
  for (const [index, label] of labels.entries()) {
    const from = label.index + label[0].length;
    parts.push({ words: text.slice(from, labels[index + 1]?.index ?? text.length), scope: scopeOf(label[1] ?? '') });
  }
  return parts.filter(({ words }) => /\p{L}/u.test(words));
}

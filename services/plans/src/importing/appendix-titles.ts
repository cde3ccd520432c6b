import { fold, oneLine } from './vietnamese-text.ts';

const TITLE = /^\s*phu luc(?:\s+(?:so\s+)?([ivx]{1,5}|\d{1,2}|[a-h])\b)?\s*([.:–-]|$)?/;

/** "Phụ lục II" → its code; an appendix without a number has none. Undefined when the line is no title. */
export function appendixOf(line: string): { code: string | null } | undefined {
  const text = oneLine(line).replace(/^[*#\s]+/, '');
  if (!/^ph[uụ] ?l[uụ]c/iu.test(text) || text.length > 160) return undefined;
  const match = TITLE.exec(fold(text));
  if (!match) return undefined;
  const code = match[1];
  // "Phụ lục kèm theo Kế hoạch…" in running text is no title, "PHỤ LỤC NHIỆM VỤ …" is.
  if (code === undefined && match[2] === undefined && text !== text.toUpperCase()) return undefined;
  if (
    code !== undefined &&
    match[2] === undefined &&
    /^(kem theo|ban hanh|cua|va|,|\()/.test(fold(text.slice(match[0].length)).trim())
  )
    return undefined;
  return { code: code ? code.toUpperCase() : null };
}

import type { Declared, DocumentSection, Finding } from './checks.ts';
import { declaredCount } from './lost-sections.ts';
import type { TaskTable } from './task-rows.ts';
import { oneLine } from './vietnamese-text.ts';

/** The sections of all tables, in order, with the number of tasks that each declares. */
export const sectionsOf = (tables: readonly TaskTable[]): DocumentSection[] =>
  tables.flatMap(({ appendix, rows }) =>
    rows.flatMap((row) =>
      row.kind === 'section'
        ? [{ appendix, code: row.code, title: row.title, declaredCount: declaredCount(row.title), line: row.line }]
        : [],
    ),
  );

const PART = /^[-+•]\s*.+:\s*(\d{1,3})\s+nhiệm vụ[;.]?$/u;
const TOTAL = /(?:đề ra|gồm|có|xác định|giao)\s+(\d{1,3})\s+nhiệm vụ/u;

/** "… đề ra 61 nhiệm vụ", and the list of parts under it that must add up to it. */
export function declaredSum(
  body: readonly { text: string; line: number | null }[],
): Pick<Declared, 'declaredTotal' | 'declaredParts' | 'declaredLines'> {
  const texts = body.map(({ text, line }) => ({ text: oneLine(text).replace(/\*/g, ''), line }));
  const parts = texts.flatMap(({ text, line }) => {
    const part = PART.exec(text)?.[1];
    return part ? [{ count: Number(part), line }] : [];
  });
  const total = texts.map(({ text, line }) => ({ count: TOTAL.exec(text)?.[1], line })).find(({ count }) => count);
  return {
    declaredTotal: total?.count ? Number(total.count) : null,
    declaredParts: parts.map(({ count }) => count),
    declaredLines: [total?.line ?? null, ...parts.map(({ line }) => line)].filter((line) => line !== null),
  };
}

/** Rows of which the document keeps only the tail. */
export const lostRowsOf = (tables: readonly TaskTable[]): Finding[] =>
  tables.flatMap(({ rows }) =>
    rows.flatMap((row): Finding[] =>
      row.kind === 'lost'
        ? [
            {
              code: 'ROW_LOST',
              data: { text: row.text.slice(0, 60) },
              lines: row.line === null ? [] : [row.line],
              rows: [],
            },
          ]
        : [],
    ),
  );

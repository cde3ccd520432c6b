import { appendixOf } from './appendix-titles.ts';
import type { Line } from './reading.ts';
import type { TaskTable } from './task-rows.ts';
import type { UnitMatcher } from './units/unit-matcher.ts';

export interface WrappedReading {
  tables: TaskTable[];
  bodyLines: string[];
  appendixNotes: string[];
  appendix: string | null;
}

export function readWrapped(lines: readonly Line[], _matcher: UnitMatcher, appendix: string | null): WrappedReading {
  const notes: string[] = [];
  let current = appendix;
  for (const [i, line] of lines.entries()) {
    const t = appendixOf(line.text);
    if (t) {
      current = t.code;
    }
    if (/^\s*\(/.test(line.text))
      notes.push(
        lines
          .slice(i, i + 4)
          .map((l) => l.text)
          .join(' '),
      );
  }
  return { tables: [], bodyLines: lines.map((line) => line.text), appendixNotes: notes, appendix: current };
}

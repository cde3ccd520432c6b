import { romanValue, type SectionRow, type TaskTable } from './task-rows.ts';

/** "Về thể chế (13 nhiệm vụ)" → 13. */
export function declaredCount(title: string): number | null {
  const match = /\(\s*(?:gồm\s+)?(\d{1,3})\s+(?:nhóm\s+)?(?:nhiệm vụ|việc|công việc|đầu việc)/iu.exec(title);
  return match ? Number(match[1]) : null;
}

function counted(table: TaskTable): { section: SectionRow; count: number }[] {
  const sections: { section: SectionRow; count: number }[] = [];
  for (const row of table.rows) {
    if (row.kind === 'section') sections.push({ section: row, count: 0 });
    const current = sections.at(-1);
    if (row.kind !== 'section' && current) current.count += 1;
  }
  return sections;
}

/**
 * A heading that the document lost: a section holds more rows than it declares, and the code after it is skipped.
 * The rows above the count belong to the code that is missing.
 */
export function withLostSections(table: TaskTable): TaskTable {
  const rows = [...table.rows];
  const sections = counted(table);
  for (const [index, { section, count }] of sections.entries()) {
    const declared = declaredCount(section.title);
    const following = sections[index + 1]?.section;
    const value = romanValue(section.code ?? '');
    const next = romanValue(following?.code ?? '');
    if (declared === null || !following || value === null || next !== value + 2 || count <= declared) continue;
    const at = rows.indexOf(section);
    const first = rows.slice(at + 1).filter((row) => row.kind !== 'section')[declared];
    if (!first) continue;
    rows.splice(rows.indexOf(first), 0, {
      kind: 'section',
      code: ROMANS[value] ?? null,
      title: '',
      position: first.position,
      line: null,
      inferred: true,
    });
  }
  return { ...table, rows };
}

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

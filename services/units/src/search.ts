import type { EntityManager } from 'typeorm';

/**
 * Each word of a search as a pattern that finds it anywhere, the longest first: that one is looked up in the index.
 * Marks and case are folded by the database.
 */
export function searchPatterns(search: string): string[] {
  return search
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
    .sort((a, b) => b.length - a.length);
}

/** The text as the search columns keep it. */
export async function folded(manager: EntityManager, text: string): Promise<string> {
  const [row] = (await manager.query('SELECT public.fold($1) AS text', [text])) as { text: string }[];
  return row?.text ?? '';
}

/** All that a unit may be looked for by. */
export function unitSearchText(unit: {
  name: string;
  shortName: string;
  nameEn: string;
  code: string;
  aliases: readonly string[];
}): string {
  return [unit.name, unit.shortName, unit.nameEn, unit.code, ...unit.aliases].join(' ');
}

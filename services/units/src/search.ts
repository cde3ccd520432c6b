/** Each word of a search, as a pattern that finds it anywhere; marks and case are folded by the database. */
export function searchPatterns(search: string): string[] {
  return search
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** What a search for a unit looks through; folded by the database. */
export function unitSearchText(unit: {
  name: string;
  shortName: string;
  nameEn: string;
  code: string;
  aliases: readonly string[];
}): string {
  return [unit.name, unit.shortName, unit.nameEn, unit.code, ...unit.aliases].join(' ').normalize('NFC');
}

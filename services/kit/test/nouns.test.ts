import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** If a file every service shares needs such a word, it belongs to a service. */
const DOMAIN = /\b(tasks?|plans?|reports?|evidence|dossiers?|regimes?|obligations?|communes?|steering|deadlines?)\b/i;

test('the kit knows no noun of what it serves', () => {
  const folder = join(import.meta.dirname, '../src');
  const found: string[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))) {
    for (const [index, line] of readFileSync(join(folder, name), 'utf8').split('\n').entries()) {
      // The names of the services themselves appear where tests make keys for them.
      if (DOMAIN.test(line) && name !== 'testing.ts') found.push(`${name}:${index + 1} ${line.trim()}`);
    }
  }
  expect(found).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { readDirectory } from '../src/directory-files.ts';
import { reviewReading } from '../src/importing/import-document.ts';
import { readFile } from '../src/importing/read-file.ts';
import { addScore, noScore, SCORED } from '../test-documents/reading-score.ts';
import { LAYOUTS, written } from '../test-documents/varied-layouts.ts';

const directory = readDirectory(null);
const SEEDS = [1, 2];

describe('plans that nobody tuned the reader to', () => {
  it.each(LAYOUTS.filter(({ hard }) => !hard))('are read from: $name', async (layout) => {
    const score = noScore();
    for (const seed of SEEDS) {
      const { plan, bytes } = await written(layout, seed);
      const read = reviewReading(await readFile(`plan.${layout.file}`, bytes), { directory });
      expect(read.document).toMatchObject({ number: plan.number, issuedOn: plan.issuedOn, kind: plan.kind });
      addScore(score, plan, read);
    }
    const least = layout.clean ? 1 : 0.95;
    expect(score.invented, score.faults.join('\n')).toBe(0);
    expect(score.found / score.rows).toBeGreaterThanOrEqual(layout.clean ? 1 : 0.97);
    for (const field of SCORED)
      expect(score.right[field] / score.found, `${field}\n${score.faults.join('\n')}`).toBeGreaterThanOrEqual(least);
  });

  it.each(LAYOUTS)('name the lines of every field, in: $name', async (layout) => {
    const { bytes } = await written(layout, 4);
    const { lines, tasks } = reviewReading(await readFile(`plan.${layout.file}`, bytes), { directory });
    expect(lines.map(({ index }) => index)).toEqual(lines.map((_line, index) => index));
    for (const task of tasks) {
      expect(task.lines.length, task.content).toBeGreaterThan(0);
      for (const { line, text, cell } of task.sources)
        expect((cell === undefined ? null : lines[line]?.cells?.[cell]) ?? lines[line]?.text).toContain(text);
      const marked = (field: string): string =>
        task.sources
          .filter((source) => source.field === field)
          .map(({ text }) => text)
          .join(' ');
      // The words that are marked are those of the field: none of them is missing.
      const words = (text: string): string[] => text.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
      const shown = words(marked('content'));
      expect(words(task.content).filter((word) => !shown.some((other) => other.startsWith(word)))).toEqual([]);
      expect(marked('leads') !== '').toBe(task.leadMatches.length > 0);
      expect(marked('deadline') !== '').toBe(task.deadline.text !== '');
    }
  });
});

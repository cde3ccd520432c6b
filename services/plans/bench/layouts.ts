import { readDirectory } from '../src/directory-files.ts';
import { reviewReading } from '../src/importing/import-document.ts';
import { readFile } from '../src/importing/read-file.ts';
import { addScore, noScore, SCORED, type Score } from '../test-documents/reading-score.ts';
import { LAYOUTS, written } from '../test-documents/varied-layouts.ts';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

/** Plans made by lot in our own words, in every layout: what was found, what was made up, what is right. */
export async function measureLayouts(seeds: readonly number[]): Promise<void> {
  const directory = readDirectory(null);
  console.log(`\nPlans made by lot, ${seeds.length} for each layout, in percent`);
  console.log(line('layout', ['rows', 'invented', ...SCORED, 'wrong, in doubt', 'ms']));
  const all = noScore();
  for (const layout of LAYOUTS) {
    const score = noScore();
    let took = 0;
    for (const seed of seeds) {
      const { plan, bytes } = await written(layout, seed);
      const began = performance.now();
      const read = await readFile(`plan.${layout.file}`, bytes).then(
        (reading) => reviewReading(reading, { directory }),
        () => null,
      );
      took += performance.now() - began;
      addScore(score, plan, read);
    }
    console.log(line(layout.name, [...figures(score), String(Math.round(took / seeds.length))]));
    addTo(all, score);
  }
  console.log(line('all layouts', [...figures(all), '']));
}

const figures = (score: Score): string[] => [
  percent(score.found, score.rows),
  String(score.invented),
  ...SCORED.map((field) => percent(score.right[field], score.found)),
  `${score.doubted} of ${score.wrong}`,
];

function addTo(all: Score, score: Score): void {
  for (const key of ['rows', 'found', 'invented', 'wrong', 'doubted'] as const) all[key] += score[key];
  for (const field of SCORED) all.right[field] += score.right[field];
}

const line = (name: string, cells: readonly string[]): string =>
  name.padEnd(38) + cells.map((cell) => cell.padStart(Math.max(9, cell.length + 2))).join('');

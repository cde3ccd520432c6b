import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDirectory } from '../src/directory-files.ts';
import { findMarking } from '../src/importing/classified.ts';
import { conflictsWith } from '../src/importing/conflicts.ts';
import { importReading, type ReviewedDocument } from '../src/importing/import-document.ts';
import { findingSentence } from '../src/importing/messages.ts';
import { readFile } from '../src/importing/read-file.ts';
import type { ReviewedTask } from '../src/importing/task-fields.ts';
import type { UnitMatch } from '../src/importing/units/unit-matcher.ts';
import { MARKED, UNMARKED } from '../test-documents/marked-texts.ts';
import { longPlan } from '../test-documents/sample-plan.ts';
import { lineWrapped, usual } from '../test-documents/text-layouts.ts';
import { measureLayouts } from './layouts.ts';

interface SeedAssignee {
  unitId?: string;
  groupId?: string;
  externalName?: string;
  scope: string | null;
}

interface SeedTask {
  number: string | null;
  appendix: string | null;
  section: string | null;
  ordinal: number;
  damaged: boolean;
  leadUnits: SeedAssignee[];
  coordinatingUnits: SeedAssignee[];
  deadline: { kind: string; dueOn: string | null; cadence: string | null; thenOngoing: boolean };
}

interface SeedDocument {
  id: string;
  tasks: SeedTask[];
}

const FIELDS = ['section', 'leadUnits', 'coordinatingUnits', 'deadline'] as const;
type BenchField = (typeof FIELDS)[number];

/** Groups that the reviewed documents write as two. */
const AS_TWO: Record<string, string[]> = { sbnx: ['sbn', 'ubx'] };

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const seedFolder = join(repository, 'seeds', 'documents');

/** The folder named by PLAN_DOCUMENTS, or a folder "documents" in one beside the repository. */
function documentFolder(): string | null {
  const named = process.env.PLAN_DOCUMENTS;
  if (named) return existsSync(named) ? named : null;
  const around = dirname(repository.replace(/\/$/, ''));
  const found = readdirSync(around)
    .map((name) => join(around, name, 'documents'))
    .find((path) => existsSync(path));
  return found ?? null;
}

const bare = (id: string): string => id.replace(/^\d+\./, '');
const keysOf = (assignees: readonly SeedAssignee[]): string =>
  assignees
    .flatMap(({ unitId, groupId, externalName }) =>
      unitId ? [bare(unitId)] : groupId ? (AS_TWO[groupId] ?? [groupId]) : [externalName ?? '?'],
    )
    .sort()
    .join(' ');
const matchKeys = (matches: readonly UnitMatch[]): string =>
  matches
    .flatMap(({ id, name }) => (id ? (AS_TWO[id] ?? [bare(id)]) : [name]))
    .sort()
    .join(' ');

function faultOf(field: BenchField, seed: SeedTask, task: ReviewedTask): string | null {
  if (field === 'section')
    return seed.section === task.section && seed.appendix === task.appendix
      ? null
      : `${seed.appendix}/${seed.section} ≠ ${task.appendix}/${task.section}`;
  if (field === 'deadline') {
    const wanted = `${seed.deadline.kind} ${seed.deadline.dueOn} ${seed.deadline.cadence} ${seed.deadline.thenOngoing}`;
    const got = `${task.deadline.kind} ${task.deadline.dueOn} ${task.deadline.cadence} ${task.deadline.thenOngoing}`;
    return wanted === got ? null : `${wanted} ≠ ${got}`;
  }
  const [wanted, got] =
    field === 'leadUnits'
      ? [keysOf(seed.leadUnits), matchKeys(task.leadMatches)]
      : [keysOf(seed.coordinatingUnits), matchKeys(task.coordinatingMatches)];
  return wanted === got ? null : `${wanted} ≠ ${got}`;
}

/** Rows are paired by number where both have one, else in order. */
function paired(
  seed: SeedDocument,
  tasks: readonly ReviewedTask[],
): { pairs: [SeedTask, ReviewedTask][]; missed: SeedTask[]; invented: ReviewedTask[] } {
  const pairs: [SeedTask, ReviewedTask][] = [];
  const missed: SeedTask[] = [];
  let at = 0;
  for (const wanted of seed.tasks) {
    const found = tasks.findIndex((task, index) => index >= at && index < at + 3 && task.number === wanted.number);
    if (found === -1) missed.push(wanted);
    else {
      pairs.push([wanted, tasks[found] as ReviewedTask]);
      at = found + 1;
    }
  }
  const used = new Set(pairs.map(([, task]) => task));
  return { pairs, missed, invented: tasks.filter((task) => !used.has(task)) };
}

const likeness = (seed: SeedDocument, read: ReviewedDocument): number =>
  paired(seed, read.tasks).pairs.filter(
    ([wanted, task]) => faultOf('leadUnits', wanted, task) === null && faultOf('deadline', wanted, task) === null,
  ).length / Math.max(seed.tasks.length, read.tasks.length);

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

async function bench(): Promise<void> {
  const folder = documentFolder();
  if (!folder) {
    console.log('Importer: no documents beside the repository, nothing measured.');
    return;
  }
  const seeds = readdirSync(seedFolder).map(
    (name) => JSON.parse(readFileSync(join(seedFolder, name), 'utf8')) as SeedDocument,
  );
  const directory = readDirectory(null);
  const sums = new Map<BenchField, { right: number; all: number; wrongSure: number; wrong: number }>(
    FIELDS.map((field) => [field, { right: 0, all: 0, wrongSure: 0, wrong: 0 }]),
  );
  const all: { name: string; read: ReviewedDocument }[] = [];
  for (const name of readdirSync(folder).sort()) {
    const began = performance.now();
    const read = importReading(await readFile(name, readFileSync(join(folder, name))), { directory });
    const took = performance.now() - began;
    all.push({ name, read });
    const seed = seeds.toSorted((one, other) => likeness(other, read) - likeness(one, read))[0];
    if (!seed || likeness(seed, read) < 0.3) {
      console.log(`${name}: no reviewed document to compare with (${read.tasks.length} tasks)`);
      continue;
    }
    const { pairs, missed, invented } = paired(seed, read.tasks);
    console.log(
      `\n${seed.id}: rows ${pairs.length}/${seed.tasks.length} (${percent(pairs.length, seed.tasks.length)}), missed ${missed.map((task) => task.number).join(', ') || 'none'}, invented ${invented.length}, ${Math.round(took)} ms`,
    );
    for (const field of FIELDS) {
      const sum = sums.get(field);
      const wrong = pairs.flatMap(([wanted, task]) => {
        const fault = faultOf(field, wanted, task);
        return fault
          ? [
              {
                number: wanted.number ?? `#${wanted.ordinal}`,
                fault,
                sure: field === 'section' ? task.confidence : task.confidences[field],
              },
            ]
          : [];
      });
      if (sum) {
        sum.all += pairs.length;
        sum.right += pairs.length - wrong.length;
        sum.wrong += wrong.length;
        sum.wrongSure += wrong.filter(({ sure }) => sure >= 0.8).length;
      }
      console.log(`  ${field.padEnd(18)} ${percent(pairs.length - wrong.length, pairs.length)}`);
      for (const { number, fault, sure } of wrong)
        console.log(`      row ${number}: ${fault} (confidence ${sure.toFixed(2)})`);
    }
  }
  showConflicts(all);
  console.log('\nAll documents');
  for (const [field, { right, all, wrong, wrongSure }] of sums)
    console.log(`  ${field.padEnd(18)} ${percent(right, all)}; wrong and below 0.8: ${wrong - wrongSure} of ${wrong}`);
}

/** The hardest layout, two hundred tasks long. */
async function measureLong(): Promise<void> {
  const bytes = new TextEncoder().encode(lineWrapped(longPlan(200), usual, 'everywhere'));
  const began = performance.now();
  const { tasks } = importReading(await readFile('long.txt', bytes), { directory: readDirectory(null) });
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `\n${tasks.length} tasks in ${seconds.toFixed(1)} s (at most 3), ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB (at most 300)`,
  );
}

/** Documents that are marked secret, and such as only speak of it. */
async function measureMarks(): Promise<void> {
  const isRefused = async (text: string): Promise<boolean> =>
    findMarking((await readFile('plan.txt', new TextEncoder().encode(text))).blocks) !== null;
  const count = async (texts: readonly string[]): Promise<number> =>
    (await Promise.all(texts.map(isRefused))).filter(Boolean).length;
  console.log(
    `\nMarked secret: ${await count(MARKED)} of ${MARKED.length} refused; not marked: ${await count(UNMARKED)} of ${UNMARKED.length} refused`,
  );
}

/** Tasks that one document beside the repository gives to another lead unit than another document does. */
function showConflicts(all: readonly { name: string; read: ReviewedDocument }[]): void {
  const bearers = (matches: readonly UnitMatch[]): { key: string; name: string }[] =>
    matches.map(({ id, name }) => ({ key: id ?? name, name }));
  console.log('\nThe same task with another lead unit');
  for (const [at, { name, read }] of all.entries()) {
    const earlier = all.slice(at + 1).flatMap((other) =>
      other.read.provinceId === read.provinceId
        ? other.read.tasks.map((task, index) => ({
            ...task,
            id: `${other.name} ${index}`,
            plan: other.read.document.number ?? other.name,
            leads: bearers(task.leadMatches),
          }))
        : [],
    );
    const rows = read.tasks.map((task) => ({ ...task, leads: bearers(task.leadMatches) }));
    for (const conflict of conflictsWith(earlier, rows)) console.log(`  ${name}: ${findingSentence(conflict, 'en')}`);
  }
}

await measureLong();
await measureLayouts([11, 12, 13, 14, 15, 16]);
await measureMarks();
await bench();

import { type CheckedRow, type Finding, placeOf } from './checks.ts';
import { likeness, wordsOf } from './likeness.ts';

interface Bearer {
  /** The directory's id, or the name where there is none. */
  key: string;
  name: string;
}

/** A task of a plan that is in force. */
export interface EarlierTask {
  id: string;
  plan: string;
  appendix: string | null;
  section: string | null;
  number: string | null;
  content: string;
  leads: readonly Bearer[];
}

export interface RowWithLeads extends CheckedRow {
  leads: readonly Bearer[];
}

/** A finding that also names the task it contradicts. */
export type Conflict = Finding & { taskId: string };

const ALIKE = 0.7;
const FEWEST_WORDS = 6;

/** Rows that order the same as a task of another plan, but from another lead unit. */
export function conflictsWith(earlier: readonly EarlierTask[], rows: readonly RowWithLeads[]): Conflict[] {
  const words = earlier.map((task) => wordsOf(task.content));
  const containing = new Map<string, number[]>();
  for (const [at, own] of words.entries())
    for (const word of own) {
      const known = containing.get(word);
      if (known) known.push(at);
      else containing.set(word, [at]);
    }
  return rows.flatMap((row, at): Conflict[] => {
    const own = wordsOf(row.content);
    if (own.size < FEWEST_WORDS || row.leads.length === 0) return [];
    return [...likest(own, words, containing, earlier).values()].flatMap((index): Conflict[] => {
      const task = earlier[index];
      if (!task || task.leads.length === 0 || keys(task.leads) === keys(row.leads)) return [];
      return [
        {
          code: 'LEAD_CONFLICTS',
          data: {
            row: placeOf(row),
            leads: names(row.leads),
            plan: task.plan,
            place: placeOf(task),
            earlierLeads: names(task.leads),
          },
          lines: [...row.lines],
          rows: [at],
          taskId: task.id,
        },
      ];
    });
  });
}

/** For each plan, its task that says most nearly the same. */
function likest(
  own: ReadonlySet<string>,
  words: readonly ReadonlySet<string>[],
  containing: ReadonlyMap<string, readonly number[]>,
  earlier: readonly EarlierTask[],
): Map<string, number> {
  const shared = new Map<number, number>();
  for (const word of own)
    for (const index of containing.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  const best = new Map<string, { index: number; like: number }>();
  for (const [index, count] of shared) {
    const other = words[index];
    const plan = earlier[index]?.plan ?? '';
    if (!other || other.size < FEWEST_WORDS || count < Math.max(own.size, other.size) * ALIKE * 0.8) continue;
    const like = likeness(own, other);
    if (like >= ALIKE && like > (best.get(plan)?.like ?? 0)) best.set(plan, { index, like });
  }
  return new Map([...best].map(([plan, { index }]) => [plan, index]));
}

const keys = (bearers: readonly Bearer[]): string =>
  bearers
    .map(({ key }) => key)
    .sort()
    .join('\n');
const names = (bearers: readonly Bearer[]): string => bearers.map(({ name }) => name).join(', ');

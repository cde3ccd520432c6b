import { likeness, wordsOf as wordSetOf } from './likeness.ts';
import { fold } from './vietnamese-text.ts';

/** What two readings of a task are compared by. */
export interface ComparedTask {
  appendix: string | null;
  section: string | null;
  number: string | null;
  content: string;
  /** Codes or names of the units, in any order. */
  leads: readonly string[];
  coordinators: readonly string[];
  deadlineKind: string;
  dueOn: string | null;
}

export type ComparedField = 'content' | 'leads' | 'coordinators' | 'deadline';

export interface Differences<Earlier, Later> {
  same: { earlier: Earlier; later: Later }[];
  changed: { earlier: Earlier; later: Later; fields: ComparedField[] }[];
  added: Later[];
  removed: Earlier[];
}

const LIKE_ENOUGH = 0.6;
/** At the same place a row that is worded shorter or longer is still the same row: most words of one stand in the other. */
const HELD_ENOUGH = 0.5;
const NO_WORDS: ReadonlySet<string> = new Set();
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
const sorted = (names: readonly string[]): string => [...names].sort().join('\n');
const plain = (text: string): string => wordsOf(text).join(' ');

/** What a later document changes in an earlier one, or a second reading in the first; rows pair by their words, then by their place. */
export function differencesOf<Earlier extends ComparedTask, Later extends ComparedTask>(
  earlier: readonly Earlier[],
  later: readonly Later[],
): Differences<Earlier, Later> {
  const words = new Map<ComparedTask, Set<string>>(
    [...earlier, ...later].map((task) => [task, wordSetOf(task.content)]),
  );
  const candidates = later.flatMap((task) =>
    earlier.map((known) => ({
      earlier: known,
      later: task,
      like: likeOf(known, words.get(known) ?? NO_WORDS, task, words.get(task) ?? NO_WORDS),
    })),
  );
  const result: Differences<Earlier, Later> = { same: [], changed: [], added: [], removed: [] };
  const takenEarlier = new Set<Earlier>();
  const takenLater = new Set<Later>();
  for (const pair of candidates.filter(({ like }) => like >= LIKE_ENOUGH).sort((one, other) => other.like - one.like)) {
    if (takenEarlier.has(pair.earlier) || takenLater.has(pair.later)) continue;
    takenEarlier.add(pair.earlier);
    takenLater.add(pair.later);
    const fields = changedFields(pair.earlier, pair.later);
    if (fields.length === 0) result.same.push({ earlier: pair.earlier, later: pair.later });
    else result.changed.push({ earlier: pair.earlier, later: pair.later, fields });
  }
  result.added = later.filter((task) => !takenLater.has(task));
  result.removed = earlier.filter((task) => !takenEarlier.has(task));
  return result;
}

function likeOf(
  known: ComparedTask,
  knownWords: ReadonlySet<string>,
  task: ComparedTask,
  taskWords: ReadonlySet<string>,
): number {
  const like = likeness(knownWords, taskWords);
  if (!samePlace(known, task)) return like;
  const held = [...knownWords].filter((word) => taskWords.has(word)).length;
  const isHeld = held >= HELD_ENOUGH * Math.min(knownWords.size, taskWords.size) && held > 0;
  return 0.15 + (isHeld ? Math.max(like, LIKE_ENOUGH - 0.15) : like);
}

const samePlace = (one: ComparedTask, other: ComparedTask): boolean =>
  one.number !== null &&
  one.number === other.number &&
  one.section === other.section &&
  one.appendix === other.appendix;

function changedFields(one: ComparedTask, other: ComparedTask): ComparedField[] {
  const fields: ComparedField[] = [];
  if (plain(one.content) !== plain(other.content)) fields.push('content');
  if (sorted(one.leads) !== sorted(other.leads)) fields.push('leads');
  if (sorted(one.coordinators) !== sorted(other.coordinators)) fields.push('coordinators');
  if (one.deadlineKind !== other.deadlineKind || one.dueOn !== other.dueOn) fields.push('deadline');
  return fields;
}

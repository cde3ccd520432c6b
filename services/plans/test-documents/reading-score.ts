import type { ReviewedDocument } from '../src/importing/import-document.ts';
import { likeness, wordsOf } from '../src/importing/likeness.ts';
import type { ReviewedTask } from '../src/importing/task-fields.ts';
import type { UnitMatch } from '../src/importing/units/unit-matcher.ts';
import type { VariedPlan, VariedTask } from './varied-plan.ts';
import type { Bearer } from './varied-words.ts';

export const SCORED = ['place', 'content', 'leads', 'coordinators', 'deadline'] as const;
export type ScoredField = (typeof SCORED)[number];

export interface Score {
  rows: number;
  found: number;
  invented: number;
  right: Record<ScoredField, number>;
  wrong: number;
  /** Wrong fields that say themselves that they are in doubt. */
  doubted: number;
  faults: string[];
}

export const noScore = (): Score => ({
  rows: 0,
  found: 0,
  invented: 0,
  right: { place: 0, content: 0, leads: 0, coordinators: 0, deadline: 0 },
  wrong: 0,
  doubted: 0,
  faults: [],
});

const bare = (text: string): string => text.replace(/[.\s]+$/, '');
const wanted = (bearers: readonly Bearer[]): string =>
  bearers
    .map(({ key }) => key)
    .sort()
    .join(' ');
const got = (matches: readonly UnitMatch[]): string =>
  matches
    .map(({ id, name }) => id?.replace(/^\d+\./, '') ?? name)
    .sort()
    .join(' ');

/** Adds how well one plan was read to a score. Rows pair by their words; fields count only where the plan has their column. */
export function addScore(score: Score, plan: VariedPlan, read: Pick<ReviewedDocument, 'tasks'> | null): void {
  const left = new Set<ReviewedTask>(read?.tasks ?? []);
  for (const task of plan.tasks) {
    score.rows += 1;
    const own = wordsOf(task.content);
    let best: { task: ReviewedTask; like: number } | null = null;
    for (const candidate of left) {
      const like = likeness(own, wordsOf(candidate.content));
      if (like > (best?.like ?? 0.6)) best = { task: candidate, like };
    }
    if (!best) {
      score.faults.push(`lost: ${task.number ?? ''} ${task.content}`);
      continue;
    }
    left.delete(best.task);
    score.found += 1;
    addFields(score, task, best.task);
  }
  score.invented += left.size;
  for (const task of left) score.faults.push(`invented: ${task.number ?? ''} ${task.content.slice(0, 80)}`);
}

function addFields(score: Score, task: VariedTask, read: ReviewedTask): void {
  const due = `${read.deadline.kind} ${read.deadline.dueOn} ${read.deadline.cadence} ${read.deadline.thenOngoing}`;
  const doubted = (field: ScoredField): boolean => read.doubts.some((doubt) => doubt.field === field);
  const pairs: Record<ScoredField, [string, string]> = {
    place: [`${task.section}/${task.number}`, `${read.section}/${read.number}`],
    content: [bare(task.content), bare(read.content)],
    leads: [wanted(task.leads), got(read.leadMatches)],
    coordinators: [wanted(task.coordinators), got(read.coordinatingMatches)],
    deadline: [task.due, due],
  };
  for (const field of SCORED) {
    const [should, is] = pairs[field];
    if (should === is) score.right[field] += 1;
    else {
      score.wrong += 1;
      if (doubted(field)) score.doubted += 1;
      score.faults.push(`${field} of ${task.number ?? '–'}${doubted(field) ? ' (doubted)' : ''}: ${should} ≠ ${is}`);
    }
  }
}

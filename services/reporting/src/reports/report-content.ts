import { Refusal } from '@lienthong/kit/refusal';
import { type FigureValue, isFigureKey } from './figure.ts';

export interface TypedContent {
  figures: readonly { key: string; value: number; note?: string | null }[];
  summary: string;
  obstacles?: string | null;
  proposals?: string | null;
  taskIds?: readonly string[] | null;
}

export interface ReportContent {
  figures: FigureValue[];
  summary: string;
  obstacles: string | null;
  proposals: string | null;
  taskIds: string[];
}

const LONGEST_TEXT = 20_000;
const LONGEST_NOTE = 1_000;
const MOST_TASKS = 200;

/** What was typed, checked field by field, with what the tasks said kept beside each number. */
export function checkedContent(
  typed: TypedContent,
  prefilled: ReadonlyMap<string, number>,
  submitting: boolean,
): ReportContent {
  const summary = text(typed.summary, 'summary', LONGEST_TEXT) ?? '';
  if (submitting && summary === '') throw new Refusal('INVALID', 'SUMMARY_MISSING', { field: 'summary' });
  const seen = new Set<string>();
  const figures = typed.figures.map(({ key, value, note }, index) => {
    const field = `figures.${index}`;
    if (!isFigureKey(key)) throw new Refusal('INVALID', 'FIGURE_UNKNOWN', { field: `${field}.key`, key });
    if (seen.has(key)) throw new Refusal('INVALID', 'FIGURE_TWICE', { field: `${field}.key`, key });
    seen.add(key);
    if (!Number.isInteger(value) || value < 0 || value > 1_000_000_000) {
      throw new Refusal('INVALID', 'FIGURE_NOT_A_COUNT', { field: `${field}.value`, key });
    }
    return { key, value, prefilled: prefilled.get(key) ?? null, note: text(note, `${field}.note`, LONGEST_NOTE) };
  });
  for (const [key, value] of prefilled) {
    if (!seen.has(key)) figures.push({ key, value, prefilled: value, note: null });
  }
  const taskIds = [...new Set(typed.taskIds ?? [])];
  if (taskIds.length > MOST_TASKS)
    throw new Refusal('INVALID', 'TOO_MANY_TASKS', { field: 'taskIds', max: MOST_TASKS });
  return {
    figures,
    summary,
    obstacles: text(typed.obstacles, 'obstacles', LONGEST_TEXT),
    proposals: text(typed.proposals, 'proposals', LONGEST_TEXT),
    taskIds,
  };
}

function text(value: string | null | undefined, field: string, max: number): string | null {
  const clean = value?.normalize('NFC').trim() ?? '';
  if (clean.length > max) throw new Refusal('INVALID', 'TEXT_TOO_LONG', { field, max });
  return clean === '' ? null : clean;
}

import { Field, Float, ObjectType } from 'type-graphql';
import type { Locale } from '../regimes/words.ts';

/** A unit's tasks counted by standing, as the plans service answers. */
export interface TaskFigures {
  total: number;
  completed: number;
  completedLate: number;
  inProgress: number;
  atRisk: number;
  overdue: number;
  notDue: number;
}

interface FigureDefinition {
  key: string;
  vi: string;
  en: string;
  /** How it is filled in from the tasks; absent for figures that only people know. */
  from?: keyof TaskFigures;
}

/** The figures of every report, in the order of the form. All are counts, so that reports can be added up. */
export const FIGURES: readonly FigureDefinition[] = [
  { key: 'tasksTotal', vi: 'Nhiệm vụ được giao', en: 'Tasks assigned', from: 'total' },
  { key: 'tasksCompleted', vi: 'Hoàn thành đúng hạn', en: 'Done on time', from: 'completed' },
  { key: 'tasksCompletedLate', vi: 'Hoàn thành quá hạn', en: 'Done late', from: 'completedLate' },
  { key: 'tasksInProgress', vi: 'Đang thực hiện', en: 'In progress', from: 'inProgress' },
  { key: 'tasksAtRisk', vi: 'Có nguy cơ chậm', en: 'At risk', from: 'atRisk' },
  { key: 'tasksOverdue', vi: 'Quá hạn chưa xong', en: 'Overdue', from: 'overdue' },
  { key: 'tasksNotDue', vi: 'Chưa đến hạn', en: 'Not yet due', from: 'notDue' },
  { key: 'documentsIssued', vi: 'Văn bản chỉ đạo đã ban hành', en: 'Directives issued' },
  { key: 'inspectionsHeld', vi: 'Cuộc kiểm tra, giám sát', en: 'Inspections held' },
];

export type FigureSource = 'TASKS' | 'TYPED';

@ObjectType({ description: 'One number of a report, with what the tasks said beside what was typed (số liệu).' })
export class ReportFigure {
  @Field(() => String, { description: 'Stable key of the figure.' })
  key!: string;

  @Field(() => String, { description: 'What it counts, in the language of the reader.' })
  label!: string;

  @Field(() => Float, { description: 'The reported number.' })
  value!: number;

  @Field(() => String, {
    description: 'TASKS when filled in from the tasks, TYPED when only people know it (nguồn số liệu).',
  })
  source!: FigureSource;

  @Field(() => Float, {
    nullable: true,
    description: 'What the tasks said when the report was written; empty when they could not be asked.',
  })
  prefilled!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the number differs, or why it could not be filled in (ghi chú).',
  })
  note!: string | null;
}

export interface FigureValue {
  key: string;
  value: number;
  prefilled: number | null;
  note: string | null;
}

/** The full set in the order of the form; what a report does not hold stands as zero. */
export function figuresInOrder(values: readonly FigureValue[], locale: Locale): ReportFigure[] {
  const byKey = new Map(values.map((value) => [value.key, value]));
  return FIGURES.map(({ key, from, ...label }) => {
    const known = byKey.get(key);
    return Object.assign(new ReportFigure(), {
      key,
      label: label[locale],
      value: known?.value ?? 0,
      source: from ? 'TASKS' : 'TYPED',
      prefilled: known?.prefilled ?? null,
      note: known?.note ?? null,
    } satisfies ReportFigure);
  });
}

/** What the tasks say, by figure key. */
export function prefilledFrom(tasks: TaskFigures | null): Map<string, number> {
  const values = new Map<string, number>();
  if (!tasks) return values;
  for (const { key, from } of FIGURES) if (from) values.set(key, tasks[from]);
  return values;
}

export function isFigureKey(key: string): boolean {
  return FIGURES.some((figure) => figure.key === key);
}

/** Adds up reports figure by figure. A task with several lead units is counted by each of them, and so in the sum. */
export function totalsOf(reports: readonly (readonly FigureValue[])[], locale: Locale): ReportFigure[] {
  const sums = new Map<string, FigureValue>();
  for (const figure of reports.flat()) {
    const sum = sums.get(figure.key) ?? { key: figure.key, value: 0, prefilled: null, note: null };
    sum.value += figure.value;
    if (figure.prefilled !== null) sum.prefilled = (sum.prefilled ?? 0) + figure.prefilled;
    sums.set(figure.key, sum);
  }
  return figuresInOrder([...sums.values()], locale);
}

import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'How many tasks stand how on the business date; the six kinds add up to the total (số liệu).',
})
export class TaskFigures {
  @Field(() => Int, {
    description: 'All of them but those that a later document withdrew; a task led by a group counts once.',
  })
  total!: number;

  @Field(() => Int, { description: 'Completed on time, or without a date (hoàn thành).' })
  completed!: number;

  @Field(() => Int, { description: 'Completed after their day (hoàn thành quá hạn).' })
  completedLate!: number;

  @Field(() => Int, { description: 'Begun and on course (đang thực hiện).' })
  inProgress!: number;

  @Field(() => Int, { description: 'Due soon with much left to do (nguy cơ chậm).' })
  atRisk!: number;

  @Field(() => Int, { description: 'Past their day and not completed (quá hạn).' })
  overdue!: number;

  @Field(() => Int, { description: 'Not begun and not yet pressing (chưa đến hạn).' })
  notDue!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of those completed on time among all completed or overdue, in percent; null when there are none.',
  })
  onTimePercent!: number | null;
}

export interface FiguresCount {
  total: number;
  completed: number;
  completed_late: number;
  in_progress: number;
  at_risk: number;
  overdue: number;
  not_due: number;
}

/** The seven counts over a column `standing`. */
export const FIGURES_SQL = `
  count(*)::int as total,
  count(*) filter (where standing = 'COMPLETED')::int as completed,
  count(*) filter (where standing = 'COMPLETED_LATE')::int as completed_late,
  count(*) filter (where standing = 'IN_PROGRESS')::int as in_progress,
  count(*) filter (where standing = 'AT_RISK')::int as at_risk,
  count(*) filter (where standing = 'OVERDUE')::int as overdue,
  count(*) filter (where standing = 'NOT_DUE')::int as not_due`;

/** What a later document withdrew from the plan of row `t` is no work any more. */
export const STILL_ORDERED = `t.state <> 'CANCELLED'`;

/** The standing of row `t` on the day that parameter `$1` names. */
export const STANDING_TODAY = `plans.task_standing(t.state, t.deadline_kind, t.deadline_due_on, t.runs_from,
  t.completed_on, t.percent, $1::date)`;

export function figuresOf(row: FiguresCount | undefined): TaskFigures {
  const completed = row?.completed ?? 0;
  const completedLate = row?.completed_late ?? 0;
  const overdue = row?.overdue ?? 0;
  const judged = completed + completedLate + overdue;
  return Object.assign(new TaskFigures(), {
    total: row?.total ?? 0,
    completed,
    completedLate,
    inProgress: row?.in_progress ?? 0,
    atRisk: row?.at_risk ?? 0,
    overdue,
    notDue: row?.not_due ?? 0,
    onTimePercent: judged === 0 ? null : Math.round((completed / judged) * 1000) / 10,
  });
}

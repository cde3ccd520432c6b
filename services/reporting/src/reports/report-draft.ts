import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ReportObligation } from '../obligations/obligation.entity.ts';
import { demandReporting } from '../obligations/obligation.policy.ts';
import { getObligation } from '../obligations/obligation.service.ts';
import type { Locale } from '../regimes/words.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { Task, taskReference } from '../tasks/task.reference.ts';
import { FIGURES, type FigureValue, figuresInOrder, prefilledFrom, ReportFigure } from './figure.ts';
import { figuresByReport, reportByObligation, tasksByReport } from './report.loader.ts';

@ObjectType({ description: 'What the form of a report starts with (biểu mẫu báo cáo).' })
export class ReportDraft {
  @Field(() => ReportObligation, { description: 'The owed report.' })
  obligation!: ReportObligation;

  @Field(() => [ReportFigure], { description: 'The figures, filled in from the tasks or as typed before.' })
  figures!: ReportFigure[];

  @Field(() => [Task], { nullable: 'items', description: 'The unit’s tasks under the plan, or those chosen before.' })
  tasks!: Task[];

  @Field(() => [ID], { description: 'The same tasks by key: kept even while nobody can tell what they are.' })
  taskIds!: string[];

  @Field(() => String, { description: 'What was typed before, or a first sentence made from the figures.' })
  summary!: string;

  @Field(() => String, { nullable: true, description: 'Obstacles as typed before.' })
  obstacles!: string | null;

  @Field(() => String, { nullable: true, description: 'Proposals as typed before.' })
  proposals!: string | null;

  @Field(() => Int, { nullable: true, description: 'Version of the report so far; none when nothing was saved yet.' })
  version!: number | null;

  @Field(() => Boolean, {
    description: 'Whether the figures could be asked of the tasks; if not, they are to be typed.',
  })
  isPrefilled!: boolean;
}

const UNANSWERED: Record<Locale, string> = {
  vi: 'Chưa lấy được số liệu từ danh mục nhiệm vụ, hãy nhập tay.',
  en: 'The task figures could not be fetched; type the number.',
};

/** What was saved before stays as typed; only the tasks' own numbers beside it are asked anew. */
export async function reportDraft(context: ReportingContext, obligationId: string): Promise<ReportDraft> {
  const obligation = await getObligation(context, obligationId);
  demandReporting(context, obligation);
  const report = await context.loaders.for(reportByObligation).load(obligation.id);
  const [asked, stored, chosen] = await Promise.all([
    context.gateway.tasksOf(obligation, context.requestId),
    report ? context.loaders.for(figuresByReport).load(report.id) : [],
    report ? context.loaders.for(tasksByReport).load(report.id) : [],
  ]);
  const taskIds = report ? chosen.map((task) => task.taskId) : (asked?.taskIds ?? []);
  const fromTasks = prefilledFrom(asked?.figures ?? null);
  const saved = new Map(stored.map((figure) => [figure.key, figure]));
  const figures = FIGURES.map(({ key, from }): FigureValue => {
    const known = saved.get(key);
    const prefilled = fromTasks.get(key) ?? known?.prefilled ?? null;
    const missing = from && prefilled === null ? UNANSWERED[context.locale] : null;
    return { key, value: known?.value ?? prefilled ?? 0, prefilled, note: known?.note ?? missing };
  });
  return {
    obligation,
    figures: figuresInOrder(figures, context.locale),
    tasks: taskIds.map(taskReference),
    taskIds,
    summary: report?.summary ?? (asked ? firstSentence(figures, context.locale) : ''),
    obstacles: report?.obstacles ?? null,
    proposals: report?.proposals ?? null,
    version: report?.version ?? null,
    isPrefilled: asked !== null,
  };
}

function firstSentence(figures: readonly FigureValue[], locale: Locale): string {
  const of = (key: string): number => figures.find((figure) => figure.key === key)?.value ?? 0;
  const done = of('tasksCompleted') + of('tasksCompletedLate');
  return locale === 'vi'
    ? `Đơn vị được giao ${of('tasksTotal')} nhiệm vụ: ${done} hoàn thành, ${of('tasksInProgress') + of('tasksAtRisk')} đang thực hiện, ${of('tasksOverdue')} quá hạn.`
    : `The unit has ${of('tasksTotal')} tasks: ${done} done, ${of('tasksInProgress') + of('tasksAtRisk')} in progress, ${of('tasksOverdue')} overdue.`;
}

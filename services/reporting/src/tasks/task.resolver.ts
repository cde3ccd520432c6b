import { type Page, PageArgs } from '@lienthong/kit/connection';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { demandReading } from '../obligations/obligation.policy.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { ReportConnection } from '../reports/report.connection.ts';
import type { Report } from '../reports/report.entity.ts';
import { reportsAboutTask } from '../reports/report.queries.ts';
import { Task } from './task.reference.ts';

@Resolver(() => Task)
export class TaskResolver {
  @FieldResolver(() => ReportConnection, {
    nullable: true,
    description: 'The reports that speak of this task (báo cáo liên quan), latest first.',
  })
  async reports(
    @Root() task: Task,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ReportingContext,
  ): Promise<Page<Report>> {
    demandReading(context);
    return reportsAboutTask(context, task.id, page);
  }
}

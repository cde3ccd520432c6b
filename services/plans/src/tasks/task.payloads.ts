import { Field, ObjectType } from 'type-graphql';
import { ProgressReport } from '../progress/progress-report.entity.ts';
import { Task } from './task.entity.ts';

@ObjectType({ description: 'What assigning a task brought about.' })
export class AssignTaskPayload {
  @Field(() => Task, { description: 'The task as it is now.' })
  task!: Task;
}

@ObjectType({ description: 'What checking off a part brought about.' })
export class MarkTaskPartPayload {
  @Field(() => Task, { description: 'The task as it is now.' })
  task!: Task;
}

@ObjectType()
export abstract class ReportedPayload {
  @Field(() => Task, { description: 'The task as it is now.' })
  task!: Task;

  @Field(() => ProgressReport, { description: 'The report as it is now.' })
  progressReport!: ProgressReport;
}

@ObjectType({ description: 'What a progress report brought about.' })
export class ReportTaskProgressPayload extends ReportedPayload {}

@ObjectType({ description: 'What approving a report brought about.' })
export class ApproveProgressReportPayload extends ReportedPayload {}

@ObjectType({ description: 'What returning a report brought about.' })
export class ReturnProgressReportPayload extends ReportedPayload {}

@ObjectType({ description: 'What confirming a result brought about.' })
export class ConfirmTaskResultPayload extends ReportedPayload {}

@ObjectType({ description: 'What rejecting a result brought about.' })
export class RejectTaskResultPayload extends ReportedPayload {}

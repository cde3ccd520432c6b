import { connectionOf } from '@lienthong/kit/connection';
import { Field, ObjectType } from 'type-graphql';
import { Task } from './task.entity.ts';

export const TaskConnection = connectionOf(Task, 'Task');

@ObjectType({ description: 'What waits for whoever is asking (việc của tôi).' })
export class MyTasks {
  @Field(() => [Task], { description: 'Assigned to me or led by my unit, and not done: the most pressing first.' })
  toDo!: Task[];

  @Field(() => [Task], { description: 'Returned to my unit with a reason.' })
  returned!: Task[];

  @Field(() => [Task], { description: 'With a report that waits for me as head of the unit.' })
  toApprove!: Task[];

  @Field(() => [Task], { description: 'With a claimed result that waits for my unit as following body.' })
  toConfirm!: Task[];
}

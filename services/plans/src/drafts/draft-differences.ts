import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Task } from '../tasks/task.entity.ts';
import { DraftField } from './plan-draft-row.entity.ts';

export enum RowDifferenceKind {
  SAME = 'SAME',
  CHANGED = 'CHANGED',
  ADDED = 'ADDED',
}
registerEnumType(RowDifferenceKind, {
  name: 'RowDifferenceKind',
  description: 'How a row stands to the plan that is there already.',
  valuesConfig: {
    SAME: { description: 'The plan has the same task.' },
    CHANGED: { description: 'The plan has the task with other words, units or dates.' },
    ADDED: { description: 'The plan has no such task.' },
  },
});

@ObjectType({ description: 'How a row stands to the plan that is there already (khác biệt của một dòng).' })
export class RowDifference {
  @Field(() => RowDifferenceKind, { description: 'The same, changed or added.' })
  kind!: RowDifferenceKind;

  @Field(() => [DraftField], { description: 'The fields that differ.' })
  fields!: DraftField[];

  @Field(() => Task, { nullable: true, description: 'The task it would change or leave as it is.' })
  task!: Task | null;
}

@ObjectType({ description: 'What confirming would change in the plan that is there already (khác biệt).' })
export class DraftDifferences {
  @Field(() => Int, { description: 'Rows that the plan has as they are.' })
  same!: number;

  @Field(() => Int, { description: 'Rows that change a task.' })
  changed!: number;

  @Field(() => Int, { description: 'Rows that the plan does not have.' })
  added!: number;

  @Field(() => [Task], { description: 'Tasks of the plan that the document no longer has.' })
  removed!: Task[];

  @Field(() => [Task], {
    description: 'Tasks that it would change or cancel and that are completed already: those stay as they are.',
  })
  completed!: Task[];
}

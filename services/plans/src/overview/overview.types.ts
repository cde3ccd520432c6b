import { DateScalar } from '@lienthong/kit/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Task } from '../tasks/task.entity.ts';
import { Bloc, Unit } from '../units/unit.reference.ts';
import { TaskFigures } from './task-figures.ts';

@ObjectType({ description: 'One line of figures.' })
export class FiguresRow {
  @Field(() => String, { description: 'What the line is about, as a key.' })
  key!: string;

  @Field(() => String, { description: 'What the line is about, to show.' })
  label!: string;

  @Field(() => Bloc, { nullable: true, description: 'The bloc, in a line about one.' })
  bloc!: Bloc | null;

  @Field(() => Unit, { nullable: true, description: 'The unit, in a line about one.' })
  unit!: Unit | null;

  planId!: string | null;
  taskGroupId!: string | null;

  @Field(() => TaskFigures, { description: 'How the tasks of this line stand.' })
  figures!: TaskFigures;
}

@ObjectType({ description: 'How many tasks fall due on a day.' })
export class DueDay {
  @Field(() => DateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => Int, { description: 'Tasks that fall due on it and are not completed.' })
  due!: number;
}

@ObjectType({ description: 'The province at a glance (tổng quan).' })
export class Overview {
  @Field(() => DateScalar, { description: 'The business date of the figures.' })
  asOf!: string;

  @Field(() => TaskFigures, { description: 'All tasks.' })
  figures!: TaskFigures;

  @Field(() => [FiguresRow], { description: 'By bloc; a task led in both blocs stands in both lines.' })
  byBloc!: FiguresRow[];

  @Field(() => [FiguresRow], { description: 'By plan.' })
  byPlan!: FiguresRow[];

  @Field(() => [FiguresRow], { description: 'By group of a plan.' })
  byTaskGroup!: FiguresRow[];

  @Field(() => [FiguresRow], {
    description:
      'By unit that answers, measured by its own part: one line for each provincial unit, one for each group that reaches the communes; the worst first, at most 100.',
  })
  byUnit!: FiguresRow[];

  @Field(() => [Task], {
    description: 'Due within 7 days and not completed, as far as you may see the rows; at most 50.',
  })
  dueSoon!: Task[];

  @Field(() => [Task], { description: 'Overdue, the longest first, as far as you may see the rows; at most 100.' })
  overdueTasks!: Task[];

  @Field(() => [DueDay], { description: 'Days from a month ago to three months ahead on which something falls due.' })
  days!: DueDay[];
}

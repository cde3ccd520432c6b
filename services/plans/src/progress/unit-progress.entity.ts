import { DateScalar } from '@lienthong/kit/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { TaskState } from '../tasks/task.state.ts';

const states = Object.values(TaskState)
  .map((state) => `'${state}'`)
  .join(', ');

@ObjectType({ description: 'How far one bearing unit has come with its part of a task (tiến độ của đơn vị).' })
@Entity('unit_progress')
@Check('unit_progress_state', `state in (${states})`)
@Check('unit_progress_percent', 'percent between 0 and 100')
export class UnitProgress {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'unit_progress_pkey' })
  taskId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'unit_progress_pkey' })
  unitId!: string;

  @Field(() => TaskState, { description: 'Where its part is in the work flow.' })
  @Column('text')
  state!: TaskState;

  @Field(() => Int, { nullable: true, description: 'The percentage it last reported with approval.' })
  @Column('integer', { nullable: true })
  percent!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it completed its part.' })
  @Column('date', { nullable: true })
  completedOn!: string | null;
}

import { DateScalar } from '@lienthong/kit/scalars';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Bloc } from '../units/unit.reference.ts';
import { DeadlineKind } from './deadline.ts';
import { TaskStanding } from './task.standing.ts';
import { TaskState } from './task.state.ts';

export enum TaskOrder {
  DOCUMENT = 'DOCUMENT',
  DUE_ON = 'DUE_ON',
  STANDING = 'STANDING',
  TITLE = 'TITLE',
}
registerEnumType(TaskOrder, {
  name: 'TaskOrder',
  description: 'In which order tasks are listed.',
  valuesConfig: {
    DOCUMENT: { description: 'As in the documents.' },
    DUE_ON: { description: 'By due day, those without one last.' },
    STANDING: { description: 'The worst first.' },
    TITLE: { description: 'By title, in the order of the Vietnamese alphabet.' },
  },
});

@InputType({ description: 'Which tasks; several conditions hold together.' })
export class TaskFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words in title, number, result, basis or lead units; marks and case do not matter.',
  })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this plan.' })
  planId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this group.' })
  taskGroupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Led or coordinated by this unit, itself or through a group.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Led by this unit (or g:<group>), itself or through a group.' })
  leadUnitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Coordinated by this unit, itself or through a group.' })
  coordinatingUnitId?: string | null;

  @Field(() => Bloc, { nullable: true, description: 'Led in this bloc.' })
  bloc?: Bloc | null;

  @Field(() => [TaskStanding], {
    nullable: true,
    description: 'Standing so today; beside a lead unit: whose own part stands so.',
  })
  standing?: TaskStanding[] | null;

  @Field(() => [TaskState], { nullable: true, description: 'In one of these states.' })
  state?: TaskState[] | null;

  @Field(() => [DeadlineKind], { nullable: true, description: 'With one of these kinds of deadline.' })
  deadlineKind?: DeadlineKind[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due on or after this day.' })
  dueFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due on or before this day.' })
  dueTo?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Assigned to whoever is asking.' })
  assignedToMe?: boolean | null;
}

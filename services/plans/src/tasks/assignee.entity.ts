import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

export enum AssigneeScope {
  PARTY = 'PARTY',
  GOVERNMENT = 'GOVERNMENT',
  FRONT = 'FRONT',
}
registerEnumType(AssigneeScope, {
  name: 'AssigneeScope',
  description: 'For which part of the system an assignee answers, where a row splits its leads (khối).',
});

export type AssigneeSide = 'LEAD' | 'COORDINATOR';

@ObjectType({
  description: 'Who is named in a row: exactly one of a unit, a group or an outside body (chủ trì, phối hợp).',
})
@Entity('task_assignees')
@Check('task_assignees_side', `side in ('LEAD', 'COORDINATOR')`)
@Check('task_assignees_one', 'num_nonnulls(unit_id, group_id, external_name) = 1')
export class Assignee {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'task_assignees_pkey' })
  taskId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'task_assignees_pkey' })
  side!: AssigneeSide;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'task_assignees_pkey' })
  ordinal!: number;

  @Column('text', { nullable: true })
  unitId!: string | null;

  @Column('text', { nullable: true })
  groupId!: string | null;

  @Field(() => String, { nullable: true, description: 'A body that is no unit here, in the words of the document.' })
  @Column('text', { nullable: true })
  externalName!: string | null;

  @Field(() => AssigneeScope, { nullable: true, description: 'For which bloc it answers in this row.' })
  @Column('text', { nullable: true })
  scope!: AssigneeScope | null;

  /** When a later document named others in its place; what was, stays on record. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Field(() => String, { description: 'Its name, to show.' })
  label!: string;

  @Field(() => Int, { nullable: true, description: 'How many units the group has today; null for a single body.' })
  memberCount!: number | null;
}

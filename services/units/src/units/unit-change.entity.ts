import { DateScalar, DateTimeScalar } from '@lienthong/kit/scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Unit } from './unit.entity.ts';

export const UnitChangeKind = { CREATED: 'CREATED', RENAMED: 'RENAMED', MOVED: 'MOVED', ENDED: 'ENDED' } as const;
export type UnitChangeKind = (typeof UnitChangeKind)[keyof typeof UnitChangeKind];

registerEnumType(UnitChangeKind, {
  name: 'UnitChangeKind',
  description: 'What happened to a unit (loại thay đổi).',
  valuesConfig: {
    CREATED: { description: 'It was set up (thành lập).' },
    RENAMED: { description: 'It got another name (đổi tên).' },
    MOVED: { description: 'It was placed below another unit (chuyển trực thuộc).' },
    ENDED: { description: 'It ended, with or without successors (kết thúc hoạt động).' },
  },
});

@ObjectType({ description: 'One change of a unit with the day it takes effect (thay đổi tổ chức).' })
@Entity('unit_changes')
@Check('unit_changes_kind', `kind IN ('CREATED', 'RENAMED', 'MOVED', 'ENDED')`)
@Index('unit_changes_by_day', ['on', 'id'])
export class UnitChange {
  @PrimaryColumn('text')
  id!: string;

  @Index('unit_changes_by_unit')
  @ForeignKey(() => Unit, { name: 'unit_changes_unit' })
  @Column('text')
  unitId!: string;

  @Column('text')
  provinceId!: string;

  @Field(() => DateScalar, { description: 'The day the change takes effect.' })
  @Column('date')
  on!: string;

  @Field(() => UnitChangeKind, { description: 'What happened.' })
  @Column('text')
  kind!: UnitChangeKind;

  @Field(() => String, { nullable: true, description: 'The new name, the new parent or the successors, in words.' })
  @Column('text', { nullable: true })
  detail!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was entered, in real time.' })
  @Column('timestamptz')
  recordedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who entered it; null for what came with the first data.' })
  @Column('text', { nullable: true })
  recordedBy!: string | null;
}

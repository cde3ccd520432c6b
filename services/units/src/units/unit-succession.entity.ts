import { DateScalar } from '@lienthong/kit/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Unit } from './unit.entity.ts';

@ObjectType({ description: 'One unit taking over from another on a day (đơn vị kế thừa).' })
@Entity('unit_successions')
@Check('unit_successions_not_itself', 'successor_id <> unit_id')
export class UnitSuccession {
  @ForeignKey(() => Unit, { name: 'unit_successions_unit' })
  @PrimaryColumn('text')
  unitId!: string;

  @Index('unit_successions_by_successor')
  @ForeignKey(() => Unit, { name: 'unit_successions_successor' })
  @PrimaryColumn('text')
  successorId!: string;

  @Field(() => DateScalar, { description: 'The day from which the successor answers for the work.' })
  @Column('date')
  on!: string;

  @Column('text')
  provinceId!: string;
}

import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Unit, unitReference } from '../units/unit.reference.ts';
import { UnitGroup, unitGroupReference } from '../units/unit-group.reference.ts';

@ObjectType({ description: 'Who owes reports under a regime: a unit, or a group resolved on the date of each period.' })
@Entity('regime_reporters')
export class RegimeReporter {
  @PrimaryColumn('text')
  regimeId!: string;

  @PrimaryColumn('integer')
  ordinal!: number;

  @Column('text', { nullable: true })
  unitId!: string | null;

  @Column('text', { nullable: true })
  groupId!: string | null;

  @Field(() => Unit, { nullable: true, description: 'The one unit (đơn vị).' })
  get unit(): Unit | null {
    return this.unitId === null ? null : unitReference(this.unitId);
  }

  @Field(() => UnitGroup, { nullable: true, description: 'The group of units (nhóm đơn vị).' })
  get group(): UnitGroup | null {
    return this.groupId === null ? null : unitGroupReference(this.groupId);
  }
}

import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Unit } from './unit.entity.ts';

/** Below which unit a unit stands in a period. */
@Entity('unit_placements')
@Check('unit_placements_dates', 'valid_to > valid_from')
@Check('unit_placements_not_itself', 'parent_id <> unit_id')
@Exclusion('unit_placements_one_at_a_time', 'USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&)')
export class UnitPlacement {
  @ForeignKey(() => Unit, { name: 'unit_placements_unit' })
  @PrimaryColumn('text')
  unitId!: string;

  @PrimaryColumn('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text')
  provinceId!: string;

  @Index('unit_placements_by_parent')
  @ForeignKey(() => Unit, { name: 'unit_placements_parent' })
  @Column('text', { nullable: true })
  parentId!: string | null;
}

import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AdministrativeUnit } from './administrative-unit.entity.ts';

/** One territory takes over from another, wholly or in part. */
@Entity('administrative_unit_successions')
export class AdministrativeUnitSuccession {
  @ForeignKey(() => AdministrativeUnit, { name: 'administrative_unit_successions_unit' })
  @PrimaryColumn('text')
  unitId!: string;

  @ForeignKey(() => AdministrativeUnit, { name: 'administrative_unit_successions_successor' })
  @PrimaryColumn('text')
  successorId!: string;

  @Column('date')
  on!: string;
}

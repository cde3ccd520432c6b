import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AdministrativeUnit } from './administrative-unit.entity.ts';

/** A commune or province of before 1 July 2025 from which today's was formed, as the public mapping names it. */
@Entity('administrative_unit_predecessors')
export class AdministrativeUnitPredecessor {
  @PrimaryColumn('int')
  id!: number;

  @Index('administrative_unit_predecessors_by_unit')
  @ForeignKey(() => AdministrativeUnit, { name: 'administrative_unit_predecessors_unit' })
  @Column('text')
  unitId!: string;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('text')
  name!: string;

  /** Null for a province. */
  @Column('text', { nullable: true })
  districtName!: string | null;

  @Column('text', { nullable: true })
  provinceName!: string | null;

  @Column('date')
  endedOn!: string;
}

import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Unit } from './unit.entity.ts';

/** What a unit is called in a period. */
@Entity('unit_names')
@Check('unit_names_dates', 'valid_to > valid_from')
@Exclusion('unit_names_one_at_a_time', 'USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&)')
export class UnitName {
  @ForeignKey(() => Unit, { name: 'unit_names_unit' })
  @PrimaryColumn('text')
  unitId!: string;

  @PrimaryColumn('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text')
  provinceId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  shortName!: string;

  @Column('text')
  nameEn!: string;

  /** All it may be looked for by, without marks and in small letters. */
  @Index('unit_names_search', { synchronize: false })
  @Column('text')
  searchText!: string;
}

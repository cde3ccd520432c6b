import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate } from './civil-date.ts';

/** How far the obligations of a regime have been made. */
@Entity('regime_progress')
export class RegimeProgress {
  @PrimaryColumn('text')
  regimeId!: string;

  /** The last day of the last period made. */
  @Column('date', { nullable: true })
  madeTo!: CivilDate | null;

  /** The hierarchy under which the open periods were last resolved. */
  @Column('text', { nullable: true })
  hierarchyVersion!: string | null;
}

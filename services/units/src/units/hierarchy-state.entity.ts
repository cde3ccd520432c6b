import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Counts the changes of the hierarchy; other services ask by it whether theirs is still the newest. */
@Entity('hierarchy_state')
@Check('hierarchy_state_single', 'id = 1')
export class HierarchyState {
  @PrimaryColumn('int')
  id!: number;

  @Column('int')
  version!: number;
}
